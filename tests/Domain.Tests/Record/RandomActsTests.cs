using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>Bad input is never an exception: whoever asks for whatever, in whatever order, is answered with facts or with a reason in both written forms.</summary>
public sealed class RandomActsTests
{
    [Fact]
    public void Whatever_is_asked_of_a_case_the_answer_is_facts_or_reasons() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => new Walk(new Random(seed)).Run(120)).QuickCheckThrowOnFailure();

    /// <summary>The walk reaches far: otherwise it proves little.</summary>
    [Fact]
    public void The_random_acts_reach_meetings_runs_and_evaluations()
    {
        var reached = new HashSet<string>();
        for (var seed = 0; seed < 150; seed++) new Walk(new Random(seed), reached).Run(200);

        reached.Should().Contain(
        [
            nameof(MeetingHeld), nameof(MinutesWritten), nameof(AttendanceRecorded), nameof(DayLogWritten),
            nameof(WaitingListJoined), nameof(WaitingListLeft), nameof(ProgrammeChangeProposed), nameof(EvaluationOpened), nameof(EvaluationClosed), nameof(CollaborationAnswered), nameof(ContinuationRecommended),
            nameof(MemberLeft), nameof(MemberAppointed), nameof(CasePutOnHold), nameof(ObjectionRaised),
        ]);
    }

    sealed class Walk(Random random, HashSet<string>? reached = null)
    {
        static readonly PersonId[] People = [Koord1, Fag1, Fag2, Fag3, Br1, Br2, Leder1, Admin, Outsider, Revisor, new(Guid.Empty)];

        readonly TestCase file = random.Next(8) switch
        {
            0 => AtG1(),
            1 => MeetingCase.Called().At(MeetingCase.MeetingStart),
            2 => MeetingCase.WithoutBruker(),
            3 => RunCase.Announced(RunCase.PlanA, minimum: random.Next(2) * 20).OnDayOf(1),
            4 => RunCase.Announced(RunCase.PlanA).Records(1, RunCase.DayA(1)).Logs(1),
            5 => RunCase.RunningA(),
            6 => EvaluationCase.Opened(),
            _ => EvaluationCase.Evaluated(),
        };

        public bool Run(int acts)
        {
            for (var act = 0; act < acts; act++) if (!Step()) return false;
            return true;
        }

        bool Step()
        {
            if (random.Next(4) == 0) file.After(TimeSpan.FromDays(random.Next(0, 9)));
            if (random.Next(40) == 0) file.At(RunCase.On(new(2026, 3, 10 + random.Next(2))));
            switch (file.When(Person(), Request()))
            {
                case Decision.Accepted accepted:
                    reached?.UnionWith(accepted.Facts.Select(fact => fact.GetType().Name));
                    return file.File.Version > 0;
                case Decision.Refused refused:
                    return !refused.Reasons.IsEmpty && refused.Reasons.All(reason => reason.Sentence is { Nb.Length: > 10, Nn.Length: > 10 } && reason.Sentence.Nb.EndsWith('.') && reason.Sentence.Nn.EndsWith('.'));
                default:
                    return false;
            }
        }

        CaseRequest Request() => random.Next(70) switch
        {
            0 => new PlanMeeting(Pick<MeetingType>(), file.Now.AddDays(random.Next(-2, 12)), random.Next(0, 600), Pick<MeetingForm>(), Text(), Pick<MeetingTemplate>()),
            1 or 2 => new CallMeeting(Number()),
            3 => new ConsentShortNotice(Number()),
            4 => new AddAgendaItem(Number(), Text()),
            5 or 6 or 7 => new HoldMeeting(Number(), Some(Person), Some(Person)),
            8 or 9 or 10 => new WriteMinutes(Number(), Some(() => new WrittenMinutesItem(Number(), Text(), Some(() => new WrittenProposal(Pick<Side>(), Text())), Text(), Person(), Day()))),
            11 => new ConfirmMinutes(Number(), Number()),
            12 => new AddMinutesNote(Number(), Text()),
            13 => new CommentMinutes(Number(), Text()),
            14 or 15 => new ConfirmProposal(Number(), Number(), Maybe(Number)),
            16 or 17 => new RejectProposal(Number(), Number(), Text(), Maybe(Number)),
            18 => random.Next(4) == 0 ? new CancelMeeting(Number(), Text()) : new CallMeeting(Number()),
            19 => new AnnounceCourse(Day(), Number(), Number(), random.Next(2) == 0),
            20 => new RegisterParticipants(Count(), Number()),
            66 => new JoinWaitingList(Pick<AttendeeKind>(), Number()),
            67 => new MoveOnWaitingList(Number(), Number(), Text()),
            68 => new GiveWaitingPlace(Number()),
            69 => new LeaveWaitingList(Number()),
            21 => new ChooseRunOutcome(RunOutcome.Run, Text()),
            22 or 23 or 24 => new RecordAttendance(random.Next(0, 4), Count(), random.Next(2) == 0 ? default : Some(() => new ParticipantMinutes(Number(), Pick<AttendeeKind>(), random.Next(-5, 300)))),
            25 or 26 => new WriteDayLog(random.Next(0, 4), Text(), Text(), random.Next(3) == 0 ? "hva som skjedde" : null),
            27 or 28 => new ConfirmDayLog(random.Next(0, 4)),
            29 => new ChangeProgramme(random.Next(0, 4), Pick<ProgrammeChangeKind>(), Text(), Text(), Maybe(() => random.Next(-10, 400))),
            30 => new ConsentToProgrammeChange(Number()),
            31 => new FinishCourse(Count(), Count(), Number()),
            32 => new ChooseEvaluationForm(random.Next(3) == 0 ? "ukjent" : "deltaker12", random.Next(3) == 0 ? ["v1", "v5", "tull"] : default),
            33 => new OpenEvaluation(),
            34 => new EnterPaperAnswers(Some(() => Some(() => new WrittenAnswer(random.Next(3) == 0 ? "tull" : $"v{random.Next(1, 14)}", Maybe(() => random.Next(-1, 12)))))),
            35 => random.Next(3) == 0 ? new CloseEvaluation() : new OpenEvaluation(),
            36 => new ModerateAnswer(Number(), "v5", Pick<Moderation>(), Text()),
            37 => new AnswerCollaboration(random.Next(4) == 0 ? default : [.. Enumerable.Range(0, 8).Select(_ => random.Next(0, 7))], Text()),
            38 => new AnswerCollaboration([.. Enumerable.Range(0, 8).Select(_ => random.Next(1, 6))], null),
            39 => new AddChangeProposal(Text(), Person(), Day(), Number(), Maybe(Number)),
            40 => new Recommend(Pick<RecommendationKind>(), Maybe(Number), Text()),
            41 => new DecideContinuation(Pick<ContinuationOutcome>(), Maybe(Number), Text()),
            42 => random.Next(8) == 0 ? new WithdrawFromGroup() : new AppointMember(Person(), Pick<Side>(), Pick<AssignmentType>(), null, Day(), Day(), Person(), null),
            43 => random.Next(3) == 0 ? new PutOnHold(Text(), Day()) : new ResumeCase(),
            44 => new RaiseObjection(Pick<Gate>(), Text(), Text(), random.Next(2) == 0 ? Text() : null, Text()),
            45 => new ResumeCase(),
            46 => new OfferRoleClarification(Person(), Text(), Text(), Text(), Text(), Text()),
            47 => new AcceptRoleClarification(),
            48 => new AcceptConfidentiality(Number()),
            49 => new ReadCaseSummary(),
            50 => random.Next(5) == 0 ? new EndAppointment(Person()) : new ReadCaseSummary(),
            51 => new FreezePackage(Pick<Gate>()),
            52 => new RequestChange(Pick<Gate>(), Number(), Text()),
            53 => new WithdrawSignOff(Pick<Gate>()),
            54 => new RegisterPaperSignOff(Pick<Gate>(), Number(), "hash", Person(), random.Next(2) == 0 ? "" : new string('0', 64)),
            55 => new ConfirmPaperSignOff(Pick<Gate>(), Number(), Person()),
            56 => new WithdrawObjection(Number()),
            57 => new AgreeOnNewVersion(Number(), Number()),
            58 => new EscalateObjection(Number(), Number()),
            59 => new DecideEscalation(Number(), random.Next(2) == 0 ? EscalationOutcome.Return : EscalationOutcome.Dissent, Text()),
            60 => new AssessSafetyConcern(Number()),
            61 => new RecordContact(Pick<Side>(), Text(), random.Next(2) == 0),
            62 => new AnchorCase(random.Next(2) == 0 ? Lms : Nevrologisk, Text(), Text(), Number(), Number(), Number(), Text(), false, Day(), Day()),
            63 => new SaveDraft(Pick<DocumentKind>(), FormDraft.Read(new FormDefinition(DocumentKind.D12, Words.Same("skjema"), []), [], () => new string('c', 32)), random.Next(2) == 0 ? null : new(Number(), Number())),
            64 => new IssueAnswerCodes(Some(() => random.Next(2) == 0 ? "kode" : EvaluationCase.Code(Number()))),
            _ => new GiveSignOff(Pick<Gate>(), Number(), "hash"),
        };

        int Number() => random.Next(5) == 0 ? random.Next(-2, 12) : random.Next(1, 4);

        PersonId Person() => random.Next(3) == 0 ? People[random.Next(People.Length)] : new[] { Koord1, Fag1, Br1, Br2 }[random.Next(4)];

        DateOnly Day() => new DateOnly(2025, 9, 1).AddDays(random.Next(-30, 900));

        HeadCount Count() => random.Next(6) == 0 ? new(-1, 0, 0, 0) : new(random.Next(4), random.Next(4), 0, 0);

        WrittenText Text() => Written(random.Next(20) switch { 0 => "", 1 => "kort", 2 => "01819010001 er et nummer", 3 => new string('x', 20_001), _ => "en helt vanlig tekst" });

        T Pick<T>() where T : struct, Enum => random.Next(25) == 0 ? (T)Enum.ToObject(typeof(T), 99) : Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

        int? Maybe(Func<int> make) => random.Next(2) == 0 ? null : make();

        ImmutableArray<T> Some<T>(Func<T> make) => random.Next(12) == 0 ? default : [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];
    }
}
