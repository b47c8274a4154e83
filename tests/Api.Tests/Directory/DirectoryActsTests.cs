using System.Net;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>An administrator registers people and units and gives roles on the pages; everybody who may, reads it in the history.</summary>
public sealed class DirectoryActsTests(Hosts hosts)
{
    [Fact]
    public async Task An_administrator_registers_a_unit_and_a_person_gives_a_role_and_takes_it_without_script()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        using var admin = await Visitor.As(given, "Admin");

        using var unit = await admin.Submit("/katalog", "RegisterUnit", ("name", "LMS Innlandet"), ("isLms", "true"));
        unit.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(unit));
        var unitId = Id(unit, "/enheter/");
        using var person = await admin.Submit("/katalog", "RegisterPerson", ("name", "Nina Ny"), ("language", "Nn"), ("employedIn", unitId));
        var page = Address(person);
        (await admin.Page(page)).Body!.TextContent.Should().Contain("Nina Ny").And.Contain("Ansatt ved LMS Innlandet").And.Contain("Ingen roller i katalogen");
        using (var given1 = await admin.Submit(page, "GrantRole", ("role", "Koordinator"), ("unit", unitId))) given1.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(given1));

        var people = given.Host.Services.GetRequiredService<People>();
        var nina = new PersonId(Guid.Parse(Id(person, "/personer/")));
        people.Find(nina)!.Should().Match<Person>(found => found.Language == Language.Nn && found.Grants.Single() == new Grant(Role.Koordinator, new UnitId(Guid.Parse(unitId))));
        (await admin.Page(page)).QuerySelector("#RevokeRole-0 button")!.TextContent.Should().Be("Ta fra rollen Koordinator ved LMS Innlandet");
        using (var taken = await admin.Submit(page, "RevokeRole-0")) taken.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(taken));

        people.Find(nina)!.Grants.Should().BeEmpty();
        using var auditor = await Visitor.As(given, "Rev");
        var read = (await auditor.Page(page)).Body!.TextContent;
        read.Should().Contain("rollen koordinator ved LMS Innlandet").And.Contain("tok fra Nina Ny rollen koordinator");
    }

    [Fact]
    public async Task Whoever_is_no_administrator_has_no_forms_is_refused_and_that_is_recorded()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        using var auditor = await Visitor.As(given, "Rev");
        var page = $"/personer/{given["Br1"]}";
        foreach (var path in new[] { "/katalog", page }) (await auditor.Page(path)).QuerySelectorAll("form[method=post] [name=handling]").Select(input => input.GetAttribute("value")).Should().NotContain(act => act!.EndsWith("Role") || act.StartsWith("Register"));

        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            ("/katalog", [("handling", "RegisterPerson"), ("name", "Snik")]), ("/katalog", [("handling", "RegisterUnit"), ("name", "Snik")]),
            (page, [("handling", "GrantRole"), ("role", "Administrator"), ("unit", "alle")]), ($"/personer/{given["Admin"]}", [("handling", "RevokeRole"), ("role", "Administrator"), ("unit", "alle")]),
        })
        {
            using var refused = await auditor.Send(path, await auditor.Page("/katalog"), fields);
            refused.StatusCode.Should().Be(HttpStatusCode.Forbidden, fields[0].Item2);
        }

        (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.DirectoryAttempts, 0, default)).Select(one => one.Fact).OfType<AttemptRefused>().Select(one => one.Request)
            .Should().Contain([nameof(RegisterPerson), nameof(RegisterUnit), nameof(GrantRole), nameof(RevokeRole)]);
        given.Host.Services.GetRequiredService<People>().Directory.People.Values.Should().NotContain(person => person.Name.Value == "Snik");
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_what_is_unclear_is_said_with_what_was_typed()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        using var admin = await Visitor.As(given, "Admin");
        var people = given.Host.Services.GetRequiredService<People>();
        var me = new PersonId(Guid.Parse(given["Admin"]));
        foreach (var other in people.Directory.People.Values.Where(person => person.Id != me && person.Grants.Contains(new(Role.Administrator, null))).ToList())
            using (var taken = await admin.Submit($"/personer/{other.Id}", "RevokeRole-0")) taken.StatusCode.Should().Be(HttpStatusCode.SeeOther, "another is left");
        var own = $"/personer/{me}";

        using var last = await admin.Submit(own, "RevokeRole-0");
        last.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(last)).Should().Contain("Dette er den eneste administratoren. Gi rollen til en annen først.");
        using var program = await given.Ask("Admin", "DELETE", $"people/{me}/grants", new { role = "Administrator" });
        program.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        using var nameless = await admin.Submit("/katalog", "RegisterPerson", ("name", " "), ("language", "Nn"));
        nameless.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(nameless)).Should().Contain("Skriv navnet, med høyst 200 tegn.");
        foreach (var fields in new (string, string)[][] { [("role", "Fagperson"), ("unit", "alle")], [("role", "Keiser"), ("unit", "alle")], [("role", ""), ("unit", "alle")], [("role", "Koordinator")], [("role", "Leder"), ("unit", "tull")], [("role", "Leder"), ("unit", Guid.NewGuid().ToString())] })
        {
            using var unclear = await admin.Submit($"/personer/{given["Br1"]}", "GrantRole", fields);
            unclear.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, string.Join(", ", fields));
        }

        using var unknown = await admin.Send("/katalog", await admin.Page("/katalog"), ("handling", "GrantRole"));
        unknown.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        people.Find(me)!.Grants.Should().ContainSingle(grant => grant.Role == Role.Administrator);
    }

    static string Address(HttpResponseMessage done) => done.Headers.Location!.ToString().Split('?')[0];

    static string Id(HttpResponseMessage done, string path) => Address(done)[path.Length..];
}
