using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <param name="Side">Asked for somebody from outside, or alone when it is not decided who; a member has the side of the appointment.</param>
public sealed record ResponsibleDraft(PersonId? Member = null, WrittenText? External = null, Side? Side = null);

/// <param name="Id">The item's identity in the version that was edited; null for a new item.</param>
public sealed record ProgrammeItemDraft(
    int? Id, TimeOnly? Start, int? Minutes, WrittenText? Title, ProgrammeItemType Type, ImmutableArray<ResponsibleDraft> Responsible, WrittenText? Method,
    int? ParallelGroup = null, bool Mestring = false, bool OralEvaluation = false, bool Expectations = false, bool FollowUp = false);

/// <summary>A samling as typed; its number is its place in the list.</summary>
public sealed record SamlingDraft(
    DateOnly? Date, TimeOnly? Start, WrittenText? Place, SamlingForm Form, ImmutableArray<ProgrammeItemDraft> Items, WrittenText? NoOralEvaluationReason = null,
    int? Theme = null, SamlingCategory? Category = null);

/// <summary>The whole programme as typed (D13). May be incomplete: what is missing is shown as findings and stops the freezing, not the saving.</summary>
public sealed record ProgrammeDraft(ImmutableArray<SamlingDraft> Samlinger, ImmutableArray<ResponsibleDraft> Leaders, WrittenText? LeadersReason = null, WrittenText? ThemesReason = null) : DraftContent
{
    public const int MostSamlinger = 60;
    public const int MostItems = 100;

    public override DraftSealing Seal(CaseContext context, DocumentKind kind, DocumentContent? before) =>
        kind == DocumentKind.D13
            ? new ProgrammeSealing(context, before as ProgrammeContent ?? ProgrammeContent.Empty).Seal(this)
            : TextSealing.Refused(new NotAProgramme());
}

/// <summary>Checks a typed programme and seals its texts.</summary>
sealed class ProgrammeSealing(CaseContext context, ProgrammeContent before)
{
    const int LongestItem = 24 * 60;
    static readonly Words Title = new("Tittel", "Tittel");
    static readonly Words Method = new("Metode", "Metode");
    static readonly Words Place = new("Sted", "Stad");
    static readonly Words Name = new("Navn", "Namn");
    static readonly Words Reason = new("Begrunnelse", "Grunngjeving");

    readonly TextSealing texts = new(DocumentKind.D13);
    readonly Dictionary<int, ProgrammeItem> known = before.Samlinger.SelectMany(samling => samling.Items).DistinctBy(item => item.Id).ToDictionary(item => item.Id);
    int lastId = before.Samlinger.SelectMany(samling => samling.Items).Select(item => item.Id).DefaultIfEmpty().Max();

    public DraftSealing Seal(ProgrammeDraft draft)
    {
        var samlinger = draft.Samlinger.IsDefault ? [] : draft.Samlinger;
        if (samlinger.Length > ProgrammeDraft.MostSamlinger || samlinger.Any(samling => !samling.Items.IsDefault && samling.Items.Length > ProgrammeDraft.MostItems))
            return TextSealing.Refused(new ProgrammeTooLong());
        var content = new ProgrammeContent(
            [.. samlinger.Select((samling, index) => Samling(samling, index + 1))],
            People(draft.Leaders, before.Leaders, "kursleder"),
            texts.Seal("kursleder.begrunnelse", Reason, draft.LeadersReason, before.LeadersReason))
        {
            ThemesReason = texts.Seal("tema.begrunnelse", Reason, draft.ThemesReason, before.ThemesReason),
        };
        return texts.Answer(content);
    }

    Samling Samling(SamlingDraft draft, int number)
    {
        var earlier = before.Numbered(number);
        if (!Enum.IsDefined(draft.Form) || draft.Date is { Year: < 1900 or > 2200 } || draft.Theme is < 1 or > 99 || draft.Category is { } category && !Enum.IsDefined(category)) texts.Refuse(new ProgrammeValueOutOfRange(number, null));
        return new(number, draft.Date, Whole(draft.Start), texts.Seal("samling.sted", Place, draft.Place, earlier?.Place), draft.Form,
            [.. (draft.Items.IsDefault ? [] : draft.Items).Select(item => Item(item, number))],
            texts.Seal("samling.begrunnelse", Reason, draft.NoOralEvaluationReason, earlier?.NoOralEvaluationReason))
        {
            Theme = draft.Theme,
            Category = draft.Category,
        };
    }

