using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>The history of what is no case: definitions, people's rights, units. Whoever asks has been let in by <see cref="RecordSubject.MayBeReadBy"/>.</summary>
public sealed class RecordHistory(HistorySearch search, People people, TimeProvider clock)
{
    /// <param name="before">Facts before this version only.</param>
    public Task<FoundFacts> Find(RecordSubject subject, RecordFilter filter, long before, CancellationToken ct, int most = HistorySearch.PageLength)
    {
        var (nb, nn) = Readers;
        return search.Find(StreamOf(subject, filter.Refused), before, (told, sentence) => Concerns(told.Recorded.Fact, subject) && filter.Takes(told, sentence), nb, nn, ct, most);
    }

    /// <summary>All that the filter takes, newest first, as they are asked for.</summary>
    public IAsyncEnumerable<FoundFact> Every(RecordSubject subject, RecordFilter filter, CancellationToken ct) =>
        HistorySearch.Every(long.MaxValue, before => Find(subject, filter, before, ct, HistorySearch.AtATime));

    /// <summary>One fact by its number; null when there is none, or it does not concern the subject.</summary>
    public async Task<FoundFact?> One(RecordSubject subject, bool refused, long version, CancellationToken ct)
    {
        var (nb, nn) = Readers;
        return await search.One(StreamOf(subject, refused), version, nb, nn, ct) is { } found && Concerns(found.Told.Recorded.Fact, subject) ? found : null;
    }

    /// <summary>Lists across cases that a person has taken out, newest first.</summary>
    public Task<FoundFacts> TakenOut(PersonId person, long before, CancellationToken ct)
    {
        var (nb, nn) = Readers;
        return search.Find(StreamId.Person(person), before, (_, _) => true, nb, nn, ct);
    }

    (Viewer Nb, Viewer Nn) Readers => (new(null, Language.Nb, people.Directory, clock.GetUtcNow()), new(null, Language.Nn, people.Directory, clock.GetUtcNow()));

    static StreamId StreamOf(RecordSubject subject, bool refused) => (subject, refused) switch
    {
        (RecordSubject.Definition definition, false) => StreamId.Definition(definition.Key),
        (RecordSubject.Definition definition, true) => StreamId.DefinitionAttempts(definition.Key),
        (_, true) => StreamId.DirectoryAttempts,
        _ => StreamId.Directory,
    };

    static bool Concerns(Fact fact, RecordSubject subject) => subject switch
    {
        RecordSubject.OfPerson { Person: var person } => fact switch
        {
            PersonRegistered registered => registered.Person == person,
            RoleGranted granted => granted.Person == person,
            RoleRevoked revoked => revoked.Person == person,
            _ => false,
        },
        RecordSubject.OfUnit { Unit: var unit } => fact switch
        {
            UnitRegistered registered => registered.Unit == unit,
            PersonRegistered registered => registered.EmployedIn.Contains(unit),
            RoleGranted granted => granted.Unit == unit,
            RoleRevoked revoked => revoked.Unit == unit,
            // a unit keeps its texts by the organisation's rules where it has none of its own
            RetentionRuleChanged changed => changed.Unit == unit || changed.Unit is null,
            _ => false,
        },
        _ => true,
    };
}
