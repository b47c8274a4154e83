using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The history of what is no case – definitions, people's rights, units – looked through, and each fact on a page of its own.</summary>
static class RecordPages
{
    const string Directory = "/katalog", Processes = "/prosesser";

    public static void Map(IEndpointRouteBuilder app)
    {
        Get(app, Processes + "/{key}/historikk", async asked => await Definition(asked) is { } subject ? await History(asked, subject, Trail(asked, subject), $"{Processes}/{subject.Key}/historikk") : NotFound(asked));
        Get(app, Processes + "/{key}/historikk/{version:long}", async asked => await Definition(asked) is { } subject ? await Fact(asked, subject, Trail(asked, subject), $"{Processes}/{subject.Key}/historikk") : NotFound(asked));
        Get(app, Directory + "/historikk", asked => History(asked, new RecordSubject.Directory(), DirectoryTrail, $"{Directory}/historikk"));
        Get(app, Directory + "/historikk/{version:long}", OfDirectory);
        DirectoryPages.Map(app);
    }

    public static void Get(IEndpointRouteBuilder app, string path, Func<Asked, Task<IResult>> show) =>
        app.MapGet(path, async (HttpContext http) => await Asked.Of(http) is { } asked ? await show(asked) : SignInPages.Send(http)).ExcludeFromDescription();

    public static IResult NotFound(Asked asked) => PageResults.Message(asked.Me, StatusCodes.Status404NotFound);

