using System.Collections.Immutable;
using System.Globalization;
using static LmsWorkflow.Domain.ProgrammeItemType;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>The programmes of the worked examples (domain notes §7), as people type them.</summary>
static class Programmes
{
    static readonly ResponsibleDraft F1 = new(Fag1), F2 = new(Fag2), F3 = new(Fag3), B1 = new(Br1), B2 = new(Br2);

    /// <summary>Example A: two days, 285 and 255 minutes.</summary>
    public static ProgrammeDraft ExampleA => new(
        [
            Day(new(2026, 3, 10),
                Item("09:00", 20, "Velkommen, forventninger, grupperegler", Felles, F1, B1) with { Expectations = true },
                Item("09:20", 45, "Hva er Parkinsons sykdom?", Fag, F3),
                Break("10:05", 15),
                Item("10:20", 30, "Min hverdag med Parkinson", Erfaring, B1),
                Item("10:50", 40, "Gruppesamtale", Erfaringsutveksling, F1, B1) with { Mestring = true },
                Break("11:30", 45),
                Item("12:15", 45, "Medisiner og døgnrytme", Fag, F1),
                Break("13:00", 15),
                Item("13:15", 45, "Bevegelse og trening i hverdagen", Fag, F2),
                Item("14:00", 35, "Delte grupper: deltakere med diagnose", Erfaringsutveksling, F2, B1) with { ParallelGroup = 1 },
                Item("14:00", 35, "Delte grupper: pårørende", Erfaringsutveksling, F1, B2) with { ParallelGroup = 1 },
                Item("14:35", 25, "Oppsummering, muntlig evaluering", Felles, F1, B2) with { OralEvaluation = true }),
            Day(new(2026, 3, 11),
                Item("09:00", 15, "Siden sist", Felles, F1, B2),
                Item("09:15", 45, "Stemme, svelg, kommunikasjon", Fag, External("logoped", Side.Fag)),
                Break("10:00", 15),
                Item("10:15", 30, "Å være pårørende", Erfaring, B2),
                Item("10:45", 45, "Tanker, følelser, mestringsstrategier", Felles, External("psykolog", Side.Fag), B1) with { Mestring = true },
                Break("11:30", 45),
                Item("12:15", 40, "Rettigheter, NAV, hjelpemidler", Fag, External("sosionom", Side.Fag)),
                Item("12:55", 20, "Kommunens tilbud og fastlegens rolle", Fag, External("kommunal koordinator", Side.Fag)) with { FollowUp = true },
                Break("13:15", 15),
                Item("13:30", 30, "Likepersoner og veien videre", Erfaring, External("brukerorganisasjon", Side.Bruker)) with { FollowUp = true },
                Item("14:00", 30, "Skriftlig evaluering, muntlig runde og avslutning", Felles, F1, B1) with { OralEvaluation = true }),
        ],
        [F1, B1]);

    /// <summary>Example B: six evenings of 150 minutes with a break of 15.</summary>
    public static ProgrammeDraft ExampleB => new(
        [.. new[] { (9, 15), (9, 22), (9, 29), (10, 13), (10, 20), (10, 27) }.Select(day => Evening(new(2026, day.Item1, day.Item2)))], [F1, B1]);

    public static ProgrammeContent Seal(ProgrammeDraft draft, DocumentContent? before = null) =>
        (ProgrammeContent)draft.Seal(new PlanCase().AsKoord, DocumentKind.D13, before).Should().BeOfType<DraftSealing.Sealed>().Subject.Content;

    public static SamlingDraft Day(DateOnly date, params ImmutableArray<ProgrammeItemDraft> items) => new(date, null, Text("Møterom 1"), SamlingForm.Fysisk, items);

    public static ProgrammeItemDraft Item(string start, int minutes, string title, ProgrammeItemType type, params ImmutableArray<ResponsibleDraft> responsible) =>
        new(null, TimeOnly.Parse(start, CultureInfo.InvariantCulture), minutes, Text(title), type, responsible, Text("Samtale"));

    public static ProgrammeItemDraft Break(string start, int minutes) =>
        new(null, TimeOnly.Parse(start, CultureInfo.InvariantCulture), minutes, null, Pause, [], null);

    public static ResponsibleDraft External(string name, Side? side) => new(null, Text(name), side);

    static SamlingDraft Evening(DateOnly date) => Day(date,
        Item("18:00", 15, "Innsjekk", Felles, F1, B1) with { Expectations = true },
        Item("18:15", 15, "Siden sist", Erfaring, B1),
        Item("18:30", 25, "Tema", Fag, F1) with { Mestring = true },
        Item("18:55", 15, "Erfaring med temaet", Erfaring, B1),
        Break("19:10", 15),
        Item("19:25", 40, "Øvelse og samtale i gruppe", Erfaringsutveksling, F1, B1),
        Item("20:05", 15, "Hva tar jeg med", Felles, F1, B1),
        Item("20:20", 10, "Muntlig evaluering", Felles, B1) with { OralEvaluation = true });
}
