using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>An item as it stands in the editor.</summary>
public sealed record ItemRow(int Index, ProgrammeItem? Item);

/// <summary>A samling as it stands in the editor.</summary>
public sealed record SamlingRow(int Index, Samling? Samling, ImmutableArray<ItemRow> Items);

/// <summary>The programme page: editor, live figures, findings.</summary>
/// <param name="Shown">What the figures are computed from: the draft as typed, or what is saved. Null when what was typed cannot be read.</param>
public sealed partial record ProgrammeView(
    CaseFrame Frame, ImmutableArray<SamlingRow> Samlinger, ProgrammeContent? Shown, ProgrammeFigures Figures, ImmutableArray<ProgrammeFinding> Findings,
    DraftPosition? Position, bool MayEdit, bool MakesNewVersion, Words? ReopensGate, ImmutableArray<Choice> People, ImmutableArray<Responsible> Leaders, string LeadersReason, ImmutableArray<ReadField> Text,
    ImmutableArray<Words> Themes, string ThemesReason, bool ForChildren)
{
    /// <param name="draft">Sealed draft of a form that came back, or null.</param>
    public static ProgrammeView From(CaseContext context, ProgrammeContent? draft, Viewer me)
    {
        var latest = context.Case.Documents.Latest(DocumentKind.D13);
        var saved = latest?.Content as ProgrammeContent;
        var shown = draft ?? saved ?? ProgrammeContent.Empty;
        var children = context.Case.Identity?.Participants.Contains(ParticipantKind.Barn) == true;
        return new(
            CaseFrame.From(context, me), me.Form is { } form ? Typed(form, saved) : Saved(saved), shown, ProgrammeFigures.Of(shown), [.. ProgrammeFindings.Of(shown, children), .. CourseThemes.Findings(context.Case.Course?.Kind, shown)],
            latest is null ? null : new(latest.Number, latest.Revision), context.Case.IsOpen && context.May(Act.EditJointDocument),
            DocumentNames.IsLocked(latest, context.Case), GateDocuments.PassedGateOf(context.Case, DocumentKind.D13) is { } gate ? gate.Words() : null,
            [
                .. context.Case.Group.Members.DistinctBy(member => member.Person).Select(member => new Choice(member.Person.ToString(), $"{me.NameOf(member.Person)}, {me.Say(member.Side.Words())}")),
                .. NotInGroup(context.Case.Group, saved).Select(person => new Choice(person.ToString(), me.Say($"{me.NameOf(person)}, ikke oppnevnt", $"{me.NameOf(person)}, ikkje oppnemnd"))),
            ],
            saved?.Leaders ?? [], me.Text(saved?.LeadersReason), ContentView.Read(latest?.Content, null, me),
            CourseThemes.Of(context.Case.Course?.Kind), me.Text(saved?.ThemesReason), children);
    }

    /// <summary>Those a programme copied from an earlier run names, and this group does not have.</summary>
    static IEnumerable<PersonId> NotInGroup(WorkingGroup group, ProgrammeContent? programme) => programme is null ? [] :
        programme.Leaders.Concat(programme.Samlinger.SelectMany(samling => samling.Items).SelectMany(item => item.Responsible))
            .Select(person => person.Member).OfType<PersonId>().Distinct().Where(person => group.SideOf(person) is null);

    static ImmutableArray<SamlingRow> Saved(ProgrammeContent? content) => content is null or { Samlinger.IsEmpty: true }
        ? [new(0, null, [new(0, null)])]
        : [.. content.Samlinger.Select((samling, at) => new SamlingRow(at, samling, [.. samling.InOrder.Select((item, row) => new ItemRow(row, item)), .. samling.Items.IsEmpty ? [new ItemRow(0, null)] : ImmutableArray<ItemRow>.Empty]))];

    /// <summary>The rows that were in the form, with one more where one was asked for.</summary>
    static ImmutableArray<SamlingRow> Typed(FormState form, ProgrammeContent? saved)
    {
        var rows = form.Typed.Keys.Select(key => RowKey().Match(key)).Where(match => match.Success)
            .Select(match => (Samling: Index(match.Groups[1]), Item: match.Groups[2].Success ? Index(match.Groups[2]) : -1)).Distinct().ToList();
        var wish = form.Value("gjor") ?? "";
        var samlinger = rows.Select(row => row.Samling).Distinct().Order().Select(samling => new SamlingRow(samling, null,
            [.. rows.Where(row => row.Samling == samling && row.Item >= 0).Select(row => row.Item).Distinct().Order().Select(item => new ItemRow(item, null))])).ToList();
        if (wish == "ny-samling") samlinger.Add(new(samlinger.Count == 0 ? 0 : samlinger.Max(row => row.Index) + 1, null, [new(0, null)]));
        if (wish.StartsWith("ny-post:", StringComparison.Ordinal) && int.TryParse(wish.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var to))
            samlinger = [.. samlinger.Select(row => row.Index == to ? row with { Items = row.Items.Add(new(row.Items.IsEmpty ? 0 : row.Items.Max(item => item.Index) + 1, null)) } : row)];
        return [.. samlinger];
    }

    static int Index(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^samlinger\.(\d{1,4})\.(?:items\.(\d{1,4})\.)?")]
    private static partial Regex RowKey();
}

/// <summary>What the four characteristics of a lærings- og mestringstilbud are called (R53–R56).</summary>
public static class CharacteristicNames
{
    public static ImmutableArray<(Words Name, Type Missing)> All { get; } =
    [
        (new("Faginnlegg", "Faginnlegg"), typeof(FagItemMissing)),
        (new("Erfaringsinnlegg", "Erfaringsinnlegg"), typeof(LivedExperienceMissing)),
        (new("Erfaringsutveksling", "Erfaringsutveksling"), typeof(ExchangeOfExperienceMissing)),
        (new("Mestring", "Meistring"), typeof(MestringItemMissing)),
    ];
}