    public static IResult NotAllowed(Asked asked) => PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);

    /// <summary>A page of history, as the address asks for it. Facts of a part of the directory have their pages in the directory.</summary>
    /// <param name="path">Where this history is.</param>
    /// <param name="facts">Where its facts have their pages.</param>
    public static async Task<RecordHistoryView> View(Asked asked, RecordSubject subject, string path, string facts)
    {
        var query = asked.Http.Request.Query;
        var read = RecordFilter.Read(query);
        var (filter, parts) = (read ?? RecordFilter.Everything, Parts(asked, subject));
        if (parts.IsEmpty) filter = filter with { Refused = false };
        var before = long.TryParse(query["before"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : long.MaxValue;
        var found = await asked.Service<RecordHistory>().Find(subject, filter, before, asked.Aborted);
        var suffix = filter.Refused ? $"?part={HistoryPart.Refused}" : "";
        return new(
            [.. found.Facts.Select(fact => new HistoryRow(fact.Told.Recorded.Version, fact.Told.Recorded.Stamp.At, asked.Me.Say(fact.Sentence), $"{facts}/{fact.Told.Recorded.Version}{suffix}"))],
            new(filter.Text ?? "", $"{(filter.Refused ? HistoryPart.Refused : HistoryPart.Happened)}", $"{filter.By}", Day(filter.From), Day(filter.To), filter == RecordFilter.Everything),
            parts, [.. asked.Me.Directory.People.Values.Where(person => !person.Grants.IsEmpty || person.Id == filter.By).Select(person => new Portal.Choice(person.Id.ToString(), asked.Me.NameOf(person.Id))).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)],
            path, found.Next is { } next ? path + QueryString.Create(query.Where(value => value.Key != "before").Append(new("before", next.ToString(CultureInfo.InvariantCulture)))) : null, read is null)
        {
            Whole = Whole(subject) + (read is null ? "" : QueryString.Create(HistorySheet.Record.Filters.SelectMany(name => query[name].Take(1).Where(value => value is { Length: > 0 }).Select(value => KeyValuePair.Create(name, value))))),
        };
    }

    static string Whole(RecordSubject subject) => ApiRoutes.Root + subject switch
    {
        RecordSubject.Definition definition => $"/definitions/{definition.Key}/history",
        RecordSubject.OfPerson person => $"/people/{person.Person}/history",
        RecordSubject.OfUnit unit => $"/units/{unit.Unit}/history",
        _ => "/directory/history",
    };

    static async Task<IResult> History(Asked asked, RecordSubject subject, ImmutableArray<Crumb> trail, string path) => subject.MayBeReadBy(asked.Actor)
        ? PageResults.Page<RecordHistoryPage>(asked.Me, new { Trail = trail.Add(new(new("Historikk", "Historikk"), null)), View = await View(asked, subject, path, path) })
        : NotAllowed(asked);

    static async Task<IResult> Fact(Asked asked, RecordSubject subject, ImmutableArray<Crumb> trail, string path)
    {
        if (!long.TryParse(asked.Http.Request.RouteValues["version"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return NotFound(asked);
        var refused = RecordFilter.Read(asked.Http.Request.Query) is { Refused: true };
        if (!subject.MayBeReadBy(asked.Actor) || (refused && Parts(asked, subject).IsEmpty)) return NotAllowed(asked);
        var history = asked.Service<RecordHistory>();
        if (await history.One(subject, refused, version, asked.Aborted) is not { } found) return NotFound(asked);
        var hasLater = await history.One(subject, refused, version + 1, asked.Aborted) is not null;
        return PageResults.Page<RecordFactPage>(asked.Me, new
        {
            Trail = trail.Add(new(new("Historikk", "Historikk"), path)).Add(new(new($"Hendelse {version}", $"Hending {version}"), null)),
            View = await FactViews.Of(asked, found, path, refused ? $"?part={HistoryPart.Refused}" : "", hasLater, FormCatalogue.Empty) with
            {
                Erase = subject is RecordSubject.Definition definition && !refused && found.Told.Texts.Length > 0 ? ErasurePages.ToPropose(asked, definition.Key, version) : null,
            },
        });
    }

    /// <summary>A fact of the directory is for whoever may read all of it, and for the person or unit it concerns.</summary>
    static async Task<IResult> OfDirectory(Asked asked)
    {
        if (new RecordSubject.Directory().MayBeReadBy(asked.Actor)) return await Fact(asked, new RecordSubject.Directory(), DirectoryTrail, $"{Directory}/historikk");
        var own = new RecordSubject.OfPerson(asked.Me.Person!.Value);
        var units = asked.Actor.Grants.Where(grant => grant is { Role: Role.Leder, Unit: not null }).Select(grant => (RecordSubject)new RecordSubject.OfUnit(grant.Unit!.Value));
        if (!long.TryParse(asked.Http.Request.RouteValues["version"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return NotFound(asked);
        foreach (var subject in units.Prepend(own))
            if (await asked.Service<RecordHistory>().One(subject, false, version, asked.Aborted) is { } found)
            {
                var home = Home(asked, subject);
                return PageResults.Page<RecordFactPage>(asked.Me, new
                {
                    Trail = ImmutableArray.Create(home, new(new($"Hendelse {version}", $"Hending {version}"), null)),
                    View = await FactViews.Of(asked, found, home.Link!, "", false, FormCatalogue.Empty) with { Earlier = null },
                });
            }
        return NotAllowed(asked);
    }

    /// <summary>The page of the person or unit a fact concerns.</summary>
    static Crumb Home(Asked asked, RecordSubject subject) => subject switch
    {
        RecordSubject.OfUnit unit => new(Words.Same(asked.Me.UnitName(unit.Unit)), DirectoryPages.PathOf(unit.Unit)),
        RecordSubject.OfPerson person => new(Words.Same(asked.Me.NameOf(person.Person)), DirectoryPages.PathOf(person.Person)),
        _ => throw new InvalidOperationException("a part of the directory is a person or a unit"),
    };

    static ImmutableArray<Portal.Choice> Parts(Asked asked, RecordSubject subject) => subject is RecordSubject.Definition or RecordSubject.Directory && new RecordSubject.Attempts().MayBeReadBy(asked.Actor)
        ? [new($"{HistoryPart.Happened}", asked.Me.Say("Det som har hendt", "Det som har hendt")), new($"{HistoryPart.Refused}", asked.Me.Say("Avviste forsøk", "Avviste forsøk"))]
        : [];

    static async Task<RecordSubject.Definition?> Definition(Asked asked) => await ProcessPages.Found(asked) is { } file && (file.Latest is not null || ProcessPages.MayEdit(asked)) ? new(file.Key) : null;

    static ImmutableArray<Crumb> Trail(Asked asked, RecordSubject.Definition subject) => [new(new("Prosesser", "Prosessar"), Processes), new(asked.Service<Definitions>().Find(subject.Key)?.Process.Name ?? Words.Same(subject.Key), $"{Processes}/{subject.Key}")];

    static readonly ImmutableArray<Crumb> DirectoryTrail = [new(new("Katalog", "Katalog"), Directory)];

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
