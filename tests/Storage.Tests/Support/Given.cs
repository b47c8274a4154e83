using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

/// <summary>Facts and appends that tests begin with.</summary>
static class Given
{
    public static readonly CaseId Case = new(new Guid(7, 0, 0, new byte[8]));
    public static readonly StreamId Stream = StreamId.Case(Case);
    public static readonly PersonId Kari = ListSamples.People[1];
    public static readonly UnitId Unit = ListSamples.Units[0];
    public static readonly Stamp Stamp = new(new(2026, 3, 2, 8, 0, 0, 123, TimeSpan.Zero), Kari, Role.Koordinator, "demo");

    public static SealedText Sealed(string value, string field = "name") => SealedText.Seal(field, value, Guid.NewGuid().ToString("n"));

    public static PersonRegistered Person(string name) => new(new(Guid.NewGuid()), Sealed(name), Language.Nn, [Unit]);

    public static RoleGranted Role1 { get; } = new(Kari, Role.Fagperson, Unit);

    public static Append To(StreamId stream, long expected, params ReadOnlySpan<Fact> facts) => Append.To(stream, expected, Stamp, facts);

    /// <summary>One fact, and the list rows a case has at its next version.</summary>
    public static Append WithLists(CaseId id, long version) => To(StreamId.Case(id), version, version == 0 ? TitleFact : Role1) with
    {
        Lists = ListChanges.Of(StreamId.Case(id), ListSamples.Of(id, version), ListSamples.Of(id, version + 1)),
    };

    /// <summary>Carries the title that <see cref="ListSamples"/> names by its commitment.</summary>
    public static PersonRegistered TitleFact { get; } = new(Kari, ListSamples.Title, Language.Nb, []);

    public static ListRows Project(StreamId stream, IReadOnlyList<RecordedFact> facts) => ListSamples.Of(stream.AsCase!.Value, facts[^1].Version);

    public static async Task<ImmutableArray<RecordedFact>> MustAppend(this ICaseStore store, Append append) =>
        (await store.Append(append, default)).Should().BeOfType<AppendResult.Appended>().Subject.Facts;
}
