using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

/// <summary>Every page once, as somebody with something to do on it sees it.</summary>
static class Pages
{
    public static async Task<IReadOnlyList<(string Name, string Html)>> All(Language language)
    {
        var sample = Sample.AtG1();
        Viewer Me(PersonId? who, string path = "/") => sample.Viewer(who, language) with { Path = path };
        var br2 = Me(Sample.Br2, "/saker/1");
        var koord = Me(Sample.Koord, "/saker/1");
        sample.Readings = new([new PackageOpened(Sample.Br2, Gate.G1, 2)]);
        var context = sample.Context(Sample.Br2);
        var coordinates = sample.Context(Sample.Koord);
        var early = Sample.Registered();
        var met = Sample.WithMeetings();
        var leder = Me(Sample.Leder, "/saker/1");
        return
        [
            ("sak", await Html.Text<CasePage>(("Me", br2), ("View", CaseView.From(context, br2, TaskBook.Empty, [.. sample.Lines(br2).Take(5)])))),
            ("sak-ny", await Html.Text<CasePage>(("Me", koord), ("View", CaseView.From(early.Context(Sample.Koord), koord, TaskBook.Empty, [.. early.Lines(koord)])))),
            ("godkjenning", await Html.Text<SignOffPage>(("Me", br2), ("View", SignOffView.From(context, Gate.G1, br2)))),
            ("godkjenning-ikke-klar", await Html.Text<SignOffPage>(("Me", koord), ("View", SignOffView.From(Sample.WithGroup().Context(Sample.Koord), Gate.G1, koord)))),
            ("gruppe", await Html.Text<GroupPage>(("Me", koord), ("View", GroupView.From(coordinates, koord)))),
            ("dokumenter", await Html.Text<DocumentsPage>(("Me", br2), ("View", DocumentsView.From(context, br2)))),
            ("dokument", await Html.Text<DocumentPage>(("Me", br2), ("View", DocumentView.From(context, DocumentKind.D08, null, null, br2)))),
            ("dokument-lest", await Html.Text<DocumentPage>(("Me", br2), ("View", DocumentView.From(context, DocumentKind.D08, 1, null, br2)))),
            ("dokument-forskjell", await Html.Text<DocumentPage>(("Me", br2), ("View", DocumentView.From(context, DocumentKind.D08, 2, 1, br2)))),
            ("invitasjon", await Html.Text<InvitationPage>(("Me", br2), ("View", InvitationView.From(Sample.Announced().Context(Sample.Br2), br2)))),
            ("kunngjoring", await Html.Text<DocumentPage>(("Me", br2), ("View", DocumentView.From(Sample.Announced().Context(Sample.Br2), DocumentKind.D16, null, null, br2)))),
            ("kursplan-se-igjen", await Html.Text<DocumentPage>(("Me", br2), ("View", DocumentView.From(Sample.Announced().Context(Sample.Br2), DocumentKind.D12, null, null, br2)))),
            ("historikk", await Html.Text<HistoryPage>(("Me", br2), ("Frame", CaseFrame.From(context, br2)), ("View", History(sample, context, br2)))),
            ("moter", await Html.Text<MeetingsPage>(("Me", koord), ("View", MeetingsView.From(met.Context(Sample.Koord), koord)))),
            ("mote-kommende", await Html.Text<MeetingPage>(("Me", koord), ("View", MeetingView.From(met.Context(Sample.Koord), 2, koord)))),
            ("mote-ugyldig", await Html.Text<MeetingPage>(("Me", br2), ("View", MeetingView.From(met.Context(Sample.Br2), 1, br2)))),
            ("program", await Html.Text<ProgrammePage>(("Me", br2), ("View", ProgrammeView.From(context, null, br2)))),
            ("budsjett", await Html.Text<BudgetPage>(("Me", koord), ("View", BudgetView.From(coordinates, null, koord)))),
            ("gjennomforing", await Html.Text<DeliveryPage>(("Me", koord), ("View", DeliveryView.From(met.Context(Sample.Koord), koord)))),
            ("evaluering", await Html.Text<EvaluationPage>(("Me", br2), ("View", EvaluationView.From(met.Context(Sample.Br2), br2)))),
            ("vedtak", await Html.Text<DecisionsPage>(("Me", leder), ("View", DecisionsView.From(early.Context(Sample.Leder), leder)))),
            ("svar", await Html.Text<AnswerPage>(("Me", Me(null, "/svar/1")), ("Form", EvaluationForms.Deltaker12))),
            ("balanse", await Html.Text<BalancePage>(("Me", br2), ("View", new BalanceView(CaseFrame.From(context, br2), CaseBalance.Of(context.Case), context.Case.Identity!.LmsUnit)))),
            ("balanse-moter", await Html.Text<BalancePage>(("Me", koord), ("View", Balance.OfCase(met.Context(Sample.Koord), koord)))),
            ("balanse-enhet", await Html.Text<UnitBalancePage>(("Me", leder with { Path = "/balanse" }), ("View", Balance.OfUnit()))),
            ("balanse-enhet-for-fa", await Html.Text<UnitBalancePage>(("Me", leder with { Path = "/balanse" }), ("View", Balance.OfUnit() with { Balance = new(0, 3, null, null, null), Asked = Balance.OfUnit().Asked with { Unit = null } }))),
            ("samsvar", await Html.Text<CaseCompliancePage>(("Me", br2), ("View", new ComplianceView(CaseFrame.From(context, br2), ComplianceMatrix.Of(context.Case, FactPlaces.Of([])), null)))),
            ("samsvar-moter", await Html.Text<CaseCompliancePage>(("Me", koord), ("View", Compliance.OfCase(met.Context(Sample.Koord), koord)))),
            ("samsvar-enhet", await Html.Text<UnitCompliancePage>(("Me", leder with { Path = "/samsvar" }), ("View", Compliance.OfUnit()))),
            ("samsvar-enhet-tall", await Html.Text<UnitCompliancePage>(("Me", leder with { Path = "/samsvar" }), ("View", Compliance.OfUnit(ComplianceFigure.G1None) with { Asked = Compliance.OfUnit().Asked with { Unit = null }, IsLater = true }))),
            ("slettinger", await Html.Text<ErasuresPage>(("Me", leder with { Path = "/sletting" }), ("View", new ErasuresView([Erasure(ErasureStanding.Waiting)], [Erasure(ErasureStanding.Confirmed), Erasure(ErasureStanding.Declined)], true, 90)))),
            ("sletting", await Html.Text<ErasurePage>(("Me", leder with { Path = "/sletting/1" }), ("View", new ErasurePageView(Erasure(ErasureStanding.Waiting), [new("Behovsmelding (malgruppe)", "Sak 2026-0001", "/saker/1/historikk", null)], "Feil sak.", null, null, true, false, null, 90)))),
            ("sletting-gjort", await Html.Text<ErasurePage>(("Me", koord with { Path = "/sletting/1" }), ("View", new ErasurePageView(Erasure(ErasureStanding.Confirmed), [new("Navn", "Katalogen", null, null)], "Bedt om det.", "Leif Leder", null, false, false, null, 90)))),
            ("sletting-ryddet", await Html.Text<ErasurePage>(("Me", koord with { Path = "/sletting/1" }), ("View", new ErasurePageView(Erasure(ErasureStanding.Confirmed) with { CleanedAt = new(2026, 3, 3, 8, 1, 0, TimeSpan.Zero) }, [new("Navn", "Katalogen", null, null)], "Bedt om det.", "Leif Leder", null, false, false, new(2026, 6, 1), 90)))),
            ("sletting-ny", await Html.Text<NewErasurePage>(("Me", koord with { Path = "/sletting/ny" }), ("View", new NewErasureView("Sak 2026-0001, hendelse 3", false, [new("a", "Behovsmelding (malgruppe)") { Hint = "Personer med Parkinson" }], "/sletting/ny?sak=1&hending=3", "/saker/1/historikk/3")))),
            ("oppbevaring", await Html.Text<RetentionPage>(("Me", leder with { Path = "/oppbevaring" }), ("View", Retention(null)))),
            ("oppbevaring-forfalt", await Html.Text<RetentionPage>(("Me", leder with { Path = "/oppbevaring" }), ("View", Retention(RetentionState.Overdue) with { IsLater = true }))),
            ("oppbevaring-tom", await Html.Text<RetentionPage>(("Me", leder with { Path = "/oppbevaring" }), ("View", Retention(null) with { Asked = Retention(null).Asked with { Unit = null, Unreadable = true }, Overdue = 0, Proposed = 0, Later = 0, Lines = [], Next = null }))),
            ("oppbevaring-regler", await Html.Text<RetentionRulesPage>(("Me", leder with { Path = "/oppbevaring/regler" }), ("View", RetentionRules(true)))),
            ("oppbevaring-regler-les", await Html.Text<RetentionRulesPage>(("Me", leder with { Path = "/oppbevaring/regler" }), ("View", RetentionRules(false) with { Unit = null, MayReadList = false, History = null }))),
            ("oppbevaring-sak", await Html.Text<CaseRetentionPage>(("Me", leder), ("View", CaseRetention(CaseFrame.From(sample.Context(Sample.Leder), leder))))),
            ("innboks", await Html.Text<InboxPage>(("Me", koord with { Path = "/" }), ("View", Inbox(sample)))),
            ("stopp", await Html.Text<StuckPage>(("Me", koord with { Path = "/stopp" }), ("View", Inbox(sample)))),
            ("saker", await Html.Text<CasesPage>(("Me", koord with { Path = "/saker" }), ("View", Cases(sample)))),
            ("meld-behov", await Html.Text<NewCasePage>(("Me", koord with { Path = "/saker/ny" }), ("View", NewCase(rerun: false)))),
            ("gjentak", await Html.Text<NewCasePage>(("Me", koord with { Path = "/saker/ny?type=gjentak" }), ("View", NewCase(rerun: true)))),
            ("endringer-fra-forrige-gang", await Html.Text<RerunPage>(("Me", br2), ("View", RerunView.From(Sample.Rerun().Context(Sample.Br2), br2)))),
            ("gruppe-gjentak", await Html.Text<GroupPage>(("Me", koord), ("View", GroupView.From(Sample.Rerun().Context(Sample.Koord), koord)))),
            ("familier", await Html.Text<FamiliesPage>(("Me", koord), ("View", FamiliesView.From(Sample.ForChildren().Context(Sample.Koord), koord)))),
            ("program-tema", await Html.Text<ProgrammePage>(("Me", koord), ("View", ProgrammeView.From(Sample.ForChildren().Context(Sample.Koord), null, koord)))),
            ("gjennomforing-barn", await Html.Text<DeliveryPage>(("Me", koord), ("View", DeliveryView.From(Sample.ForChildren().Context(Sample.Koord), koord)))),
            ("evaluering-foreldre", await Html.Text<EvaluationPage>(("Me", koord), ("View", EvaluationView.From(Sample.ForChildren().Context(Sample.Koord), koord)))),
            ("logg-inn", await Html.Text<SignInPage>(("Me", Me(null, "/logg-inn")), ("People", ImmutableArray.Create<Choice>(new("a", "Kari Koordinator") { Hint = "Koordinator" }, new("b", "Birger Berg") { Hint = "Brukerrepresentant" })))),
            ("avlevering", await Html.Text<HandOverPage>(("Me", koord), ("View", new HandOverView(CaseFrame.From(coordinates, koord), true, true, Handed)))),
            ("avlevering-ikke-ferdig", await Html.Text<HandOverPage>(("Me", koord), ("View", new HandOverView(CaseFrame.From(coordinates, koord), true, false, [])))),
            ("avlevering-periode", await Html.Text<HandOverUnitPage>(("Me", koord with { Path = "/avlevering" }), ("View", new HandOverUnitView([new("a", "LMS Fjordkysten")], "2025-01-01", "2025-12-31", Handed)))),
            ("tilgjengelighet", await Html.Text<AccessibilityPage>(("Me", br2))),
            ("feil", await Html.Text<MessagePage>(("Me", br2), ("Status", 404))),
        ];
    }

