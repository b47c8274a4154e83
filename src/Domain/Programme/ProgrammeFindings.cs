using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Block: the plan cannot be frozen. Warning: think about it. Note: for information.</summary>
public enum FindingWeight { Block, Warning, Note }

/// <summary>Something to know about a programme.</summary>
/// <param name="Samling">Number of the samling, or null for the whole programme.</param>
/// <param name="Item">Identity of the item, or null.</param>
public sealed record ProgrammeFinding(FindingWeight Weight, Refusal Reason, int? Samling = null, int? Item = null);

/// <summary>The rules of the programme, R53–R65. The method says nothing about content (domain notes §0.2): what is not constitutive is a warning.</summary>
public static class ProgrammeFindings
{
    public const int LongestStretch = 60;
    public const int LongestStretchForChildren = 45;
    const decimal LeastUserParticipation = 25m;
    const int ShortestOralEvaluation = 5;
    const int ExpectedLeaders = 2;

    /// <param name="forChildren">Children or youth take part: shorter stretches (R60).</param>
    public static ImmutableArray<ProgrammeFinding> Of(ProgrammeContent programme, bool forChildren) =>
    [
        .. Characteristics(programme),
        .. programme.Samlinger.SelectMany(Completeness),
        .. programme.Samlinger.SelectMany(Overlaps),
        .. programme.Samlinger.SelectMany(OralEvaluation),
        .. Leaders(programme),
        .. Stretches(programme, forChildren ? LongestStretchForChildren : LongestStretch),
        .. UserParticipation(programme),
        .. Expectations(programme),
        .. Structure(programme),
    ];

    /// <summary>What stops the freezing, one by one.</summary>
    public static IEnumerable<Refusal> Blocks(ProgrammeContent programme, bool forChildren) =>
        Of(programme, forChildren).Where(finding => finding.Weight == FindingWeight.Block).Select(finding => finding.Reason);

    /// <summary>The four constitutive characteristics: R53, R54, R55, R56.</summary>
    static IEnumerable<ProgrammeFinding> Characteristics(ProgrammeContent programme)
    {
        var items = programme.Samlinger.SelectMany(samling => samling.Items).ToArray();
        if (!items.Any(item => item.Type == ProgrammeItemType.Fag && item.Involves(Side.Fag))) yield return Block(new FagItemMissing());
        if (!items.Any(item => item.Type == ProgrammeItemType.Erfaring && item.Involves(Side.Bruker))) yield return Block(new LivedExperienceMissing());
        if (!items.Any(item => item.Type == ProgrammeItemType.Erfaringsutveksling)) yield return Block(new ExchangeOfExperienceMissing());
        if (!items.Any(item => item.Mestring)) yield return Block(new MestringItemMissing());
    }

    /// <summary>R57.</summary>
    static IEnumerable<ProgrammeFinding> Completeness(Samling samling)
    {
        if (samling.Date is null) yield return Block(new SamlingDateMissing(samling.Number), samling.Number);
        if (samling.Items.IsEmpty) yield return Block(new SamlingIsEmpty(samling.Number), samling.Number);
        foreach (var item in samling.InOrder)
            if (Missing(item) is { IsEmpty: false } missing) yield return Block(new ItemIncomplete(samling.Number, item.Start, missing), samling.Number, item.Id);
    }

    static ImmutableArray<Words> Missing(ProgrammeItem item)
    {
        var missing = ImmutableArray.CreateBuilder<Words>();
        if (item.Start is null) missing.Add(new("klokkeslett", "klokkeslett"));
        if (item.Minutes is null) missing.Add(new("varighet", "lengd"));
        if (item.IsBreak) return missing.ToImmutable();
        if (item.Title is null) missing.Add(new("tittel", "tittel"));
        if (item.Responsible.IsEmpty || item.Responsible.Any(person => person.IsUndecided)) missing.Add(new("ansvarlig", "ansvarleg"));
        if (item.Method is null) missing.Add(new("metode", "metode"));
        return missing.ToImmutable();
    }

    /// <summary>R58.</summary>
    static IEnumerable<ProgrammeFinding> Overlaps(Samling samling)
    {
        ProgrammeBlock? longest = null;
        foreach (var block in ProgrammeBlock.Of(samling))
        {
            if (longest?.End is { } end && block.Start is { } start && start < end)
                yield return Block(new ItemsOverlap(samling.Number, longest.Start!.Value, start), samling.Number, block.Items[0].Id);
            if (longest?.End is null || block.End > longest.End) longest = block;
        }
    }

    /// <summary>R62: mandatory, with a written reason as the way out.</summary>
    static IEnumerable<ProgrammeFinding> OralEvaluation(Samling samling)
    {
        var last = ProgrammeBlock.Of(samling).LastOrDefault(block => !block.IsBreak);
        if (last is null || last.Items.Any(item => item.OralEvaluation && item.Minutes >= ShortestOralEvaluation)) yield break;
        yield return new(samling.NoOralEvaluationReason is null ? FindingWeight.Block : FindingWeight.Note, new OralEvaluationMissing(samling.Number), samling.Number);
    }

    /// <summary>R65: expected, and justified when departed from.</summary>
    static IEnumerable<ProgrammeFinding> Leaders(ProgrammeContent programme)
    {
        if (programme.Leaders.Count(leader => !leader.IsUndecided) >= ExpectedLeaders && programme.Leaders.Any(leader => leader is { Side: Side.Bruker, IsUndecided: false })) yield break;
        yield return new(programme.LeadersReason is null ? FindingWeight.Block : FindingWeight.Warning, new LeadersNeedReason());
    }

    /// <summary>R60.</summary>
    static IEnumerable<ProgrammeFinding> Stretches(ProgrammeContent programme, int longest) =>
        from samling in ProgrammeFigures.Of(programme).Samlinger
        from minutes in samling.Stretches
        where minutes > longest
        select new ProgrammeFinding(FindingWeight.Warning, new StretchTooLong(samling.Number, minutes, longest), samling.Number);

    /// <summary>R61: never a block.</summary>
    static IEnumerable<ProgrammeFinding> UserParticipation(ProgrammeContent programme)
    {
        var figures = ProgrammeFigures.Of(programme);
        if (figures.TeachingMinutes > 0 && 100m * figures.UserParticipationMinutes / figures.TeachingMinutes < LeastUserParticipation)
            yield return new(FindingWeight.Warning, new LittleUserParticipation());
    }

    /// <summary>R63.</summary>
    static IEnumerable<ProgrammeFinding> Expectations(ProgrammeContent programme)
    {
        if (programme.Samlinger.FirstOrDefault() is { } first && !first.Items.Any(item => item.Expectations))
            yield return new(FindingWeight.Warning, new ExpectationsMissing(), first.Number);
    }

    /// <summary>R64: the first samling is the pattern.</summary>
    static IEnumerable<ProgrammeFinding> Structure(ProgrammeContent programme)
    {
        if (programme.Samlinger.Length < 2) yield break;
        var pattern = TypesOf(programme.Samlinger[0]);
        foreach (var samling in programme.Samlinger.Skip(1))
            if (!TypesOf(samling).SequenceEqual(pattern)) yield return new(FindingWeight.Note, new StructureDeviates(samling.Number), samling.Number);
    }

    static ImmutableArray<ProgrammeItemType> TypesOf(Samling samling) => [.. ProgrammeBlock.Of(samling).Select(block => block.Items[0].Type)];

    static ProgrammeFinding Block(Refusal reason, int? samling = null, int? item = null) => new(FindingWeight.Block, reason, samling, item);
}
