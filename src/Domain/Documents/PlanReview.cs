using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Whether one didactic element must be looked at again, and which sides have done so (R52).</summary>
public sealed record ElementReview(DidacticElement Element, bool CheckAgain, PersonId? CheckedByFag, PersonId? CheckedByBruker)
{
    public bool IsOutstanding => CheckAgain && (CheckedByFag is null || CheckedByBruker is null);

    public bool Awaits(Side side) => CheckAgain && (side == Side.Fag ? CheckedByFag : CheckedByBruker) is null;
}

/// <summary>The leader approved exactly this budget.</summary>
public sealed record BudgetApproval(int Version, string Hash, PersonId Leader, DateTimeOffset At);

/// <summary>A brukerrepresentant read and accepted exactly this announcement (R76).</summary>
public sealed record AnnouncementAcceptance(int Version, string Hash, PersonId Person, DateTimeOffset At);

/// <summary>What people have looked at and approved in the plan beside the sign-offs: elements (R52), budget, excess (R72), announcement (R76).</summary>
public sealed record PlanReview(
    ImmutableArray<ElementReview> Elements, ImmutableArray<BudgetApproval> Budgets, decimal? ExcessApprovedUpTo, ImmutableArray<AnnouncementAcceptance> Announcements)
{
    public static PlanReview Empty { get; } = new([.. Enum.GetValues<DidacticElement>().Select(element => new ElementReview(element, false, null, null))], [], null, []);

    public ElementReview Of(DidacticElement element) => Elements[(int)element];

    public bool HasApproved(PackagedDocument budget)
    {
        foreach (var approval in Budgets)
            if (approval.Version == budget.Version && approval.Hash == budget.Hash) return true;
        return false;
    }

    public bool HasAccepted(PackagedDocument announcement)
    {
        foreach (var acceptance in Announcements)
            if (acceptance.Version == announcement.Version && acceptance.Hash == announcement.Hash) return true;
        return false;
    }

    /// <summary>An element that had a text and was given another sets the other five to "check again"; filling in an empty one does not (R52).</summary>
    internal PlanReview AfterKursplan(FormContent before, FormContent after)
    {
        var review = this;
        foreach (var element in Enum.GetValues<DidacticElement>())
            if (Text(before, element).Length > 0 && !Text(before, element).SequenceEqual(Text(after, element))) review = review.OthersAgain(element);
        return review;
    }

    static ImmutableArray<FormField> Text(FormContent content, DidacticElement element) => [.. content.Fields.Where(field => DidacticElements.Of(field.Key) == element)];

    PlanReview OthersAgain(DidacticElement changed) => this with
    {
        Elements = [.. Elements.Select(review => review.Element == changed ? review : new ElementReview(review.Element, true, null, null))],
    };
}
