using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Brings a small record over to a database without people, as one append: facts with their stamps, texts, lists and timers, or nothing.</summary>
static class RecordCopy
{
    /// <returns>False when somebody came first, or the database has published other definitions under the same versions.</returns>
    public static async Task<bool> Run(ICaseStore source, ICaseStore target, CancellationToken ct)
    {
        // keys are a record's own
        var facts = (await source.ReadAll(0, int.MaxValue, ct)).Where(one => one.Stream != StreamId.Log).ToList();
        var (published, rest) = (facts.Where(one => one.Fact is DefinitionPublished).ToList(), facts.Where(one => one.Fact is not DefinitionPublished).ToList());
        foreach (var definitions in published.GroupBy(one => one.Stream))
        {
            var there = await target.Read(definitions.Key, 0, ct);
            if (there.Count == 0) rest.InsertRange(0, definitions);
            else if (!there.Take(definitions.Count()).Select(Published).SequenceEqual(definitions.Select(Published))) return false;
        }

        // bytes under their hash and numbers of cases mean nothing until the append
        foreach (var definition in published.Select(one => (DefinitionPublished)one.Fact)) await Contents(definition, source, target, ct);
        foreach (var year in rest.Select(one => one.Fact).OfType<NeedRegistered>().Select(Year)) await target.NextCaseNumber(year, ct);
        return await target.Append(All(rest), ct) is AppendResult.Appended;
    }

    static string Published(RecordedFact recorded) => ((DefinitionPublished)recorded.Fact).ContentHash;

    static async Task Contents(DefinitionPublished definition, ICaseStore source, ICaseStore target, CancellationToken ct)
    {
        foreach (var hash in definition.Forms.Select(form => form.ContentHash).Prepend(definition.ContentHash))
            if (await source.Content(hash, ct) is { } bytes) await target.PutContent(bytes, ct);
    }

    static int Year(NeedRegistered registered) => int.Parse(registered.Number[..4], CultureInfo.InvariantCulture);

    static Append All(IReadOnlyList<RecordedFact> facts)
    {
        var directory = facts.Where(one => one.Stream == StreamId.Directory).Aggregate(PeopleDirectory.Empty, (known, one) => known.After(one.Fact, one.Stamp));
        var lists = facts.GroupBy(one => one.Stream).Where(stream => stream.Key.AsCase is not null)
            .Select(stream => new ListChange(stream.Key, ListRows.Empty, CaseLists.Of(stream.Key, [.. stream], directory, Settings.Default)));
        return new(facts[^1].Stamp, [.. facts.Select(one => new StreamAppend(one.Stream, 0, [one.Fact]) { Stamp = one.Stamp })], new([.. lists]), null);
    }
}
