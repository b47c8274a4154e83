using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>One input of a document's form.</summary>
/// <param name="Locked">Written by the other side; shown, not edited (D08).</param>
public sealed record EditField(FieldDefinition Definition, string? Value, ImmutableArray<string> Values, bool Locked, string Shown)
{
    /// <summary>Of a list: the cells of each row that is there, in the order of the columns.</summary>
    public ImmutableArray<ImmutableArray<EditField>> Rows { get; init; } = [];

    public static EditField Of(FieldDefinition field, FieldValue? value) => new(field, ContentView.Typed(value), value?.Choices ?? [], false, "")
    {
        Rows = [.. (value?.Rows ?? []).Select(row => field.Columns.Select(column => Of(column, row[column.Key])).ToImmutableArray())],
    };
}

/// <summary>A version in the list of versions.</summary>
public sealed record VersionLine(int Number, Words State, string Mark, string By, DateTimeOffset At, string? ShortHash);

/// <summary>What the page shows of the document.</summary>
public enum DocumentMode { Edit, Read, Compare }

/// <summary>The page of one document.</summary>
/// <param name="Position">Version and revision the form was filled from; a stale one is refused.</param>
public sealed record DocumentView(
    CaseFrame Frame, DocumentKind Kind, Words Title, DocumentMode Mode, ImmutableArray<EditField> Fields, DraftPosition? Position, bool MakesNewVersion, Words? ReopensGate,
    ImmutableArray<VersionLine> Versions, int? Shown, ImmutableArray<ReadField> Text, int? ComparedFrom, ImmutableArray<FieldChange> Changes,
    Gate? Gate, ImmutableArray<Refusal> Missing, bool IsForm, Refusal? WhyNotEdit)
{
    /// <summary>The frozen announcement the reader may accept as a brukerrepresentant (R76); null when there is nothing to accept.</summary>
    public int? AnnouncementToAccept { get; init; }

    /// <summary>What the person should know before filling it in.</summary>
    public Words? Intro { get; init; }

    /// <summary>What the group should think about; stops nothing.</summary>
    public ImmutableArray<Refusal> Warnings { get; init; } = [];

    /// <summary>Goals of the course type to pick from in the kursplan.</summary>
    public ImmutableArray<Words> Goals { get; init; } = [];

    /// <summary>What must be looked at again in the kursplan (R52).</summary>
    public ImmutableArray<ElementCheck> Checks { get; init; } = [];

    /// <param name="version">Show this version as text.</param>
    /// <param name="from">Compare from this version to <paramref name="version"/>.</param>
    public static DocumentView From(CaseContext context, DocumentKind kind, int? version, int? from, Viewer me)
    {
        var form = context.Forms[kind];
        var file = context.Case.Documents.File(kind);
        var latest = file?.Latest;
        var whyNot = WhyNot(context, kind, form);
        var mode = from is not null && version is not null ? DocumentMode.Compare : version is not null || whyNot is not null ? DocumentMode.Read : DocumentMode.Edit;
        var shown = file is null ? null : version is { } wanted ? file.Numbered(wanted) : latest;
        var text = ContentView.Read(shown?.Content, form, me);
        var basis = from is { } before && file?.Numbered(before) is { } old ? ContentView.Read(old.Content, form, me) : [];
        return new(
            CaseFrame.From(context, me), kind, DocumentNames.Of(kind, context.Forms), mode, mode == DocumentMode.Edit ? Edits(context, form!, latest, me) : [],
            latest is null ? null : new(latest.Number, latest.Revision), DocumentNames.IsLocked(latest, context.Case),
            GateDocuments.PassedGateOf(context.Case, kind) is { } gate ? gate.Words() : null,
            VersionLines(context, file, me), shown?.Number, text, from, mode == DocumentMode.Compare ? ContentView.Changes(basis, text) : [],
            GateDocuments.GateOf(kind), [.. DocumentCompleteness.Unmet(context, kind)], PlainForms.Has(kind), whyNot)
        {
            Intro = form?.Intro,
            AnnouncementToAccept = kind == DocumentKind.D16 ? ToAccept(context) : null,
            Warnings = PlanWarnings.Of(context.Case, kind),
            Checks = kind == DocumentKind.D12 ? ElementCheck.From(context) : [],
        };
    }

    static int? ToAccept(CaseContext context) =>
        context.ActorsMembership is { Side: Side.Bruker } && context.Case.SignOffs.Current(Domain.Gate.G2)?.Find(DocumentKind.D16) is { } announcement
        && !context.Case.Plan.HasAccepted(announcement) ? announcement.Version : null;

    static Refusal? WhyNot(CaseContext context, DocumentKind kind, FormDefinition? form)
    {
        if (!PlainForms.Has(kind)) return new DocumentIsNotAForm();
        if (form is null) return new FormIsMissing();
        if (Require.Open(context) is { } closed) return closed;
        var act = GateDocuments.IsJoint(kind) ? Act.EditJointDocument : Act.EditKoordinatorDocument;
        return context.May(act) ? null : new NotAllowed(act);
    }

    static ImmutableArray<EditField> Edits(CaseContext context, FormDefinition form, DocumentVersion? latest, Viewer me)
    {
        var content = latest?.Content as FormContent;
        var text = ContentView.Read((DocumentContent?)content ?? new FormContent([]), form, me).ToDictionary(field => field.Key, field => field.Text);
        return
        [
            .. form.Fields.Select(field => EditField.Of(field, content?[field.Key]) with { Locked = IsOthers(context, form.Kind, field), Shown = text.GetValueOrDefault(field.Key, "") }),
        ];
    }

    /// <summary>Each side writes its own section; the koordinator writes none of them.</summary>
    static bool IsOthers(CaseContext context, DocumentKind kind, FieldDefinition field) =>
        KnowledgeSections.WriterOf(kind, field) is { } side && context.ActorsMembership?.Side != side;

    static ImmutableArray<VersionLine> VersionLines(CaseContext context, DocumentFile? file, Viewer me) => file is null ? [] :
    [
        .. file.Versions.Reverse().Select(version => new VersionLine(
            version.Number, DocumentNames.State(version, context.Case, me), DocumentNames.Mark(version, context.Case), me.NameOf(version.SavedBy), version.SavedAt,
            version.Hash is { } hash ? ContentView.ShortHash(hash) : null)),
    ];
}

