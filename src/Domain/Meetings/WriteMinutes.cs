using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

public sealed record WrittenProposal(Side Side, WrittenText Text);

/// <summary>One item of the minutes as typed (R44).</summary>
public sealed record WrittenMinutesItem(
    int Item, WrittenText? Discussion = null, ImmutableArray<WrittenProposal> Proposals = default, WrittenText? Decision = null, PersonId? Responsible = null,
    DateOnly? Due = null);

/// <summary>
/// Referat (D10): per item discussion, proposals with side, decision, responsible and due date (R44), and a line on the collaboration (R47). May be
/// written anew until somebody has confirmed it; then only notes are added (R45). There is no way to delete minutes (N7).
/// </summary>
public sealed record WriteMinutes(int Meeting, ImmutableArray<WrittenMinutesItem> Items, WrittenText? Collaboration = null) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        return Decision.Unless(Unmet(context, meeting), () => [new MinutesWritten(Meeting, (meeting!.Record?.Version ?? 0) + 1, [.. Items.Select(Seal)], Sealed(Collaboration, "D10.samarbeid"))]);
    }

    IEnumerable<Refusal?> Unmet(CaseContext context, Meeting? meeting)
    {
        yield return Require.Open(context);
        if (meeting is null) yield return new UnknownMeeting();
        if (meeting is { IsHeld: false }) yield return new MeetingNotHeld();
        if (meeting?.Record is { Confirmations.IsEmpty: false }) yield return new MinutesAreConfirmed();
        if (meeting is not null && meeting.Decisions.Any(decision => !decision.Answers.IsEmpty)) yield return new MinutesAreConfirmed();
        if (Items.IsDefaultOrEmpty) yield return new FieldMissing("items", new("hva som ble sagt og bestemt", "kva som blei sagt og bestemt"));
        if (Items.IsDefaultOrEmpty) yield break;
        if (meeting is not null && Items.Any(item => item.Item < 1 || item.Item > meeting.Agenda.Length)) yield return new UnknownAgendaItem();
        if (Items.DistinctBy(item => item.Item).Count() != Items.Length) yield return new AgendaItemTwice();
        if (Items.Any(item => item.Responsible is { } person && context.Directory.Find(person) is null)) yield return new UnknownPerson();
        foreach (var text in Texts()) yield return Require.Clean(text, "items");
    }

    IEnumerable<WrittenText?> Texts() => Items
        .SelectMany(item => item.Proposals.IsDefault ? [item.Discussion, item.Decision] : item.Proposals.Select(proposal => (WrittenText?)proposal.Text).Append(item.Discussion).Append(item.Decision))
        .Append(Collaboration);

    static MinutesItem Seal(WrittenMinutesItem item) => new(
        item.Item, Sealed(item.Discussion, "D10.drofting"),
        item.Proposals.IsDefault ? [] : [.. item.Proposals.Where(proposal => !proposal.Text.IsBlank).Select(proposal => new MinutedProposal(proposal.Side, proposal.Text.Seal("D10.forslag")))],
        Sealed(item.Decision, "D10.vedtak"), item.Responsible, item.Due);

    static SealedText? Sealed(WrittenText? text, string field) => text is { IsBlank: false } ? text.Seal(field) : null;
}

public sealed record MinutesWritten(int Meeting, int Version, ImmutableArray<MinutesItem> Items, SealedText? Collaboration) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting with
        {
            Standing = MeetingStanding.MinutesDraft,
            Record = new(Version, Items, Collaboration, stamp.Person!.Value, stamp.At),
            Decisions = [.. Items.Where(item => item.Decision is not null).Select(item => Decision(item, meeting.IsValid))],
        }),
    };

    static MeetingDecision Decision(MinutesItem item, bool valid) =>
        new(item.Item, item.Decision!, item.Responsible, item.Due, valid ? DecisionStanding.Decided : DecisionStanding.Proposed);
}

public sealed record MeetingNotHeld() : Refusal(new Words(
    "Møtet er ikke registrert som holdt. Registrer oppmøtet først.", "Møtet er ikkje registrert som halde. Registrer oppmøtet først."));

/// <summary>R45, N7.</summary>
public sealed record MinutesAreConfirmed() : Refusal(new Words(
    "Referatet er bekreftet eller besvart og kan ikke skrives om. Legg til en rettelse i stedet.",
    "Referatet er stadfesta eller svart på og kan ikkje skrivast om. Legg til ei retting i staden."));

public sealed record UnknownAgendaItem() : Refusal(new Words(
    "Referatet viser til en sak som ikke står på sakslisten. Rett nummeret.", "Referatet viser til ei sak som ikkje står på saklista. Rett nummeret."));

public sealed record AgendaItemTwice() : Refusal(new Words(
    "Samme sak står to ganger i referatet. Slå dem sammen.", "Same sak står to gonger i referatet. Slå dei saman."));
