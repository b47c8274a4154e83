using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;
using Microsoft.Extensions.Primitives;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Forms with rows (programme, budget): a button can ask for the figures, a row more or a row less, and everything typed stays.</summary>
static partial class RowForm
{
    public static PageAct Act<T>(DocumentKind kind, string list) where T : DraftContent => new(
        nameof(SaveDraft), (_, form) => ValueTask.FromResult(Read(form, kind)), Preview: form => Preview(form, list));

    static (CaseRequest?, ImmutableArray<Refusal>) Read(PageForm form, DocumentKind kind)
    {
        var binder = new FormBinder(WithoutEmptyRows(form.Fields));
        var draft = Content(binder, kind);
        return binder.Faults.IsEmpty ? (new SaveDraft(kind, draft, CasePages.Position(form)), []) : (null, binder.Faults);
    }

    /// <summary>What a form that came back says, or null when it cannot be read.</summary>
    public static DraftContent? Draft(FormState form, DocumentKind kind)
    {
        var binder = new FormBinder(WithoutEmptyRows(form.Typed.ToDictionary(field => field.Key, field => new StringValues([.. field.Value]))));
        var draft = Content(binder, kind);
        return binder.Faults.IsEmpty ? draft : null;
    }

    static DraftContent Content(FormBinder binder, DocumentKind kind) => (DraftContent)binder.Value(kind == DocumentKind.D13 ? typeof(ProgrammeDraft) : typeof(BudgetDraft))!;

    static FormState? Preview(PageForm form, string list)
    {
        var wish = form.Fields.GetValueOrDefault("gjor").ToString();
        if (wish is "lagre") return null;
        var kept = wish.StartsWith($"fjern:{list}.", StringComparison.Ordinal) ? Without(form, wish["fjern:".Length..]) : form;
        return kept.State([]) with { IsPreview = true };
    }

    static PageForm Without(PageForm form, string row) =>
        form with { Fields = form.Fields.Where(field => !field.Key.StartsWith(row, StringComparison.Ordinal)).ToDictionary() };

    /// <summary>A row in which only the lists have a value, because they always have one, is no row.</summary>
    static Dictionary<string, StringValues> WithoutEmptyRows(IReadOnlyDictionary<string, StringValues> fields)
    {
        var filled = fields
            .Where(field => RowField().Match(field.Key) is { Success: true } match && match.Groups[2].Value is "start" or "minutes" or "title" or "text" or "quantity" or "rate" && !string.IsNullOrWhiteSpace(field.Value))
            .Select(field => RowField().Match(field.Key).Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return fields.Where(field => RowField().Match(field.Key) is not { Success: true } match || filled.Contains(match.Groups[1].Value)).ToDictionary();
    }

    [GeneratedRegex(@"^((?:samlinger\.\d{1,4}\.items|lines)\.\d{1,4})\.(\w+)")]
    private static partial Regex RowField();
}

/// <summary>Minutes: items nothing is written about are left out; the side of a proposal is the field it was typed in.</summary>
static class MinutesForm
{
    public static (CaseRequest?, ImmutableArray<Refusal>) Read(CaseAskedFor asked, PageForm form)
    {
        var binder = form.Binder;
        var items = ImmutableArray.CreateBuilder<WrittenMinutesItem>();
        foreach (var at in binder.Indexes("items"))
        {
            var item = Item(binder, at);
            if (item.Discussion is not null || item.Decision is not null || item.Proposals.Length > 0) items.Add(item);
        }

        var unclear = Unclear(binder).ToImmutableArray();
        var collaboration = binder.Text("collaboration").Length > 0 ? binder.Written("collaboration") : null;
        return (unclear.IsEmpty ? new WriteMinutes(int.TryParse(binder.Text("meeting"), out var meeting) ? meeting : 0, items.ToImmutable(), collaboration) : null, unclear);
    }

    /// <summary>A date that cannot be read is asked about, never left out.</summary>
    static IEnumerable<Refusal> Unclear(FormBinder binder) => binder.Indexes("items")
        .Select(at => $"items.{at}.due").Where(name => !string.IsNullOrWhiteSpace(binder.Text(name)) && Typed.Date(binder.Text(name)) is null).Select(name => new NotUnderstood(name));

    static WrittenMinutesItem Item(FormBinder binder, int at)
    {
        var proposals = new[] { (Side.Bruker, $"items.{at}.proposals.0.text"), (Side.Fag, $"items.{at}.proposals.1.text") }
            .Where(proposal => !string.IsNullOrWhiteSpace(binder.Text(proposal.Item2)))
            .Select(proposal => new WrittenProposal(proposal.Item1, binder.Written(proposal.Item2)));
        return new(at, Optional(binder, $"items.{at}.discussion"), [.. proposals], Optional(binder, $"items.{at}.decision"),
            Guid.TryParse(binder.Text($"items.{at}.responsible"), out var person) ? new PersonId(person) : null, Typed.Date(binder.Text($"items.{at}.due")));
    }

    static WrittenText? Optional(FormBinder binder, string name) => string.IsNullOrWhiteSpace(binder.Text(name)) ? null : binder.Written(name);
}

/// <summary>Attendance: a participant without minutes was not there.</summary>
static class AttendanceForm
{
    public static (CaseRequest?, ImmutableArray<Refusal>) Read(CaseAskedFor asked, PageForm form)
    {
        var here = form.Fields.Where(field => !field.Key.StartsWith("participants.", StringComparison.Ordinal)
            || !string.IsNullOrWhiteSpace(form.Fields.GetValueOrDefault($"participants.{field.Key.Split('.')[1]}.minutes"))).ToDictionary();
        var binder = new FormBinder(here);
        var request = binder.Request(typeof(RecordAttendance));
        return (request, binder.Faults);
    }
}
