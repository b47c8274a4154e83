using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>One who waits for a place, under a number that means nothing outside this run (R106).</summary>
/// <param name="Priority">The group the clinical unit has put them in, 1 before 2 before 3; never why.</param>
public sealed record WaitingEntry(int Number, AttendeeKind Kind, int Priority, DateTimeOffset Since)
{
    /// <summary>Why they stand where they do, when somebody has moved them.</summary>
    public SealedText? MovedBecause { get; init; }
}

/// <summary>Venteliste, in the order places are given: first come within the priority group, until somebody changes it with a reason (R109).</summary>
/// <param name="LastNumber">Latest number given; a number is never given again.</param>
public sealed record WaitingList(ImmutableArray<WaitingEntry> Entries, int LastNumber)
{
    public const int LowestPriority = 3;

    public static WaitingList Empty { get; } = new([], 0);

    /// <summary>The list is kept here, not only its length.</summary>
    public bool IsUsed => LastNumber > 0;

    public WaitingEntry? Numbered(int number) => Entries.FirstOrDefault(entry => entry.Number == number);

    /// <summary>Place in the list from 1; 0 when not on it.</summary>
    public int PlaceOf(int number) => Entries.TakeWhile(entry => entry.Number != number).Count() is var before && before < Entries.Length ? before + 1 : 0;

    /// <summary>Behind everybody of the same or a higher group.</summary>
    internal WaitingList With(WaitingEntry entry)
    {
        var at = Entries.Length;
        while (at > 0 && Entries[at - 1].Priority > entry.Priority) at--;
        return new(Entries.Insert(at, entry), entry.Number);
    }

    internal WaitingList Moved(int number, int place, SealedText reason) =>
        Numbered(number) is { } entry ? this with { Entries = Entries.Remove(entry).Insert(place - 1, entry with { MovedBecause = reason }) } : this;

    internal WaitingList Without(int number) => this with { Entries = Entries.RemoveAll(entry => entry.Number == number) };
}

/// <summary>Puts one on the waiting list (R109).</summary>
public sealed record JoinWaitingList(AttendeeKind Kind, int Priority) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        WaitingListRules.Unmet(context).Append(Priority is < 1 or > WaitingList.LowestPriority ? new UnknownPriority() : null),
        () => [new WaitingListJoined(context.Case.Delivery.WaitingList.LastNumber + 1, Kind, Priority)]);
}

public sealed record WaitingListJoined(int Number, AttendeeKind Kind, int Priority) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.WithWaiting(list => list.With(new(Number, Kind, Priority, stamp.At)));
}

/// <summary>Moves one to another place in the list, for a reason the case's people can read (R109).</summary>
/// <param name="Place">From 1.</param>
public sealed record MoveOnWaitingList(int Number, int Place, WrittenText Reason) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context)
    {
        var list = context.Case.Delivery.WaitingList;
        return Decision.Unless(
            WaitingListRules.Unmet(context, Number).Concat(
            [
                Place < 1 || Place > list.Entries.Length ? new PlaceOutsideList(list.Entries.Length) : null,
                Require.AtLeast(Reason, 10, "reason", new("hvorfor rekkefølgen endres, uten helseopplysninger", "kvifor rekkjefølgja blir endra, utan helseopplysningar")),
            ]),
            () => list.PlaceOf(Number) == Place ? [] : [new WaitingListReordered(Number, Place, Reason.Seal("waitinglist.reason"))]);
    }
}

public sealed record WaitingListReordered(int Number, int Place, SealedText Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.WithWaiting(list => list.Moved(Number, Place, Reason));
}

/// <summary>Gives a place to the first in the list, who is then counted among the confirmed. Somebody else is given one by moving them first (R109).</summary>
public sealed record GiveWaitingPlace(int Number) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context)
    {
        var run = context.Case.Delivery;
        return Decision.Unless(
            WaitingListRules.Unmet(context, Number).Append(run.WaitingList.PlaceOf(Number) > 1 ? new NotFirstInLine() : null),
            () =>
            [
                new WaitingPlaceGiven(Number),
                new ParticipantsRegistered((run.Registration?.Confirmed ?? HeadCount.None).OneMore(run.WaitingList.Numbered(Number)!.Kind), run.WaitingList.Entries.Length - 1),
            ]);
    }
}

public sealed record WaitingPlaceGiven(int Number) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.WithWaiting(list => list.Without(Number));
}

/// <summary>Takes one off the list who no longer waits.</summary>
public sealed record LeaveWaitingList(int Number) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(WaitingListRules.Unmet(context, Number), () => [new WaitingListLeft(Number)]);
}

public sealed record WaitingListLeft(int Number) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.WithWaiting(list => list.Without(Number));
}

static class WaitingListRules
{
    public static IEnumerable<Refusal?> Unmet(CaseContext context)
    {
        yield return Require.Open(context);
        if (context.Case.Delivery.Standing is not (RunStanding.Announced or RunStanding.Running)) yield return new CourseNotAnnounced();
    }

    public static IEnumerable<Refusal?> Unmet(CaseContext context, int number) =>
        Unmet(context).Append(context.Case.Delivery.WaitingList.Numbered(number) is null ? new NotOnWaitingList() : null);

    public static CaseFile WithWaiting(this CaseFile file, Func<WaitingList, WaitingList> change) =>
        file with { Delivery = file.Delivery with { WaitingList = change(file.Delivery.WaitingList) } };
}

/// <summary>R109.</summary>
public sealed record UnknownPriority() : Refusal(new Words(
    "Velg prioritet 1, 2 eller 3. Har alle samme prioritet, velger du 1.", "Vel prioritet 1, 2 eller 3. Har alle same prioritet, vel du 1."))
{
    public static string Field => "priority";
}

/// <summary>R109.</summary>
public sealed record NotOnWaitingList() : Refusal(new Words(
    "Nummeret står ikke på ventelisten. Last siden på nytt og velg fra listen.", "Nummeret står ikkje på ventelista. Last sida på nytt og vel frå lista."));

/// <summary>R109.</summary>
public sealed record PlaceOutsideList(int Last) : Refusal(new Words(
    $"Velg en plass fra 1 til {Last} på ventelisten.", $"Vel ein plass frå 1 til {Last} på ventelista."))
{
    public static string Field => "place";
}

/// <summary>R109.</summary>
public sealed record NotFirstInLine() : Refusal(new Words(
    "Plassen går til den som står først på ventelisten. Skal en annen ha den, flytter du nummeret først og skriver hvorfor.",
    "Plassen går til den som står først på ventelista. Skal ein annan ha han, flyttar du nummeret først og skriv kvifor."));