    static NewCaseView NewCase(bool rerun)
    {
        ImmutableArray<CaseKindChoice> kinds =
        [
            new("standard_metode", new("Nytt tilbud", "Nytt tilbod"), new("Et behov er meldt.", "Eit behov er meldt."), false, null, []),
            new("gjentak", new("Gjentak av fast tilbud", "Gjentak av fast tilbod"), new("Et fast tilbud holdes på nytt.", "Eit fast tilbod blir halde på nytt."), true, null, []),
        ];
        return new(true, kinds, kinds[rerun ? 1 : 0], rerun ? [new("a", "Mestringskurs Parkinson", 2, true)] : [], [new("a", "LMS Fjordkysten")], [new("b", "Nevrologisk avdeling")]);
    }

    static RetentionView Retention(RetentionState? state)
    {
        var unit = new UnitId(Guid.Parse("00000000-0000-0000-0000-0000000000a1"));
        RetentionLine Line(RetentionState one, int? erasure) => new(
            new(Guid.Parse("00000000-0000-0000-0000-00000000c0de")), "2016-0007", "Mestringskurs", new(2027, 4, 10), one, [RetentionNames.Of(RetentionKind.RawAnswers), RetentionNames.Of(RetentionKind.D12)],
            [RetentionRule.Default(RetentionKind.RawAnswers).Words()], one == RetentionState.Later, erasure);
        return new(new(unit, [new($"{unit}", "LMS")], new(2007, 1, 1), new(2028, 1, 1), false), state, 1, 1, 1, [Line(RetentionState.Overdue, null), Line(RetentionState.Proposed, 3), Line(RetentionState.Later, null)], 50, false, 90);
    }

