using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>How long after a text was frozen, which tells everybody in the group at the same moment (R38, R85), a side's first approval of it came that counts.</summary>
/// <param name="Days">See <see cref="DaySpread.Each"/>; null for a side that has not approved this text.</param>
public sealed record SignOffTime(Gate Gate, int Package, DateOnly Asked, BothSides<int?> Days)
{
    public static ImmutableArray<SignOffTime> Of(CaseFile file) => [.. file.SignOffs.Packages.Select(package => new SignOffTime(
        package.Gate, package.Number, OsloTime.Date(package.FrozenAt),
        BothSides.Of(side => file.SignOffs.Counting(side, package) is { } given ? BalanceDays.Between(file, package.FrozenAt, given.At) : (int?)null)))];
}

/// <summary>
/// A text both sides signed at a gate. Talked about: since the latest gate before it was passed, the group held a valid meeting (R41), or a side asked for a change or objected
/// at this gate. What the sides said to each other elsewhere is not in the record.
/// </summary>
public sealed record ApprovedText(Gate Gate, DateOnly On, bool IsTalkedAbout)
{
    public static ImmutableArray<ApprovedText> Of(CaseFile file) =>
        [.. file.Passings.Where(passing => passing.Package is not null).Select(passing => new ApprovedText(passing.Gate, OsloTime.Date(passing.At), TalkedAbout(file, passing)))];

    static bool TalkedAbout(CaseFile file, GatePassing passing)
    {
        var since = file.Passings.Where(earlier => earlier.At < passing.At && earlier.Gate <= passing.Gate).Select(earlier => earlier.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        bool Within(DateTimeOffset at) => since < at && at <= passing.At;
        return file.Meetings.All.Any(meeting => meeting.IsValid && Within(meeting.Start))
            || file.SignOffs.Wishes.Any(wish => wish.Gate == passing.Gate && Within(wish.At))
            || file.Objections.All.Any(objection => objection.Gate == passing.Gate && Within(objection.At));
    }
}
