using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

/// <summary>A case in planning, with its plan frozen at G2, and the people of worked example A.</summary>
sealed class Sample
{
    public static readonly PersonId Koord = Id(1), Fag1 = Id(2), Fag2 = Id(3), Br1 = Id(4), Br2 = Id(5), Leder = Id(6);
    static readonly UnitId Lms = new(Guid.Parse("00000000-0000-0000-0000-0000000000a1"));
    static readonly UnitId Klinikk = new(Guid.Parse("00000000-0000-0000-0000-0000000000a2"));

    public CaseFile File { get; private set; } = CaseFile.Unregistered(new(Guid.Parse("00000000-0000-0000-0000-00000000c0de")));
    public PeopleDirectory Directory { get; } = People();
    public DateTimeOffset Now { get; private set; } = new(2025, 9, 2, 7, 0, 0, TimeSpan.Zero);
    public Readings Readings { get; set; } = Readings.None;

    public static FormCatalogue Forms { get; } = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D08, new(
        DocumentKind.D08, new("Behovsvurdering", "Behovsvurdering"),
        [
            new("erfaringskunnskap", new("Erfaringskunnskap", "Erfaringskunnskap"), new("Hva har de som lever med dette, lært?", "Kva har dei som lever med dette, lært?"), FieldType.LongText, true, Side.Bruker, [], new("Kunnskap", "Kunnskap")),
            new("fagkunnskap", new("Fagkunnskap", "Fagkunnskap"), null, FieldType.LongText, true, Side.Fag, [], new("Kunnskap", "Kunnskap")),
            new("niva", new("Nivå", "Nivå"), null, FieldType.Choice, true, null, [new("sykehus", new("Sykehus", "Sjukehus")), new("kommune", new("Kommune", "Kommune"))], new("Anbefaling", "Tilråding")),
            new("deltakere", new("Antall deltakere", "Tal på deltakarar"), null, FieldType.Number, false, null, [], new("Anbefaling", "Tilråding")),
            new("oppstart", new("Ønsket oppstart", "Ønskt oppstart"), null, FieldType.Date, false, null, [], new("Anbefaling", "Tilråding")),
            new("digital", new("Kan holdes digitalt", "Kan haldast digitalt"), null, FieldType.YesNo, false, null, [], new("Anbefaling", "Tilråding")),
        ])));

    public static Sample Registered()
    {
        var sample = new Sample();
        return sample.Given(Koord, new NeedRegistered(
            "2025-0041", Sealed("Mestringskurs Parkinson – for deg som har diagnosen og dine nærmeste"), Lms, [Klinikk], Koord, new(Guid.NewGuid()), TilbudType.Diagnosespesifikt,
            [ParticipantKind.Pasient, ParticipantKind.Parorende], [ReporterCategory.Brukerorganisasjon], Sealed("Voksne"), Sealed("Vi trenger et sted å møtes."), true, CaseFlow.Ny));
    }

    public static Sample WithGroup() => Registered()
        .Given(Koord, new ContactRecorded(Side.Bruker, Sealed("Parkinsonforeningen"), false, new(2025, 9, 3)), new ContactRecorded(Side.Fag, Sealed("Nevrologisk"), false, new(2025, 9, 3)))
        .Later(14).Given(Leder, new CaseAnchored(Klinikk, Sealed("Mestring"), Sealed("Parkinson"), 60, 22000, 12000, null, true, new(2025, 9, 16), new(2026, 12, 31)), new GatePassed(Gate.G0, null))
        .Later(17).Member(Br1, Side.Bruker, Perspective.Pasient).Member(Br2, Side.Bruker, Perspective.Parorende).Member(Fag1, Side.Fag, null).Member(Fag2, Side.Fag, null);

    /// <summary>D08 frozen at G1; Br1 has signed.</summary>
    public static Sample AtG1()
    {
        var sample = WithGroup()
            .Given(Br1, new DraftSaved(DocumentKind.D08, 1, 1, Assessment("Folk står alene med sorg og skam.", "God effekt av gruppetilbud.")))
            .Later(1).Freeze(1, 1)
            .Later(1).Given(Fag1, new SignOffGiven(Gate.G1, 1, "x", Fag1, Side.Fag, 1, null));
        sample.Given(Br2, new ChangeRequested(Gate.G1, 1, Br2, Side.Bruker, Sealed("Pårørende mangler en egen samtale.")));
        sample.Given(Br1, new DraftSaved(DocumentKind.D08, 2, 1, Assessment("Folk står alene med sorg og skam. Pårørende trenger en egen samtale.", "God effekt av gruppetilbud."))).Later(2).Freeze(2, 2);
        var hash = sample.File.SignOffs.Current(Gate.G1)!.Hash;
        return sample.Later(1).Given(Br1, new SignOffGiven(Gate.G1, 2, hash, Br1, Side.Bruker, 1, null));
    }

    /// <summary>The announcement is frozen at G2; the goal of the kursplan was changed after it was written.</summary>
    public static Sample Announced()
    {
        var announcement = new FormContent([new("tittel", FieldValue.Of(Sealed("Mestringskurs Parkinson"))), new("for_hvem", FieldValue.Of(Sealed("For deg som har diagnosen."))), new("kontakt", FieldValue.Of(Sealed("Ring senteret.")))]);
        var item = new ProgrammeItem(1, new(9, 0), 20, Sealed("Velkommen"), ProgrammeItemType.Felles, [new(Fag1, null, Side.Fag)], Sealed("Samtale"), null, false, false, true, false);
        return WithGroup().Given(Koord,
            new DraftSaved(DocumentKind.D12, 1, 1, Plan("Kunnskap", "To dager")), new DraftSaved(DocumentKind.D12, 1, 2, Plan("Mestring", "To dager")),
            new DraftSaved(DocumentKind.D13, 1, 1, new ProgrammeContent([new(1, new(2026, 3, 10), null, Sealed("Møterom 1"), SamlingForm.Fysisk, [item], null)], [], null)),
            new DraftSaved(DocumentKind.D16, 1, 1, announcement),
            new PackageFrozen(Gate.G2, 1, [new(DocumentKind.D16, 1, CanonicalWriter.Hash(announcement))], "pakke"));
    }

    /// <summary>A re-run with one change treated and one not; nobody but Br2 is appointed again.</summary>
    public static Sample Rerun()
    {
        var sample = Registered();
        return sample.Given(Koord,
            new NeedRegistered("2026-0007", Sealed("Mestringskurs Parkinson"), Lms, [Klinikk], Koord, new(Guid.NewGuid()), TilbudType.Diagnosespesifikt,
                [ParticipantKind.Pasient], [ReporterCategory.Fagperson], Sealed("Voksne"), Sealed("Kurset ble fullt."), true, CaseFlow.Gjentak),
            new RerunBegun(sample.File.Id, sample.Now, [new(Gate.G1, sample.File.Id, 1, "x"), new(Gate.G2, sample.File.Id, 1, "y")], [],
                [new(1, Sealed("Mer tid til rettigheter"), Koord, new(2026, 8, 1)), new(2, Sealed("Send skjema før kurset"), Fag1, new(2026, 8, 1))],
                [new(Br1, Side.Bruker, AssignmentType.PaVegneAv, Perspective.Pasient, Fag1, new(2025, 10, 3)), new(Fag1, Side.Fag, AssignmentType.Fagansvarlig, null, null, null)]))
            .Member(Br2, Side.Bruker, Perspective.Parorende).Given(Br2, new ChangeTreated(1, ChangeOutcome.Postponed, Sealed("Kommer i neste kurs"), Side.Bruker));
    }

    /// <summary>A course for children that has begun, opened from a template with themes and two evaluation forms.</summary>
    public static Sample ForChildren()
    {
        var sample = WithGroup();
        sample.Given(Koord, new NeedRegistered("2026-0008", Sealed("SMIL"), Lms, [Klinikk], Koord, new(Guid.NewGuid()), TilbudType.ParorendeBarn,
            [ParticipantKind.Barn, ParticipantKind.Foreldre], [ReporterCategory.Fagperson], Sealed("Barn"), Sealed("Barn står alene."), true, CaseFlow.Ny),
            new CourseTemplateUsed("mestringstreff", CourseKind.Mestringstreff, new(5, 8), []));
        var item = new ProgrammeItem(1, new(17, 0), 30, Sealed("Bli kjent"), ProgrammeItemType.Felles, [new(null, null, Side.Fag), new(null, null, Side.Bruker)], Sealed("Lek"), null, false, false, true, false);
        return sample.Given(Br1, new DraftSaved(DocumentKind.D13, 1, 1, new ProgrammeContent([new(1, new(2025, 10, 1), null, null, SamlingForm.Fysisk, [item], null) { Theme = 1, Category = SamlingCategory.MedForeldre }], [], null)))
            .Given(Koord, new CourseAnnounced(new(1, [new(1, new(2025, 10, 1), 30, 0)], [Fag1, Br1]), new(2025, 9, 20), 3, 9, false), new ParticipantsRegistered(new(0, 0, 9, 0), 0),
                new PoliceCertificateSeen(Fag1, new(2025, 9, 20)), new ParentalConsentRecorded(1, 1, ConsentKind.Papir, new(2025, 9, 20)), new PreConversationHeld(1, new(2025, 9, 21)),
                new ParentalConsentRecorded(2, 2, ConsentKind.IdPorten, new(2025, 9, 20)), new FamilyWithdrew(2),
                new AttendanceRecorded(1, new(0, 0, 1, 0), []), new ParentsCounted(1, 2), new PostConversationOffered(1, new(2025, 10, 2)),
                new EvaluationFormChosen("barn5", ["b1", "b5"]), new ParentsFormChosen("deltaker6", ["v1", "v5"]), new EvaluationOpened());
    }

    static FormContent Plan(string goal, string frame) => new([new("mal", FieldValue.Of(Sealed(goal))), new("rammer", FieldValue.Of(Sealed(frame)))]);

    /// <summary>A meeting without a brukerrepresentant, and one to come; the course has run and was evaluated by three.</summary>
    public static Sample WithMeetings()
    {
        var sample = AtG1();
        var start = sample.Now.AddDays(10);
        sample.Given(Koord, new MeetingPlanned(1, MeetingType.Planning, start, 90, MeetingForm.Physical, Sealed("Rom 2"), AgendaTemplates.Of(MeetingTemplate.P2)), new MeetingCalled(1, [Br1, Br2, Fag1, Fag2]));
        sample.Later(11).Given(Koord, new MeetingHeld(1, [new(Fag1, Side.Fag, Presence.Present, true), new(Br1, Side.Bruker, Presence.AbsentNotified, true)], [Invalidity.NoBrukerrepresentant]));
        sample.Given(Fag1, new MinutesWritten(1, 1, [new(1, Sealed("Drøftet"), [new(Side.Fag, Sealed("Kosthold"))], Sealed("Bytt tema 6"), Fag1, new(2026, 1, 1))], Sealed("Fin runde")));
        sample.Given(Koord, new MeetingPlanned(2, MeetingType.Dialogue, sample.Now.AddDays(3), 60, MeetingForm.Digital, Sealed("Lenke"), AgendaTemplates.Of(MeetingTemplate.Dialogue)), new MeetingCalled(2, [Br1, Br2, Fag1, Fag2]));
        sample.Given(Koord, new CourseAnnounced(new(1, [new(1, new(2025, 10, 1), 285, 1), new(2, new(2026, 5, 1), 255, 1)], [Fag1, Br1]), new(2025, 9, 20), 8, 16, true), new ParticipantsRegistered(new(9, 5, 0, 0), 1));
        sample.Given(Fag1, new AttendanceRecorded(1, new(8, 5, 0, 0), []), new DayLogWritten(1, Sealed("Fint"), null, null), new EvaluationFormChosen("deltaker6", ["v1", "v5"]), new EvaluationOpened());
        return sample.Given(Br1, new CollaborationAnswered(Br1, Side.Bruker, Ratings(2, 4, 4, 4, 5, 5, 4, 4), null)).Given(Fag1, new CollaborationAnswered(Fag1, Side.Fag, Ratings(5, 4, 4, 4, 5, 5, 4, 4), Sealed("Send alt i systemet.")));
    }

    public Sample Given(PersonId who, params CaseFact[] facts)
    {
        foreach (var fact in facts)
        {
            File = File.After(fact, new(Now, who, Role.Koordinator, "demo"));
            Story.Insert(0, (fact, new(Now, who, Role.Koordinator, "demo")));
        }

        return this;
    }

    public List<(CaseFact Fact, Stamp Stamp)> Story { get; } = [];

    public Sample Later(int days)
    {
        Now = Now.AddDays(days).AddMinutes(17);
        return this;
    }

    public CaseContext Context(PersonId who) => new(File, new(who, Directory.Find(who)!.Grants, "demo"), Role.Koordinator, Now, Directory, Forms, Settings.Default, Readings);

    public Viewer Viewer(PersonId? who, Language language = Language.Nb) => new(who, language, Directory, Now)
    {
        Actor = who is { } id ? Context(id).Actor : new(null, [], ""),
        Capacity = new("Brukerrepresentant", "Brukarrepresentant"),
        Demonstration = true,
        Token = new("__RequestVerificationToken", "t"),
        Tasks = 3,
    };

    public ImmutableArray<HistoryLine> Lines(Viewer me) =>
        [.. Story.Select(entry => FactSentences.Of(entry.Fact, entry.Stamp, me) is { } words ? new HistoryLine(entry.Stamp.At, me.Say(words)) : null).OfType<HistoryLine>()];

    static SealedText Ratings(params ImmutableArray<int> ratings) => SealedRatings.Seal(ratings, new string('b', 32));

    public static SealedText Sealed(string text) => SealedText.Seal("test", text, new string('a', 32));

    static FormContent Assessment(string erfaring, string fag) => new(
    [
        new("erfaringskunnskap", FieldValue.Of(Sealed(erfaring))), new("fagkunnskap", FieldValue.Of(Sealed(fag))), new("niva", FieldValue.OfChoice("sykehus")),
        new("deltakere", FieldValue.Of(16)), new("oppstart", FieldValue.Of(new DateOnly(2026, 3, 10))), new("digital", FieldValue.Of(false)),
    ]);

    Sample Member(PersonId person, Side side, Perspective? perspective) => Given(Koord,
        new MemberAppointed(person, side, side == Side.Fag ? AssignmentType.Fagansvarlig : AssignmentType.PaVegneAv, perspective, new(2025, 9, 1), new(2027, 12, 31), Fag1, null, false, null, null),
        new RoleClarificationOffered(person, Sealed("Delta i planleggingen."), Sealed("Å gi råd om behandling."), Sealed("Fire møter."), Sealed("Samtale før og etter."), Sealed("Honorar etter satsene.")),
        new RoleClarificationAccepted(person));

    Sample Freeze(int package, int version)
    {
        ImmutableArray<PackagedDocument> documents = [new(DocumentKind.D08, version, CanonicalWriter.Hash(File.Documents.File(DocumentKind.D08)!.Numbered(version)!.Content))];
        return Given(Koord, new PackageFrozen(Gate.G1, package, documents, FreezePackage.Hash(Gate.G1, documents)));
    }

    static PersonId Id(int number) => new(Guid.Parse($"00000000-0000-0000-0000-{number:d12}"));

    static PeopleDirectory People()
    {
        var stamp = new Stamp(DateTimeOffset.UnixEpoch, null, Role.System, "test");
        var directory = PeopleDirectory.Empty.After(new UnitRegistered(Lms, "LMS Fjordkysten", true), stamp).After(new UnitRegistered(Klinikk, "Nevrologisk avdeling", false), stamp);
        foreach (var (id, name) in new[] { (Koord, "Kari Koordinator"), (Fag1, "Frida Sykepleier"), (Fag2, "Finn Fysioterapeut"), (Br1, "Birger Berg"), (Br2, "Berit Bakke"), (Leder, "Lena Leder") })
            directory = directory.After(new PersonRegistered(id, Sealed(name), Language.Nb, id == Fag1 || id == Fag2 ? [Klinikk] : []), stamp);
        return directory.After(new RoleGranted(Koord, Role.Koordinator, Lms), stamp).After(new RoleGranted(Leder, Role.Leder, Klinikk), stamp);
    }
}