    static RetentionRulesView RetentionRules(bool mayChange) => new(
        new(Guid.Parse("00000000-0000-0000-0000-0000000000a1")), [new("", "Hele organisasjonen")],
        [.. RetentionKinds.All.Select(kind => new RetentionRuleLine(kind, kind == RetentionKind.D12 ? new(RetentionMoment.Decided, 240) : RetentionRule.Default(kind), "følger med systemet", kind == RetentionKind.D12))], mayChange, true, "/enheter/1#historikk", 90);

    static CaseRetentionView CaseRetention(CaseFrame frame) => new(
        frame,
        [
            new(RetentionKind.D12, 14, RetentionRule.Default(RetentionKind.D12), "LMS", new(2036, 4, 17), new(2036, 4, 17), null, false), new(RetentionKind.Contacts, 1, RetentionRule.Default(RetentionKind.Contacts), "LMS", new(2025, 4, 17), null, null, true),
            new(RetentionKind.RawAnswers, 9, RetentionRule.Default(RetentionKind.RawAnswers), "LMS", new(2025, 4, 10), null, 3, true), new(RetentionKind.CaseTexts, 2, RetentionRule.Default(RetentionKind.CaseTexts), "LMS", null, null, null, false),
        ], true, true, 90);

    static ErasureLine Erasure(ErasureStanding standing) =>
        new(1, "én tekst", ErasureGround.Misregistered, standing, "Kari Koordinator", new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), standing == ErasureStanding.Waiting ? null : new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero), null);

    static InboxView Inbox(Sample sample) => new(
        [new("1", new("Lås teksten til godkjenning", "Lås teksten til godkjenning"), "/saker/1", "2025-0041", "Mestringskurs Parkinson", Role.Koordinator.Words(), sample.Now.AddDays(-1)), new("2", new("Kall inn til oppstartsmøte", "Kall inn til oppstartsmøte"), "/saker/1", "2025-0042", "Starthjelp", Role.Koordinator.Words(), null)],
        [new(sample.File.Id, 3, "2025-0043", "Mestringstreff", "/saker/1", Gate.G2.Words(), sample.Now, [new MissingSignOff(Side.Bruker).Sentence])], true);

    static CasesView Cases(Sample sample) => new(
        [new(sample.File.Id, "2025-0041", "Mestringskurs Parkinson – for deg som har diagnosen og dine nærmeste", Phase.NeedsAssessment, Standing.Open, [WaitingNames.Of("signoff:Fag")!], sample.Now), new(sample.File.Id, "2025-0040", "Starthjelp", Phase.Ended, Standing.Closed, [], sample.Now)],
        new Dictionary<Phase, int> { [Phase.NeedsAssessment] = 1, [Phase.Ended] = 1 }, null, false, "abc");

    static readonly ImmutableArray<HandOverLine> Handed =
    [
        new(new(2025, 9, 2, 7, 0, 0, TimeSpan.Zero), new("Ferdig", "Ferdig"), false, "/api/v1/cases/1/hand-overs/1/file", "noark5-2026-0001.zip", new('a', 64), 1, 20, false), new(new(2025, 9, 2, 7, 0, 0, TimeSpan.Zero), new("Skriver uttrekket", "Skriv uttrekket"), false, null, "", "", 0, 0, null),
    ];

    static HistoryView History(Sample sample, CaseContext context, Viewer me) => new(
        [.. sample.Lines(me).Select((line, index) => new HistoryRow(index + 1, line.At, line.Sentence, $"/saker/{context.Case.Id}/historikk/{index + 1}"))],
        new("", "Happened", "", "", "", "", "", "", "", true), [new("Happened", me.Say("Det som har hendt", "Det som har hendt"))], [], [], [], [], [], null, "/api/v1/cases/1/history/search", false);
}