/// <summary>A document in the list of documents.</summary>
public sealed record DocumentLine(DocumentKind Kind, Words Title, string Link, Words State, string Mark, bool Complete);

/// <summary>All documents of a case, by the phase they belong to.</summary>
public sealed record DocumentsView(CaseFrame Frame, ImmutableArray<(Words Heading, Gate? Gate, ImmutableArray<DocumentLine> Lines)> Groups)
{
    static readonly (Words, Gate?, DocumentKind[])[] Order =
    [
        (new("Forankring", "Forankring"), null, [DocumentKind.D01, DocumentKind.D02]),
        (new("Behovsvurdering", "Behovsvurdering"), Domain.Gate.G1, [DocumentKind.D04, DocumentKind.D08]),
        (new("Planlegging", "Planlegging"), Domain.Gate.G2, [DocumentKind.D11, DocumentKind.D12, DocumentKind.D13, DocumentKind.D14, DocumentKind.D15, DocumentKind.D16]),
        (new("Gjennomføring", "Gjennomføring"), Domain.Gate.G3, [DocumentKind.D17, DocumentKind.D18, DocumentKind.D21]),
        (new("Evaluering", "Evaluering"), Domain.Gate.G4, [DocumentKind.D24]),
    ];

    public static DocumentsView From(CaseContext context, Viewer me) => new(
        CaseFrame.From(context, me),
        [.. Order.Select(group => (group.Item1, group.Item2, group.Item3.Select(kind => Line(context, kind, me)).ToImmutableArray()))]);

    static DocumentLine Line(CaseContext context, DocumentKind kind, Viewer me)
    {
        var latest = context.Case.Documents.Latest(kind);
        var state = kind == DocumentKind.D17 ? new("Lages av kunngjøringen og programmet", "Blir laga av kunngjeringa og programmet")
            : latest is null ? new("Ikke påbegynt", "Ikkje påbyrja") : DocumentNames.State(latest, context.Case, me);
        return new(kind, DocumentNames.Of(kind, context.Forms), DocumentNames.Slug(kind), state, latest is null ? "mark--wait" : DocumentNames.Mark(latest, context.Case),
            latest is not null && !DocumentCompleteness.Unmet(context, kind).Any());
    }
}
