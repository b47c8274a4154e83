using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Minutes of one samling.</summary>
/// <param name="Stretches">Teaching between breaks, in order, in minutes (R60).</param>
public sealed record SamlingFigures(int Number, int TeachingMinutes, int UserParticipationMinutes, int UserLedMinutes, ImmutableArray<int> Stretches)
{
    internal static SamlingFigures Of(Samling samling)
    {
        var blocks = ProgrammeBlock.Of(samling);
        return new(samling.Number, blocks.Sum(block => block.TeachingMinutes), blocks.Sum(block => block.UserParticipationMinutes),
            blocks.Sum(block => block.UserLedMinutes), StretchesOf(blocks));
    }

    /// <summary>A break ends a stretch, and so does time nothing is planned in.</summary>
    static ImmutableArray<int> StretchesOf(ImmutableArray<ProgrammeBlock> blocks)
    {
        var stretches = ImmutableArray.CreateBuilder<int>();
        var running = 0;
        TimeOnly? end = null;
        foreach (var block in blocks)
        {
            if ((block.IsBreak || block.Start > end) && running > 0)
            {
                stretches.Add(running);
                running = 0;
            }

            running += block.TeachingMinutes;
            end = block.End;
        }

        if (running > 0) stretches.Add(running);
        return stretches.ToImmutable();
    }
}

/// <summary>What is computed from a programme: teaching minutes (R59), user participation (R61), stretches without a break (R60).</summary>
public sealed record ProgrammeFigures(ImmutableArray<SamlingFigures> Samlinger)
{
    const decimal LessonMinutes = 45;

    public int TeachingMinutes => Samlinger.Sum(samling => samling.TeachingMinutes);

    public decimal TeachingHours => TeachingMinutes / 60m;

    /// <summary>Lessons of 45 minutes.</summary>
    public decimal Lessons => TeachingMinutes / LessonMinutes;

    /// <summary>Minutes in which somebody with lived experience is responsible, alone or with others (R61).</summary>
    public int UserParticipationMinutes => Samlinger.Sum(samling => samling.UserParticipationMinutes);

    public decimal UserParticipationPercent => Percent(UserParticipationMinutes);

    /// <summary>Minutes led by people with lived experience alone.</summary>
    public int UserLedMinutes => Samlinger.Sum(samling => samling.UserLedMinutes);

    public decimal UserLedPercent => Percent(UserLedMinutes);

    public static ProgrammeFigures Of(ProgrammeContent programme) => new([.. programme.Samlinger.Select(SamlingFigures.Of)]);

    /// <summary>One decimal, as people are shown it.</summary>
    decimal Percent(int minutes) => TeachingMinutes == 0 ? 0 : decimal.Round(100m * minutes / TeachingMinutes, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Items that take the same time: a single one, or those of split groups that overlap. Counts once, by the longest (R59).</summary>
sealed record ProgrammeBlock(ImmutableArray<ProgrammeItem> Items)
{
    public bool IsBreak => Items.All(item => item.IsBreak);

    public TimeOnly? Start => Items.Min(item => item.Start);

    public TimeOnly? End => Items.Max(item => item.End);

    public int TeachingMinutes => Longest(Teaching);

    public int UserParticipationMinutes => Longest(Teaching.Where(item => item.Involves(Side.Bruker)));

    public int UserLedMinutes => Teaching.Any() && Teaching.All(item => item.IsLedByUsersAlone) ? TeachingMinutes : 0;

    IEnumerable<ProgrammeItem> Teaching => Items.Where(item => !item.IsBreak);

    public static ImmutableArray<ProgrammeBlock> Of(Samling samling)
    {
        var blocks = ImmutableArray.CreateBuilder<ProgrammeBlock>();
        foreach (var item in samling.InOrder)
            if (blocks.Count > 0 && blocks[^1].RunsBeside(item)) blocks[^1] = new(blocks[^1].Items.Add(item));
            else blocks.Add(new([item]));
        return blocks.ToImmutable();
    }

    bool RunsBeside(ProgrammeItem item) =>
        item.ParallelGroup is { } group && Items[0].ParallelGroup == group && (item.Start is null || End is null || item.Start < End);

    static int Longest(IEnumerable<ProgrammeItem> items) => items.Max(item => item.Minutes) ?? 0;
}
