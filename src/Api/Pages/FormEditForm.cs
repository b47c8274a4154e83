using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>A posted edit of a form. What cannot be read becomes a refusal that names the field.</summary>
static class FormEditForm
{
    static readonly string[] Numbers = ["least", "most"];

    public static async Task<(FormWish? Wish, ImmutableArray<Refusal> Unclear)> Read(PageForm form, CancellationToken ct)
    {
        var binder = form.Binder;
        var place = binder.Text("place");
        return form.Act switch
        {
            nameof(FormAct.AddQuestion) => Asked(binder, question => new AddQuestion(question, Said(binder, "into"))),
            nameof(FormAct.ChangeQuestion) => Asked(binder, question => new ChangeQuestion(place, question)),
            nameof(FormAct.MoveQuestion) => (new FormWish.Edit(new MoveQuestion(place, binder.Text("direction") == nameof(MoveDirection.Up) ? MoveDirection.Up : MoveDirection.Down)), []),
            nameof(FormAct.RemoveQuestion) => (new FormWish.Edit(new RemoveQuestion(place)), []),
            nameof(FormAct.AddSection) => (new FormWish.Edit(new AddSection(Both(binder, "label"))), []),
            nameof(FormAct.RenameSection) => (new FormWish.Edit(new RenameSection(place, Both(binder, "label"))), []),
            nameof(FormAct.RetitleForm) => (new FormWish.Edit(new RetitleForm(Both(binder, "title"), Optional(binder, "intro"))), []),
            nameof(FormAct.RestoreForm) => (new FormWish.Restore(Number(binder, "revision") ?? 0), []),
            nameof(FormAct.UseShippedForm) => (new FormWish.AsShipped(), []),
            "UploadForm" => (new FormWish.Replace(await Bytes(form.Files.GetFile("fil"), ct)), []),
            _ => (null, []),
        };
    }

    public static int? BasedOn(PageForm form) => Number(form.Binder, "basedOn");

    /// <summary>Where on the page the person was; an id we made ourselves, or nothing.</summary>
    public static string? Anchor(PageForm form) =>
        form.Act is nameof(FormAct.ChangeQuestion) or nameof(FormAct.MoveQuestion) or nameof(FormAct.RenameSection) && form.Binder.Text("place") is { Length: > 0 and < 100 } place
        && place.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? $"sted-{place}" : null;

    static (FormWish?, ImmutableArray<Refusal>) Asked(FormBinder binder, Func<FormQuestion, FormEdit> edit)
    {
        string[] unclear = [.. Numbers.Where(name => binder.Text(name).Trim() is { Length: > 0 } text && Typed.Number(text) is null)];
        if (unclear.Length > 0) return (null, [.. unclear.Select(name => new NotUnderstood(name))]);
        if (!Enum.TryParse<FieldType>(binder.Text("type"), false, out var type) || type.ToString() != binder.Text("type")) return (null, [new NotUnderstood("type")]);
        var question = new FormQuestion(
            type, Both(binder, "label"), Optional(binder, "help"), binder.Text("required") == "true", Typed.Number(binder.Text("least")), Typed.Number(binder.Text("most")), Answers(binder));
        return (new FormWish.Edit(edit(question)), []);
    }

    /// <summary>A line that is empty in both written forms is no answer.</summary>
    static ImmutableArray<FormAnswer> Answers(FormBinder binder) =>
    [
        .. from at in binder.Indexes("answers")
           let words = new Words(binder.Text($"answers.{at}.nb").Trim(), binder.Text($"answers.{at}.nn").Trim())
           where words.Nb.Length > 0 || words.Nn.Length > 0
           select new FormAnswer(Said(binder, $"answers.{at}.value"), words),
    ];

    static Words Both(FormBinder binder, string name) => new(binder.Text(name + "Nb").Trim(), binder.Text(name + "Nn").Trim());

    static Words? Optional(FormBinder binder, string name) => Both(binder, name) is { } words && words.Nb.Length + words.Nn.Length > 0 ? words : null;

    static string? Said(FormBinder binder, string name) => binder.Text(name) is { Length: > 0 } text ? text : null;

    static int? Number(FormBinder binder, string name) =>
        int.TryParse(binder.Text(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    static async Task<byte[]> Bytes(IFormFile? file, CancellationToken ct)
    {
        if (file is null) return [];
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
