using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public static partial class ContentView
{
    static ImmutableArray<ReadField> ReadTyped(DocumentContent? content, Viewer me) => content switch
    {
        ProgrammeContent programme => [.. programme.Samlinger.SelectMany(samling => ReadSamling(samling, me)), .. ReadLeaders(programme, me)],
        BudgetContent budget => [.. budget.Lines.Select(line => ReadLine(line, me))],
        _ => [],
    };

    static IEnumerable<ReadField> ReadSamling(Samling samling, Viewer me)
    {
        var section = ProgrammeNames.Place(samling.Number);
        var when = samling.Date is { } date ? me.DayAndDate(date) : me.Say("Dato mangler", "Dato manglar");
        yield return new($"s{samling.Number}", new("Når og hvor", "Når og kvar"), section, string.Join(", ", new[] { when, me.Text(samling.Place), me.Say(samling.Form.Words()) }.Where(text => text.Length > 0)));
        foreach (var item in samling.InOrder)
            yield return new($"s{samling.Number}.{item.Id}", Words.Same(Clock(item)), section, ReadItem(item, me));
    }

    static string Clock(ProgrammeItem item) => (item.Start, item.Minutes) switch
    {
        ({ } start, { } minutes) => $"{ProgrammeNames.Clock(start)}, {minutes} min",
        ({ } start, null) => ProgrammeNames.Clock(start),
        _ => "–",
    };

    static string ReadItem(ProgrammeItem item, Viewer me)
    {
        var people = TaskRoleNames.Join(item.Responsible.Select(person => Name(person, me)), "og");
        string[] parts = [me.Text(item.Title), me.Say(item.Type.Words()), people, me.Text(item.Method), item.ParallelGroup is { } group ? me.Say($"delt gruppe {group}", $"delt gruppe {group}") : "", item.Mestring ? me.Say("mestring", "meistring") : ""];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    static string Name(Responsible person, Viewer me) => person switch
    {
        { Member: { } member } => me.NameOf(member),
        { IsUndecided: true, Side: Side.Fag } => me.Say("fagperson, ikke bestemt", "fagperson, ikkje bestemt"),
        { IsUndecided: true } => me.Say("brukerrepresentant, ikke bestemt", "brukarrepresentant, ikkje bestemt"),
        _ => me.Text(person.External),
    };

    static IEnumerable<ReadField> ReadLeaders(ProgrammeContent programme, Viewer me)
    {
        yield return new("ledere", new("Kursledere", "Kursleiarar"), null, TaskRoleNames.Join(programme.Leaders.Select(person => Name(person, me)), "og"));
        if (programme.LeadersReason is { } reason) yield return new("ledere.grunn", new("Begrunnelse", "Grunngjeving"), null, me.Text(reason));
    }

    static ReadField ReadLine(BudgetLine line, Viewer me) => new(
        $"l{line.Id}", line.Kind.Words(), line.IsIncome ? new("Inntekter", "Inntekter") : new("Kostnader", "Kostnader"),
        $"{(line.Text is { } text ? me.Text(text) + ": " : "")}{Viewer.Number(line.Quantity, line.Quantity == decimal.Truncate(line.Quantity) ? 0 : 2)} × {Viewer.Kroner(line.Rate)} = {Viewer.Kroner(BudgetFigures.Shown(line.Amount))}");
}
