using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>People with their rights, and units, as they are taken out. One line for each right; a person without any has one line too.</summary>
static class DirectorySheets
{
    public static Sheet<(Person Person, Grant? Grant)> People { get; } = new(
        "personer", new("Personer og rettigheter", "Personar og rettar"),
        new("Navn", "Namn", (row, me) => me.NameOf(row.Person.Id)),
        new("Rettighet", "Rett", (row, me) => row.Grant is { } grant ? me.Say(grant.Role.Words()) : me.Say("Ingen utenom oppnevninger i saker", "Ingen utanom oppnemningar i saker")),
        new("Hvor", "Kvar", (row, me) => row.Grant is not { } grant ? "" : grant.Unit is { } unit ? me.UnitName(unit) : me.Say("Hele organisasjonen", "Heile organisasjonen")),
        new("Ansatt i", "Tilsett i", (row, me) => string.Join(", ", row.Person.EmployedIn.Select(me.UnitName))),
        new("Personens id", "Id-en til personen", (row, _) => row.Person.Id));

    public static Sheet<Unit> Units { get; } = new(
        "enheter", new("Enheter", "Einingar"),
        new("Navn", "Namn", (row, _) => row.Name),
        new("Lærings- og mestringssenter", "Lærings- og meistringssenter", (row, me) => row.IsLms ? me.Say("Ja", "Ja") : me.Say("Nei", "Nei")),
        new("Enhetens id", "Id-en til eininga", (row, _) => row.Id.ToString()));

    public static IEnumerable<(Person Person, Grant? Grant)> Rights(IEnumerable<Person> people) =>
        people.SelectMany(person => person.Grants.IsEmpty ? [(person, (Grant?)null)] : person.Grants.Select(grant => (person, (Grant?)grant)));
}
