using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>A case's history: looked through, and each fact on a page of its own whose address never changes.</summary>
static class HistoryPages
{
    public static async ValueTask<IResult?> List(CaseAskedFor asked)
    {
        var query = asked.Asked.Http.Request.Query;
        var read = HistoryFilter.Read(query);
        var filter = read ?? HistoryFilter.Read(QueryCollection.Empty)!;
        if (asked.Me.Past is not null) filter = filter with { Part = HistoryPart.Happened };
        var limit = filter.Part == HistoryPart.Happened ? asked.File.Version + 1 : long.MaxValue;
        var before = long.TryParse(query["before"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? Math.Min(cursor, limit) : limit;
        var (nb, nn) = Readers(asked);
        var found = await asked.Asked.Service<HistorySearch>().Find(asked.File, filter, before, nb, nn, asked.Asked.Aborted);
        var frame = CaseFrame.From(asked.Context, asked.Me);
        return PageResults.Page<HistoryPage>(asked.Me, new { Frame = frame, View = View(asked, filter, found, frame, read is null) });
    }

    public static async ValueTask<IResult?> One(CaseAskedFor asked)
    {
        var values = asked.Asked.Http.Request.RouteValues;
        if (!long.TryParse(values["version"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return null;
        var part = asked.Me.Past is null ? HistoryFilter.Read(asked.Asked.Http.Request.Query)?.Part ?? HistoryPart.Happened : HistoryPart.Happened;
        if (part == HistoryPart.Happened && version > asked.File.Version) return null;
        var (nb, nn) = Readers(asked);
        var found = await asked.Asked.Service<HistorySearch>().One(asked.File, part, version, nb, nn, asked.Asked.Aborted);
        if (found is null) return null;
        var frame = CaseFrame.From(asked.Context, asked.Me);
        return PageResults.Page<FactPage>(asked.Me, new { Frame = frame, View = await View(asked, found, part, frame) });
    }

    static (Viewer Nb, Viewer Nn) Readers(CaseAskedFor asked)
    {
        var me = asked.Me with { Book = asked.Asked.Service<Definitions>().Of(asked.File).Names };
        return (me with { Language = Language.Nb }, me with { Language = Language.Nn });
    }

    static HistoryView View(CaseAskedFor asked, HistoryFilter filter, FoundFacts found, CaseFrame frame, bool unreadable)
    {
        var me = asked.Me;
        var suffix = filter.Part == HistoryPart.Happened ? "" : $"?part={filter.Part}";
        var people = asked.File.Group.Members.Select(member => member.Person).Append(asked.File.Identity!.Koordinator).Concat(asked.File.Anchorings.Select(anchoring => anchoring.Leader)).Distinct();
        return new(
            [.. found.Facts.Select(fact => new HistoryRow(fact.Told.Recorded.Version, fact.Told.Recorded.Stamp.At, me.Say(fact.Sentence), $"{frame.Path}/historikk/{fact.Told.Recorded.Version}{suffix}"))],
            new(filter.Text ?? "", $"{filter.Part}", $"{filter.Person}", $"{filter.Capacity}", $"{filter.Phase}", $"{filter.Document}", $"{filter.Kind}", Day(filter.From), Day(filter.To), filter.IsEverything && filter.Part == HistoryPart.Happened),
            [.. Enum.GetValues<HistoryPart>().Select(part => new Portal.Choice($"{part}", me.Say(PartWords(part))))],
            [.. people.Select(person => new Portal.Choice(person.ToString(), me.NameOf(person))).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)],
            [.. Enum.GetValues<Role>().Select(role => new Portal.Choice($"{role}", me.Say(role.Words())))],
            [.. Enum.GetValues<Phase>().Select(phase => new Portal.Choice($"{phase}", me.Say(phase.Words())))],
            [.. asked.File.Documents.Files.Keys.Select(kind => new Portal.Choice($"{kind}", me.Say(DocumentNames.Of(kind, asked.Context.Forms))))],
            [.. Enum.GetValues<HistoryKind>().Select(kind => new Portal.Choice($"{kind}", me.Say(KindWords(kind))))],
            found.Next is { } next ? $"{frame.Path}/historikk{Query(asked.Asked.Http, next)}" : null, Whole(asked, frame, unreadable), unreadable);
    }

    static async Task<FactView> View(CaseAskedFor asked, FoundFact found, HistoryPart part, CaseFrame frame)
    {
        var (recorded, isCase) = (found.Told.Recorded, part == HistoryPart.Happened);
        var (list, suffix, here) = ($"{frame.Path}/historikk", isCase ? "" : $"?part={part}", CaseFrame.PathOf(asked.File.Id) + "/slik-den-var/v");
        return await FactViews.Of(asked.Asked, found, list, suffix, !isCase || recorded.Version < asked.File.Version, asked.Context.Forms) with
        {
            Changes = await Changes(asked, recorded),
            Erase = isCase && asked.Me.Past is null && found.Told.Texts.Length > 0 ? ErasurePages.ToPropose(asked.Asked, asked.File, recorded.Version) : null,
            Before = isCase && recorded.Version > 1 ? here + (recorded.Version - 1) : null,
            After = isCase ? here + recorded.Version : null,
        };
    }

    /// <summary>For a document that was saved: against the saving before it.</summary>
    static async Task<ImmutableArray<FieldChange>> Changes(CaseAskedFor asked, RecordedFact recorded)
    {
        if (recorded.Fact is not DraftSaved saved || await asked.Asked.Service<PastCases>().At(asked.File.Id, new(default, recorded.Version - 1), asked.Asked.Aborted) is not { File: var before }) return [];
        var form = asked.Context.Forms[saved.Kind];
        var was = before.Documents.Latest(saved.Kind)?.Content;
        return ContentView.Changes(was is null ? [] : ContentView.Read(was, form, asked.Me), ContentView.Read(saved.Content, form, asked.Me));
    }

    static string Query(HttpContext http, long before) => QueryString.Create(http.Request.Query.Where(value => value.Key != "before").Append(new("before", before.ToString(CultureInfo.InvariantCulture)))).ToString();

    static string Whole(CaseAskedFor asked, CaseFrame frame, bool unreadable)
    {
        var list = frame.ListOf("history/search", asked.Me);
        var chosen = unreadable ? "" : QueryString.Create(HistorySheet.History.Filters.SelectMany(name => asked.Asked.Http.Request.Query[name].Take(1).Where(value => value is { Length: > 0 }).Select(value => KeyValuePair.Create(name, value)))).ToString();
        return chosen.Length == 0 ? list : list.Contains('?', StringComparison.Ordinal) ? $"{list}&{chosen[1..]}" : list + chosen;
    }

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static Words PartWords(HistoryPart part) => part switch
    {
        HistoryPart.Refused => new("Avviste forsøk", "Avviste forsøk"),
        HistoryPart.Read => new("Hvem som har åpnet og tatt ut", "Kven som har opna og teke ut"),
        _ => new("Det som har hendt", "Det som har hendt"),
    };

    static Words KindWords(HistoryKind kind) => kind switch
    {
        HistoryKind.SignOff => new("Godkjenning og porter", "Godkjenning og portar"),
        HistoryKind.Document => new("Dokumenter", "Dokument"),
        HistoryKind.Meeting => new("Møter", "Møte"),
        HistoryKind.Objection => new("Innsigelser", "Innseiingar"),
        HistoryKind.Group => new("Arbeidsgruppen", "Arbeidsgruppa"),
        HistoryKind.Delivery => new("Gjennomføring", "Gjennomføring"),
        HistoryKind.Evaluation => new("Evaluering", "Evaluering"),
        HistoryKind.Process => new("Prosessen", "Prosessen"),
        _ => new("Saken selv", "Saka sjølv"),
    };
}
