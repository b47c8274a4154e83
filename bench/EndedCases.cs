using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Bench;

/// <summary>Ended cases of one centre, one every eight hours, put into the record with their lists as a command does; what they say is made up from their number.</summary>
static class EndedCases
{
    static readonly DateTimeOffset First = new(2021, 1, 4, 8, 0, 0, TimeSpan.Zero);

    public static UnitId Lms { get; } = new(Guid.NewGuid());

    static readonly ImmutableArray<UnitId> Owners = [.. Enumerable.Range(0, 8).Select(_ => new UnitId(Guid.NewGuid()))];

    /// <summary>Each coordinates a fifth of the cases, and did most of what was done there.</summary>
    public static ImmutableArray<PersonId> Koordinators { get; } = Some(5);

    /// <summary>Each is in about one of seventy cases.</summary>
    public static ImmutableArray<PersonId> Members { get; } = Some(400);

    /// <summary>Has been in every tenth case.</summary>
    public static PersonId Veteran { get; } = new(Guid.NewGuid());

    static ImmutableArray<PersonId> Some(int number) => [.. Enumerable.Range(0, number).Select(_ => new PersonId(Guid.NewGuid()))];

    public static async Task Fill(ICaseStore store, int cases, int facts)
    {
        for (var number = 0; number < cases; number++)
        {
            var stream = StreamId.Case(new(Guid.CreateVersion7()));
            ImmutableArray<StreamAppend> parts = [.. Parts(number, facts).Select(part => new StreamAppend(stream, StreamAppend.Any, part.Facts) { Stamp = part.Stamp })];
            var file = parts.SelectMany(part => part.Facts, (part, fact) => (fact, part.Stamp)).Aggregate(CaseFile.Unregistered(stream.AsCase!.Value), (so, one) => so.After(one.fact, one.Stamp!));
            var lists = ListChanges.Of(stream, ListRows.Empty, CaseLists.Of(file, PeopleDirectory.Empty, Settings.Default));
            if (await store.Append(new(parts[0].Stamp!, parts, lists, null), default) is not AppendResult.Appended) throw new InvalidOperationException("a case was not stored");
        }
    }

    static IEnumerable<(Stamp Stamp, ImmutableArray<Fact> Facts)> Parts(int number, int facts)
    {
        var (at, koordinator) = (First.AddHours(8 * number), Koordinators[number % Koordinators.Length]);
        Stamp By(PersonId person, int day) => new(at.AddDays(day), person, Role.Koordinator, "bench");
        ImmutableArray<PersonId> group = [.. Enumerable.Range(0, 6).Select(seat => seat == 5 && number % 10 == 0 ? Veteran : Members[(number * 7 + seat * 61) % Members.Length])];
        ImmutableArray<Fact> opening = [.. Opening(number, koordinator), .. group.SelectMany((person, seat) => Seat(person, seat % 2 == 0 ? Side.Fag : Side.Bruker, at, koordinator))];
        var (frozen, hash) = Gate(number);
        yield return (By(koordinator, 0), opening);
        yield return (By(koordinator, 20), frozen);
        foreach (var (person, side) in new[] { (group[0], Side.Fag), (group[1], Side.Bruker) }) yield return (By(person, 25), [new SignOffGiven(Domain.Gate.G1, 1, hash, person, side, 1, null)]);
        yield return (By(koordinator, 30), [new GatePassed(Domain.Gate.G1, 1), .. Work(facts - opening.Length - frozen.Length - 4)]);
        yield return (By(koordinator, 90), [new CaseClosed()]);
    }

    static IEnumerable<Fact> Opening(int number, PersonId koordinator) =>
    [
        new NeedRegistered(
            string.Create(CultureInfo.InvariantCulture, $"2021-{number + 1:0000}"), Text("D01.tittel", $"Mestringskurs, kull {number}"), Lms, [Owners[number % Owners.Length]], koordinator, new(Guid.NewGuid()), TilbudType.Diagnosespesifikt,
            [ParticipantKind.Pasient], [ReporterCategory.Brukerorganisasjon], Text("D01.malgruppe", "Voksne med Parkinson"), Text("D01.behov", "Mange spør etter et tilbud"), false, CaseFlow.Ny),
        new GatePassed(Domain.Gate.G0, null),
    ];

    static IEnumerable<Fact> Seat(PersonId person, Side side, DateTimeOffset at, PersonId koordinator)
    {
        var day = OsloTime.Date(at);
        yield return new MemberAppointed(person, side, AssignmentType.PaVegneAv, null, day, day.AddYears(1), koordinator, null, false, null, null);
        yield return new RoleClarificationOffered(person, Text("rolle.oppgave", "Planlegge sammen"), Text("rolle.ikke", "Ikke behandle"), Text("rolle.tid", "To timer i uken"), Text("rolle.stotte", "Kontaktperson"), Text("rolle.vilkar", "Honorar"));
        yield return new RoleClarificationAccepted(person);
    }

    static (ImmutableArray<Fact> Facts, string Hash) Gate(int number)
    {
        var content = new FormContent([new("behov", FieldValue.Of(Text("D08.behov", $"Det trengs et kurs, sier {number} personer")))]);
        ImmutableArray<PackagedDocument> documents = [new(DocumentKind.D08, 1, CanonicalWriter.Hash(content))];
        var hash = FreezePackage.Hash(Domain.Gate.G1, documents);
        return ([new DraftSaved(DocumentKind.D08, 1, 1, content), new PackageFrozen(Domain.Gate.G1, 1, documents, hash)], hash);
    }

    /// <summary>A document of six fields saved again and again, one field new each time, and holds between.</summary>
    static IEnumerable<Fact> Work(int facts)
    {
        ImmutableArray<FormField> fields = [.. Enumerable.Range(0, 6).Select(Field)];
        for (var number = 0; number < facts; number++)
        {
            if (number % 3 == 0) fields = fields.SetItem(number / 3 % fields.Length, Field(number / 3 % fields.Length));
            yield return (number % 3) switch
            {
                0 => new DraftSaved(DocumentKind.D12, 1, (number / 3) + 1, new FormContent(fields)),
                1 => new CasePutOnHold(Text("hold.reason", "Venter på svar fra avdelingen"), null),
                _ => new CaseResumed(),
            };
        }
    }

    static FormField Field(int number) => new($"felt{number}", FieldValue.Of(Text($"D12.felt{number}", "Deltakerne møtes fire ganger, og en brukerrepresentant leder halve tiden")));

    static SealedText Text(string field, string text) => SealedText.Seal(field, text, RandomNumberGenerator.GetHexString(32, lowercase: true));
}
