using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

public enum MeetingType { Planning, Evaluation, Dialogue }

/// <summary>A meeting of the working group. Belongs to the case, not to a phase.</summary>
public sealed record Meeting(int Number, MeetingType Type)
{
    /// <summary>Held with at least one from each side present (R41).</summary>
    public bool IsValid { get; init; }
}

public sealed record Meetings(ImmutableArray<Meeting> All)
{
    public static Meetings Empty { get; } = new([]);

    public Meeting? Numbered(int number) => number >= 1 && number <= All.Length ? All[number - 1] : null;

    public bool HasValid(MeetingType type)
    {
        foreach (var meeting in All)
            if (meeting.Type == type && meeting.IsValid) return true;
        return false;
    }
}