    ProgrammeItem Item(ProgrammeItemDraft draft, int samling)
    {
        var earlier = draft.Id is { } id && known.Remove(id, out var item) ? item : null;
        if (!Enum.IsDefined(draft.Type) || draft.Minutes is <= 0 or > LongestItem || draft.ParallelGroup is < 1 or > 99 || PastMidnight(draft))
            texts.Refuse(new ProgrammeValueOutOfRange(samling, Whole(draft.Start)));
        return new(earlier?.Id ?? ++lastId, Whole(draft.Start), draft.Minutes, texts.Seal("post.tittel", Title, draft.Title, earlier?.Title), draft.Type,
            People(draft.Responsible, earlier?.Responsible ?? [], "post"), texts.Seal("post.metode", Method, draft.Method, earlier?.Method),
            draft.ParallelGroup, draft.Mestring, draft.OralEvaluation, draft.Expectations, draft.FollowUp);
    }

    static TimeOnly? Whole(TimeOnly? time) => time is { } given ? new TimeOnly(given.Hour, given.Minute) : null;

    static bool PastMidnight(ProgrammeItemDraft draft) =>
        draft.Start is { } start && draft.Minutes is { } minutes && start.Hour * 60 + start.Minute + minutes > LongestItem;

    ImmutableArray<Responsible> People(ImmutableArray<ResponsibleDraft> drafts, ImmutableArray<Responsible> earlier, string field) =>
        drafts.IsDefaultOrEmpty ? [] : [.. drafts.Select(draft => Person(draft, earlier, field)).OfType<Responsible>()];

    Responsible? Person(ResponsibleDraft draft, ImmutableArray<Responsible> earlier, string field)
    {
        if (draft.Member is { } member) return Member(member, earlier);
        if (draft.Side is { } side && !Enum.IsDefined(side)) texts.Refuse(new UnknownResponsible());
        var same = earlier.FirstOrDefault(person => person.External?.Value == draft.External?.Value.Trim());
        return texts.Seal($"{field}.navn", Name, draft.External, same?.External) is { } name ? new(null, name, draft.Side)
            : draft.Side is { } undecided ? new(null, null, undecided) : null;
    }

    /// <summary>Somebody who had the item in the run this programme was copied from may stand until the plan is frozen, when the group must have them.</summary>
    Responsible Member(PersonId person, ImmutableArray<Responsible> earlier)
    {
        if (context.Case.Group.SideOf(person) is { } side) return new(person, null, side);
        if (earlier.FirstOrDefault(one => one.Member == person) is { } stands) return stands;
        if (context.Case.Identity?.Koordinator != person) texts.Refuse(new UnknownResponsible());
        return new(person, null, null);
    }
}

public sealed record NotAProgramme() : Refusal(new Words(
    "Dette dokumentet er ikke et program. Rediger programmet på programsiden.", "Dette dokumentet er ikkje eit program. Rediger programmet på programsida."));

public sealed record ProgrammeTooLong() : Refusal(new Words(
    "Programmet kan ha høyst 60 samlinger med 100 poster hver. Del det opp.", "Programmet kan ha høgst 60 samlingar med 100 postar kvar. Del det opp."));

public sealed record ProgrammeValueOutOfRange(int Samling, TimeOnly? Start) : Refusal(new Words(
    $"{ProgrammeNames.Place(Samling, Start).Nb} har en dato, en varighet eller et valg som ikke kan stemme. En post varer fra ett minutt til midnatt. Rett verdien.",
    $"{ProgrammeNames.Place(Samling, Start).Nn} har ein dato, ei lengd eller eit val som ikkje kan stemme. Ein post varer frå eitt minutt til midnatt. Rett verdien."));

public sealed record UnknownResponsible() : Refusal(new Words(
    "En av dem som står som ansvarlig, er ikke med i saken. Velg et medlem av arbeidsgruppen, eller skriv navnet på en utenfra.",
    "Ein av dei som står som ansvarleg, er ikkje med i saka. Vel ein medlem av arbeidsgruppa, eller skriv namnet på ein utanfrå."));
