using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.TestSupport;

/// <summary>List rows that depend on nothing but the case and its version: rows come, change and go from version to version, and can be made again to compare.</summary>
static class ListSamples
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static ImmutableArray<PersonId> People { get; } = [.. Enumerable.Range(1, 12).Select(n => new PersonId(Numbered(1, n)))];

    public static ImmutableArray<UnitId> Units { get; } = [.. Enumerable.Range(1, 4).Select(n => new UnitId(Numbered(2, n)))];

    public static ListRows Of(CaseId id, long version)
    {
        if (version == 0) return ListRows.Empty;
        var chance = new Random(HashCodeOf(id, version));
        ImmutableArray<PersonId> members = [.. People.Where(_ => chance.Next(4) == 0)];
        return new(
            new CaseRow(id, "2026-0001", TitleCommitment, Units[0], [Units[1 + chance.Next(3)]], People[0], (Phase)chance.Next(7), Standing.Open, version,
                [.. new[] { "fag", "bruker", "leder" }.Where(_ => chance.Next(2) == 0)], chance.Next(2) == 0 ? null : Day(chance), Monday.AddTicks(version), members),
            [.. from item in Enumerable.Range(1, 3) from person in People.Take(5) where chance.Next(3) == 0
                select new InboxRow(id, item, person, "godkjenn_kursplan", "UserTask", "Fagperson", chance.Next(2) == 0 ? null : Day(chance), Monday.AddDays(item))],
            [.. Enumerable.Range(1, 4).Where(_ => chance.Next(2) == 0).Select(timer => new DueTimerRow(id, "t" + timer, Day(chance)))],
            [.. Enumerable.Range(1, 2).Where(_ => chance.Next(4) == 0).Select(item => new StuckRow(id, item, "port_g2", Monday, [.. new[] { "MissingSignOff", "OpenObjection" }.Take(chance.Next(3))]))],
            chance.Next(3) == 0 ? [new TilbudRow(new(Numbered(3, 1)), id, TitleCommitment, Units[0], TilbudType.Diagnosespesifikt, "permanent", Monday)] : [],
            version % 3 == 2 ? Ended(chance) : null, Compliance(chance))
        { Retention = version % 3 == 2 ? Retention(chance) : null };
    }

    static CaseRetention Retention(Random chance) => new(
        [], new DateOnly(2026, 4, 17).AddDays(chance.Next(30)), chance.Next(2) == 0 ? null : new(2026, 4, 10), null,
        [.. RetentionKinds.All.Where(_ => chance.Next(9) == 0).Select(kind => new KeptLonger(kind, new(2040, 1, 1)))]);

    public static CaseCompliance Compliance(Random chance)
    {
        var (objections, agreements) = (chance.Next(4), Enum.GetValues<GateAgreement>());
        GateAgreement Any() => agreements[chance.Next(agreements.Length)];
        var registered = new DateOnly(2026, 1, 1).AddDays(chance.Next(200));
        return new(
            registered, chance.Next(2) == 0 ? null : registered.AddDays(chance.Next(200)), (Medvirkningsgrad)chance.Next(3), Any(), Any(), Any(), Any(), 5, chance.Next(3), chance.Next(2), chance.Next(2),
            new(objections, objections > 0 ? 1 : 0, objections > 1 ? 1 : 0, objections > 2 ? chance.Next(2) : 0, 0));
    }

    static EndedCase Ended(Random chance)
    {
        var figures = new CaseBalance(
            [new(ProposalKind.InMeeting, new(new(chance.Next(9), 1, 0), new(chance.Next(9), 0, 1)))], new(new(1, 0, 0, 0, 0), new(chance.Next(3), 0, 0, 0, 0)),
            [new(WaitKind.Text, Gate.G2, null, Side.Bruker, new(2026, 3, 2), new(2026, 3, 4), 2)], [new(Gate.G2, 1, new(2026, 3, 1), new(1, null))], [new(Gate.G2, new(2026, 3, 5), true)],
            2, new(new(4, 3, 1, 4, 0), new(4, 2, 0, 3, 1)), new(new(2, 2), [new(1, 4.5m, 2.5m, true)], null));
        return new(Units[0], [Units[1]], new(2026, 3, 6), new([People[1]], [People[chance.Next(12)]]), figures, new([9, 8], [5, chance.Next(10)]));
    }

    /// <summary>Commitment of the title every sample case has, see <see cref="Title"/>.</summary>
    public static string TitleCommitment => Title.Commitment;

    public static SealedText Title { get; } = SealedText.Seal("title", "Kurs om å leve med en sjelden tilstand", "000102030405060708090a0b0c0d0e0f");

    static DateTimeOffset Day(Random chance) => Monday.AddDays(chance.Next(30)).AddTicks(chance.Next(10_000_000));

    static Guid Numbered(int kind, int number) => new($"{kind:x8}-0000-4000-8000-{number:x12}");

    /// <summary>Not <see cref="HashCode"/>, which differs from one process to the next.</summary>
    static int HashCodeOf(CaseId id, long version) => unchecked(BitConverter.ToInt32(id.Value.ToByteArray()) * 31 + (int)version);
}
