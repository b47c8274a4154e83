using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>A case with its group (2 September 2025) and a meeting on Tuesday 16 September 2025 at 13:00.</summary>
static class MeetingCase
{
    public static readonly DateTimeOffset MeetingStart = new(2025, 9, 16, 11, 0, 0, TimeSpan.Zero);

    public static PlanMeeting Plan(MeetingType type = MeetingType.Planning, DateTimeOffset? start = null) =>
        new(type, start ?? MeetingStart, 120, MeetingForm.Physical, Written("Møterom 2"), type == MeetingType.Planning ? MeetingTemplate.P1 : MeetingTemplate.None);

    public static TestCase Planned(MeetingType type = MeetingType.Planning) => WithGroup().Does(Koord1, Plan(type));

    public static TestCase Called(MeetingType type = MeetingType.Planning) => Planned(type).Does(Koord1, new CallMeeting(1));

    /// <summary>Held on the day with these present.</summary>
    public static TestCase Held(params ImmutableArray<PersonId> present) => Called().HoldsLatest(present);

    /// <summary>Fag1, Fag2 and the koordinator met; nobody from the user side. The minutes hold decisions on items 3, 4 and 5.</summary>
    public static TestCase WithoutBruker() => Held(Koord1, Fag1, Fag2).Does(Koord1, Minutes(1, 3, 4, 5));

    public static WriteMinutes Minutes(int meeting, params ImmutableArray<int> decided) => new(
        meeting, [.. decided.Select(item => new WrittenMinutesItem(item, Written("kort drøfting"), [new(Side.Fag, Written("et forslag"))], Written($"vedtak {item}"), Fag1, new(2025, 10, 1)))],
        Written("godt samarbeid"));

    public static TestCase Does(this TestCase file, PersonId who, CaseRequest request)
    {
        file.When(who, request).Should().BeOfType<Decision.Accepted>("{0} is expected to be accepted", request);
        return file;
    }

    public static TestCase HoldsLatest(this TestCase file, params ImmutableArray<PersonId> present)
    {
        var meeting = file.File.Meetings.All[^1];
        return file.At(meeting.Start.AddHours(2)).Does(Koord1, new HoldMeeting(meeting.Number, present, []));
    }

    public static Meeting Meeting(this TestCase file, int number = 1) => file.File.Meetings.Numbered(number)!;

    /// <summary>A further meeting eight days from now, called and held.</summary>
    public static TestCase HoldsAnother(this TestCase file, MeetingType type, params ImmutableArray<PersonId> present)
    {
        var number = file.File.Meetings.All.Length + 1;
        return file.Does(Koord1, Plan(type, file.Now.AddDays(8))).Does(Koord1, new CallMeeting(number)).HoldsLatest(present);
    }
}
