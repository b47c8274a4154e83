using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>People and units with what is recorded of them. A person reads her own page; a leader that of her unit; revisor and administrator all.</summary>
static class DirectoryPages
{
    const string Root = "/katalog", Facts = Root + "/historikk";

    const int CasesShown = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        RecordPages.Get(app, Root, Everything);
        RecordPages.Get(app, "/personer/{id:guid}", OnePerson);
        RecordPages.Get(app, "/enheter/{id:guid}", OneUnit);
        app.MapPost(Root, (Delegate)((HttpContext http) => DirectoryActs.OnDirectory(http, Everything))).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/personer/{id:guid}", (Delegate)((HttpContext http) => DirectoryActs.OnPerson(http, OnePerson))).DisableAntiforgery().ExcludeFromDescription();
    }

    public static string PathOf(PersonId person) => $"/personer/{person}";

    public static string PathOf(UnitId unit) => $"/enheter/{unit}";

    static Task<IResult> Everything(Asked asked) => Task.FromResult(new RecordSubject.Directory().MayBeReadBy(asked.Actor) ? PageResults.View<DirectoryPage>(asked.Me, All(asked.Me) with { MayManage = DirectoryActs.May(asked), UnitChoices = UnitChoices(asked.Me) }) : RecordPages.NotAllowed(asked));

    static ImmutableArray<Portal.Choice> UnitChoices(Viewer me) => [.. me.Directory.Units.Values.Select(unit => new Portal.Choice(unit.Id.ToString(), unit.Name)).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)];

    static DirectoryView All(Viewer me) => new(
        [.. me.Directory.People.Values.Select(person => new DirectoryPersonLine(me.NameOf(person.Id), PathOf(person.Id), Rights(person, me))).OrderBy(line => line.Name, StringComparer.CurrentCulture)],
        [.. me.Directory.Units.Values.Select(unit => new DirectoryUnitLine(unit.Name, PathOf(unit.Id), unit.IsLms)).OrderBy(line => line.Name, StringComparer.CurrentCulture)]);

    static async Task<IResult> OnePerson(Asked asked)
    {
        var subject = new RecordSubject.OfPerson(new(IdOf(asked)));
        if (!subject.MayBeReadBy(asked.Actor)) return RecordPages.NotAllowed(asked);
        if (asked.Me.Directory.Find(subject.Person) is not { } person) return RecordPages.NotFound(asked);
        var (me, name, rights, cases) = (asked.Me, asked.Me.NameOf(person.Id), Rights(person, asked.Me), await CasesOf(asked, person.Id));
        return PageResults.Page<PersonRecordPage>(me, new
        {
            Trail = Trail(asked, name),
            View = new PersonRecordView(
                name, me.Person == person.Id, [.. person.EmployedIn.Select(me.UnitName)], rights, [.. cases.SelectMany(file => Appointments(asked, file, person.Id)).OrderByDescending(line => line.From)],
                await RecordPages.View(asked, subject, PathOf(person.Id), Facts), await Seen(asked, cases, person.Id))
            {
                TakenOut = [.. (await asked.Service<RecordHistory>().TakenOut(person.Id, long.MaxValue, asked.Aborted)).Facts.Select(fact => new HistoryRow(fact.Told.Recorded.Version, fact.Told.Recorded.Stamp.At, me.Say(fact.Sentence), ""))],
                AllTakenOut = $"{ApiRoutes.Root}/people/{person.Id}/taken-out",
                Grants = [.. person.Grants.Zip(rights, (grant, name) => new GrantLine(grant.Role, grant.Unit?.ToString() ?? GrantLine.Everywhere, name))],
                MayGrant = DirectoryActs.May(asked),
                Roles = [.. DirectoryActs.Granted.Select(role => new Portal.Choice($"{role}", me.Say(role.Words())))],
                UnitChoices = [.. UnitChoices(me), new(GrantLine.Everywhere, me.Say("Hele organisasjonen", "Heile organisasjonen"))],
                Erase = person.Name.Erased is null ? ErasurePages.ToPropose(asked, person.Id) : null,
                Erased = person.Name.Erased?.Sentence,
            },
        });
    }

    static async Task<IResult> OneUnit(Asked asked)
    {
        var subject = new RecordSubject.OfUnit(new(IdOf(asked)));
        if (!subject.MayBeReadBy(asked.Actor)) return RecordPages.NotAllowed(asked);
        if (!asked.Me.Directory.Units.TryGetValue(subject.Unit, out var unit)) return RecordPages.NotFound(asked);
        var me = asked.Me;
        var page = await asked.Service<ICaseStore>().Cases(new CaseQuery { Unit = unit.Id, Sight = ListReads.SightOf(asked.Actor), After = asked.Http.Request.Query["saker"].FirstOrDefault(), Limit = CasesShown }, asked.Aborted);
        return PageResults.Page<UnitRecordPage>(me, new
        {
            Trail = Trail(asked, unit.Name),
            View = new UnitRecordView(
                unit.Name, unit.IsLms, Rights(asked, unit.Id), [.. await Lines(asked, page)], page.Next is { } next ? $"{PathOf(unit.Id)}?saker={Uri.EscapeDataString(next)}#saker" : null,
                await RecordPages.View(asked, subject, PathOf(unit.Id), Facts)),
        });
    }

    static async Task<IEnumerable<UnitCaseLine>> Lines(Asked asked, Storage.CasePage page)
    {
        var lines = new List<UnitCaseLine>();
        foreach (var row in page.Cases)
            lines.Add(new(
                row.Number, row.Title ?? asked.Me.Say("(tittelen er slettet)", "(tittelen er sletta)"), row.Phase.Words(), row.ChangedAt,
                MayReadHistory(asked, (await asked.Service<CaseLoader>().Load(row.Id, asked.Aborted)).File) ? $"{CaseFrame.PathOf(row.Id)}/historikk" : null));
        return lines;
    }

    static ImmutableArray<RightLine> Rights(Asked asked, UnitId unit) =>
    [
        .. asked.Me.Directory.People.Values.SelectMany(person => person.Grants.Where(grant => grant.Unit == unit).Select(grant => new RightLine(
                asked.Me.NameOf(person.Id), new RecordSubject.OfPerson(person.Id).MayBeReadBy(asked.Actor) ? PathOf(person.Id) : null, grant.Role.Words())))
            .OrderBy(line => line.Name, StringComparer.CurrentCulture),
    ];

    static ImmutableArray<string> Rights(Person person, Viewer me) =>
        [.. person.Grants.Select(grant => me.Say(grant.Role.Words()) + (grant.Unit is { } unit ? me.Say($" ved {me.UnitName(unit)}", $" ved {me.UnitName(unit)}") : ""))];

    /// <summary>Every case the person coordinates or has been appointed in.</summary>
    static async Task<List<CaseFile>> CasesOf(Asked asked, PersonId person)
    {
        var (files, next) = (new List<CaseFile>(), (string?)null);
        do
        {
            var page = await asked.Service<ICaseStore>().Cases(new CaseQuery { Member = person, After = next, Limit = CaseQuery.LargestPage }, asked.Aborted);
            foreach (var row in page.Cases) files.Add((await asked.Service<CaseLoader>().Load(row.Id, asked.Aborted)).File);
            next = page.Next;
        }
        while (next is not null);
        return files;
    }

    static IEnumerable<AppointmentLine> Appointments(Asked asked, CaseFile file, PersonId person)
    {
        var link = MayReadHistory(asked, file) ? $"{CaseFrame.PathOf(file.Id)}/historikk?kind={HistoryKind.Group}" : null;
        var name = link is null ? file.Identity!.Number : $"{file.Identity!.Number} {asked.Me.Text(file.Identity.Title)}";
        if (file.Identity.Koordinator == person) yield return new(name, link, Role.Koordinator.Words(), OsloTime.Date(file.Identity.RegisteredAt), null, null);
        foreach (var member in file.Group.Members.Where(member => member.Person == person)) yield return new(name, link, member.Side.Role().Words(), member.From, member.To, member.LeftAt);
    }

    /// <summary>Who has opened the person's role clarifications, in every case.</summary>
    static async Task<ImmutableArray<HistoryRow>> Seen(Asked asked, IEnumerable<CaseFile> cases, PersonId person)
    {
        var rows = new List<HistoryRow>();
        var (nb, nn) = (asked.Me with { Language = Language.Nb }, asked.Me with { Language = Language.Nn });
        foreach (var file in cases)
            foreach (var recorded in await asked.Service<ICaseStore>().Read(StreamId.Reads(file.Id), 0, asked.Aborted))
                if (recorded.Fact is RoleClarificationOpened opened && opened.Member == person && HistorySearch.Sentence(recorded, nb, nn) is { } words)
                    rows.Add(new(recorded.Version, recorded.Stamp.At, asked.Me.Say(words), MayReadHistory(asked, file) ? $"{CaseFrame.PathOf(file.Id)}/historikk/{recorded.Version}?part={HistoryPart.Read}" : ""));
        return [.. rows.OrderByDescending(row => row.At)];
    }

    static bool MayReadHistory(Asked asked, CaseFile file) =>
        CaseAccess.Capacity(asked.Actor, Act.ReadCase, file, asked.Me.Today) is not null && CaseAccess.Capacity(asked.Actor, Act.ReadHistory, file, asked.Me.Today) is not null;

    static ImmutableArray<Crumb> Trail(Asked asked, string name) => new RecordSubject.Directory().MayBeReadBy(asked.Actor)
        ? [new(new("Katalog", "Katalog"), Root), new(Words.Same(name), null)]
        : [new(new("Innboks", "Innboks"), "/"), new(Words.Same(name), null)];

    /// <summary>The address has been matched against its pattern already.</summary>
    static Guid IdOf(Asked asked) => Guid.Parse((string)asked.Http.Request.RouteValues["id"]!);
}
