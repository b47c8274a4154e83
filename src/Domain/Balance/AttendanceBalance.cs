using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A side's attendance at meetings that were held, as recorded (R41). Counts of seats: one member at one meeting.</summary>
/// <param name="Expected">Members of the side who belonged to the group when the meeting was held.</param>
/// <param name="Excused">Had said beforehand that they could not come.</param>
/// <param name="InTime">Had the notice in time, or agreed to a shorter one (R39).</param>
/// <param name="MeetingsWithout">Meetings at which nobody of the side was present.</param>
public sealed record AttendanceCount(int Expected, int Met, int Excused, int InTime, int MeetingsWithout)
{
    public static BothSides<AttendanceCount> Of(CaseFile file) => BothSides.Of(side => Of([.. file.Meetings.All.Where(meeting => meeting.IsHeld)], side));

    public AttendanceCount Plus(AttendanceCount other) =>
        new(Expected + other.Expected, Met + other.Met, Excused + other.Excused, InTime + other.InTime, MeetingsWithout + other.MeetingsWithout);

    static AttendanceCount Of(ImmutableArray<Meeting> held, Side side)
    {
        ImmutableArray<Attendee> seats = [.. held.SelectMany(meeting => meeting.Attendees).Where(attendee => attendee.Side == side)];
        return new(
            seats.Length, seats.Count(seat => seat.Presence == Presence.Present), seats.Count(seat => seat.Presence == Presence.AbsentNotified), seats.Count(seat => seat.Called),
            held.Count(meeting => !meeting.Attendees.Any(attendee => attendee.Side == side && attendee.Presence == Presence.Present)));
    }
}
