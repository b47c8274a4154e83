using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The themes of a course type, by number. A number's meaning never changes: programmes hold the number.</summary>
public static class CourseThemes
{
    /// <summary>Six recommended themes, in order (R67).</summary>
    static readonly ImmutableArray<Words> Mestringstreff =
    [
        new("Hva er mestring?", "Kva er meistring?"),
        new("Tanker, følelser og handling", "Tankar, kjensler og handling"),
        new("Kommunikasjon og samspill", "Kommunikasjon og samspel"),
        new("Mestringsstrategier, mestringstro og egne ressurser", "Meistringsstrategiar, meistringstru og eigne ressursar"),
        new("Motivasjon og endring", "Motivasjon og endring"),
        new("Muligheter framover", "Moglegheiter framover"),
    ];

    public static ImmutableArray<Words> Of(CourseKind? kind) => kind == CourseKind.Mestringstreff ? Mestringstreff : [];

    /// <summary>R66: a theme that is gone needs a reason, which both sides sign with the plan. R67: another order is only said.</summary>
    public static IEnumerable<ProgrammeFinding> Findings(CourseKind? kind, ProgrammeContent programme)
    {
        var themes = Of(kind);
        if (themes.IsEmpty) yield break;
        ImmutableArray<int> held = [.. programme.Samlinger.Select(samling => samling.Theme).OfType<int>()];
        if (Enumerable.Range(1, themes.Length).Any(theme => !held.Contains(theme)))
            yield return new(programme.ThemesReason is null ? FindingWeight.Block : FindingWeight.Note, new ThemesDepartedFrom());
        if (!held.SequenceEqual(held.Order())) yield return new(FindingWeight.Note, new ThemesReordered());
    }

    /// <summary>Every theme is in the programme, or it is written why not.</summary>
    public static GateCondition Settled { get; } = new("ThemesSettled", static context =>
        context.Case.Documents.Latest(DocumentKind.D13)?.Content is ProgrammeContent programme
            ? Findings(context.Case.Course?.Kind, programme).FirstOrDefault(finding => finding.Weight == FindingWeight.Block)?.Reason
            : new ThemesDepartedFrom());
}

/// <summary>R66.</summary>
public sealed record ThemesDepartedFrom() : Refusal(new Words(
    "Ett eller flere av de anbefalte temaene er tatt ut. Det er lov; skriv hvorfor i programmet, så begge sider ser det når de godkjenner.",
    "Eitt eller fleire av dei tilrådde temaa er tekne ut. Det er lov; skriv kvifor i programmet, så begge sider ser det når dei godkjenner."));

/// <summary>R67.</summary>
public sealed record ThemesReordered() : Refusal(new Words(
    "Temaene står i en annen rekkefølge enn den anbefalte.", "Temaa står i ei anna rekkjefølgje enn den tilrådde."));
