using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A document in the frozen package, word for word.</summary>
/// <param name="Changes">What differs from the version the reader signed last; null when it is the same or there is none.</param>
public sealed record SignedDocument(DocumentKind Kind, Words Title, int Version, string ShortHash, ImmutableArray<ReadField> Fields, ImmutableArray<FieldChange>? Changes);

/// <summary>An objection as everyone in the case reads it.</summary>
public sealed record ObjectionCard(
    int Number, string By, Side Side, Words State, bool Blocks, bool Escalated, string Reason, string Alternative, string Risk, string SafeAlternative, string Guidance, string Dissent,
    DateTimeOffset At, DateOnly DialogueDue, bool MayLetGo, bool MayEscalate, bool MayDecide, bool MayAssess);

/// <summary>A wish for change that sent the text back.</summary>
public sealed record WishCard(string By, Side Side, string Reason, DateTimeOffset At);

/// <summary>The sign-off page of one gate.</summary>
/// <param name="ComparedWith">Number of the package the reader signed last, which the changes are counted from.</param>
/// <param name="MustOpen">The reader has not opened this text by going to the page; the button waits (R84).</param>
public sealed record SignOffView(
    CaseFrame Frame, Gate Gate, int? Package, string Hash, DateTimeOffset? FrozenAt, string ConfirmedBy, ImmutableArray<SignedDocument> Documents, int? ComparedWith,
    ImmutableArray<SealView> Seals, ImmutableArray<Refusal> Missing, DateTimeOffset? PassedAt, bool IsMember, bool HasSigned, bool MustOpen, bool MayObjectLate,
    ImmutableArray<Refusal> Hindrances, bool MayFreeze, ImmutableArray<Refusal> FreezeMissing, ImmutableArray<ObjectionCard> Objections, ImmutableArray<WishCard> Wishes,
    ImmutableArray<Choice> Dialogues, ImmutableArray<Choice> PaperSigners, ImmutableArray<Choice> PapersToConfirm, bool IsFagperson, FourAnswers Answers)
{
    public static SignOffView From(CaseContext context, Gate gate, Viewer me)
    {
        var file = context.Case;
        var latest = file.SignOffs.Latest(gate);
        var passing = file.Passed(gate);
        var package = passing is not null || latest is { IsCurrent: true } ? latest : null;
        var member = context.ActorsMembership;
        var mine = member is null || package is null ? null : LastSigned(file, member.Person, package);
        var missing = passing is null ? PhaseMachine.Unmet(context, gate) : [];
        return new(
            CaseFrame.From(context, me), gate, package?.Number, package?.Hash ?? "", package?.FrozenAt, me.NameOf(package?.ConfirmedBy),
            [.. (package?.Documents ?? []).Select(document => Document(context, document, mine, me))], mine?.Number,
            SealView.Pair(context, gate, me), missing, passing?.At, member is not null,
            member is not null && package is not null && file.SignOffs.Of(member.Person, package) is not null,
            member is not null && package is not null && !context.Readings.Has(member.Person, gate, package.Number),
            passing is not null && WorkingCalendar.Add(OsloTime.Date(passing.At), RaiseObjection.DaysAfterPassing) >= context.Today,
            HindrancesFor(context, member),
            context.May(Act.FreezePackage) && passing is null && package is null && PhaseMachine.Move(gate).From == file.Phase && file.IsOpen,
            package is null && passing is null ? [.. PackageCompleteness.Unmet(context, gate)] : [],
            [.. file.Objections.All.Where(objection => objection.Gate == gate).Reverse().Select(objection => Card(context, objection, me))],
            [.. file.SignOffs.Wishes.Where(wish => wish.Gate == gate).Reverse().Select(wish => new WishCard(me.NameOf(wish.Person), wish.Side, me.Text(wish.Reason), wish.At))],
            [.. file.Meetings.All.Where(meeting => meeting is { Type: MeetingType.Dialogue, IsValid: true }).Select(meeting => new Choice(meeting.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), MeetingNames.Title(meeting, me)))],
            SignersOnPaper(context, package, me), UnconfirmedPapers(context, package, me), member?.Side == Side.Fag,
            CaseAnswers.From(context, me, passing is null ? gate : context.NextGate(), missing, CaseView.TaskLines(context, me)));
    }

    /// <summary>The newest package before this one that the person signed, so that only what is new to them is shown as new.</summary>
    static Package? LastSigned(CaseFile file, PersonId person, Package current) => file.SignOffs.Packages
        .Where(package => package.Gate == current.Gate && package.Number < current.Number && file.SignOffs.Given.Any(given =>
            given.Gate == package.Gate && given.Package == package.Number && given.Person == person))
        .MaxBy(package => package.Number);

    static SignedDocument Document(CaseContext context, PackagedDocument pinned, Package? before, Viewer me)
    {
        var form = context.Forms[pinned.Kind];
        var document = context.Case.Documents.File(pinned.Kind)!;
        var fields = ContentView.Read(document.Numbered(pinned.Version)?.Content, form, me);
        var old = before?.Documents.FirstOrDefault(candidate => candidate.Kind == pinned.Kind);
        ImmutableArray<FieldChange>? changes = old is null || old.Hash == pinned.Hash
            ? null : ContentView.Changes(ContentView.Read(document.Numbered(old.Version)?.Content, form, me), fields);
        return new(pinned.Kind, DocumentNames.Of(pinned.Kind, context.Forms), pinned.Version, ContentView.ShortHash(pinned.Hash), fields, changes);
    }

    /// <summary>What keeps the reader from approving, apart from reading.</summary>
    static ImmutableArray<Refusal> HindrancesFor(CaseContext context, Member? member) =>
        member is { Side: Side.Bruker } && !member.ClarifiedOn(context.Today, context.Settings.RoleClarificationMonths) ? [new RoleClarificationMissing()] : [];

    static ObjectionCard Card(CaseContext context, Objection objection, Viewer me)
    {
        var sameSide = context.ActorsMembership?.Side == objection.Side && objection.Blocks && context.Case.IsOpen;
        return new(
            objection.Number, me.NameOf(objection.By), objection.Side, ObjectionNames.State(objection.Status), objection.Blocks, objection.Status == ObjectionStatus.Escalated,
            me.Text(objection.Reason), me.Text(objection.Alternative), me.Text(objection.Safety?.Risk), me.Text(objection.Safety?.Alternative), me.Text(objection.Guidance), me.Text(objection.Dissent),
            objection.At, objection.DialogueDue, sameSide,
            objection.Status == ObjectionStatus.Open && context.Case.IsOpen && context.May(Act.EscalateObjection),
            objection.Status == ObjectionStatus.Escalated && context.May(Act.Decide),
            objection is { Blocks: true, Safety: { AssessedBy: null } } && context.ActorsMembership is { IsResponsiblePhysician: true });
    }

    static ImmutableArray<Choice> SignersOnPaper(CaseContext context, Package? package, Viewer me) =>
        package is null || !context.May(Act.CoordinateCase) || context.Case.Passed(package.Gate) is not null ? [] :
        [
            .. context.Case.Group.ActiveOn(context.Today)
                .Where(member => member.Person != context.Actor.Person && context.Case.SignOffs.Of(member.Person, package) is null)
                .Select(member => new Choice(member.Person.ToString(), $"{me.NameOf(member.Person)}, {me.Say(member.Side.Words())}")),
        ];

    static ImmutableArray<Choice> UnconfirmedPapers(CaseContext context, Package? package, Viewer me) =>
        package is null || !context.May(Act.ConfirmPaper) ? [] :
        [
            .. context.Case.SignOffs.Given
                .Where(given => given.Gate == package.Gate && given.Package == package.Number && given.Paper is { ConfirmedBy: null } paper && paper.UploadedBy != context.Actor.Person && given.WithdrawnAt is null)
                .Select(given => new Choice(given.Person.ToString(), me.NameOf(given.Person))),
        ];
}
