using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Takes drawings and forms in: read once to know that they can be, then kept by their hash.</summary>
public sealed class Drawings(ICaseStore store, Definitions definitions)
{
    /// <summary>Keys people choose: as ids in BPMN files are, so that they can be the process's own.</summary>
    public static bool IsKey(string key) => key.Length is > 2 and <= 60 && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>The hash it is kept under, or why it cannot be. A drawing with errors is kept; one that cannot be read is not.</summary>
    public async Task<(string? Hash, Refusal? Refused)> Keep(byte[] source, CancellationToken ct)
    {
        if (source.Length > DefinitionVerifier.LargestFile) return (null, new DrawingIsTooLarge());
        var read = CaseWorkflow.Read(source);
        if (read.Model is null) return (null, new DrawingCannotBeRead(read.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error)?.Sentence
            ?? new("Filen kan ikke leses som en BPMN-tegning.", "Fila kan ikkje lesast som ei BPMN-teikning.")));
        return (await store.PutContent(source, ct), null);
    }

    /// <summary>A drawing that was kept when somebody else had saved first.</summary>
    public async Task<bool> IsKept(string hash, CancellationToken ct) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && await store.Content(hash, ct) is { } bytes && CaseWorkflow.Read(bytes).Model is not null;

    public async Task<(ImmutableArray<PublishedForm> Forms, Refusal? Refused)> KeepForms(IEnumerable<byte[]> files, CancellationToken ct)
    {
        var forms = ImmutableArray.CreateBuilder<PublishedForm>();
        foreach (var file in files)
        {
            var reading = FormReader.Read(file);
            if (reading.Form is not { } form) return ([], new FormCannotBeRead(reading.Findings.FirstOrDefault()?.Sentence ?? new("Skjemaet kan ikke leses.", "Skjemaet kan ikkje lesast.")));
            if (forms.All(known => known.Kind != form.Kind)) forms.Add(new(form.Kind, await store.PutContent(file, ct)));
        }

        return ([.. forms.OrderBy(form => form.Kind)], null);
    }

    /// <summary>What a drawing that begins from nothing begins with, so that its tasks have something to fill in.</summary>
    public async Task<ImmutableArray<PublishedForm>> FormsOfTheProduct(CancellationToken ct) =>
        (await KeepForms(ShippedForms.Files(ShippedDefinitions.Folder).Select(form => form.Bytes), ct)).Forms;

    /// <summary>A published drawing under another key and name: the same, but for the process's id and what refers to it. Without a name it is told apart as a copy.</summary>
    public async Task<(string? Hash, ImmutableArray<PublishedForm> Forms)> Copy(DefinitionTemplate template, string key, Words? name, DefinitionFile from, CancellationToken ct)
    {
        await definitions.EnsureKnown(template.Key, template.Version, ct);
        if (definitions.Find(template.Key, template.Version) is not { } original || from.Numbered(template.Version) is not { } version) return (null, []);
        return (await store.PutContent(CopiedDrawing.Of(original.Source, original.Process.Id, key, name ?? CopiedDrawing.NameOf(original.Process.Name)), ct), version.Forms);
    }

    static Words CopyOf(Words name) => new($"{name.Nb} (kopi)", $"{name.Nn} (kopi)");
}

public sealed record DrawingIsTooLarge() : Refusal(new Words("Tegningen er for stor. Del den opp.", "Teikninga er for stor. Del ho opp."));

public sealed record FormCannotBeRead(Words Why) : Refusal(Why)
{
    public static string Field => "skjemaer";
}

public sealed record DrawingMissing() : Refusal(new Words("Velg en BPMN-fil.", "Vel ei BPMN-fil."))
{
    public static string Field => "fil";
}

public sealed record KeyIsNotUsable() : Refusal(new Words(
    "Nøkkelen må ha små bokstaver a–z, tall og understrek, og begynne med en bokstav. For eksempel «kurs_for_parorende».",
    "Nøkkelen må ha små bokstavar a–z, tal og understrek, og byrje med ein bokstav. Til dømes «kurs_for_parorande»."))
{
    public static string Field => "key";
}

public sealed record ProcessNameIsNotUsable() : Refusal(new Words(
    $"Skriv et navn på prosessen, på én linje og med høyst {EmptyDrawing.LongestName} tegn.", $"Skriv eit namn på prosessen, på éi linje og med høgst {EmptyDrawing.LongestName} teikn."))
{
    public static string Field => "name";
}

public sealed record TemplateIsGone() : Refusal(new Words("Malen finnes ikke. Velg en annen.", "Malen finst ikkje. Vel ein annan."));
