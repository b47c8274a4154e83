using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What is to be said of a draft before it is published.</summary>
/// <param name="Against">The version it is compared with; 0: none.</param>
public sealed record JudgedDraft(Verification Verification, ImmutableArray<MeaningChange> Changes, int Against, DefinitionJudgement Judgement);

/// <summary>Asks the checks, the proof and the comparison about a drawing.</summary>
public sealed class DraftJudge(ICaseStore store, Definitions definitions)
{
    /// <summary>Longest a proof may take; what has not been decided then is an error.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public async Task<JudgedDraft> Judge(DefinitionFile file, DefinitionDraft draft, CancellationToken ct) => await Judge(file, draft, await store.Pinned(draft.ContentHash, ct), ct);

    /// <summary>The same of a drawing that is not saved yet, as the next revision of the draft.</summary>
    public async Task<JudgedDraft> Judge(DefinitionFile file, DefinitionDraft draft, byte[] source, CancellationToken ct)
    {
        var forms = await FormsOf(draft.Forms, ct);
        var verification = await Verify(source, forms, ct);
        var process = CaseWorkflow.Read(source).Definition;
        if (process is not null) verification = verification with { Findings = [.. verification.Findings, .. FormAdvice.Of(process, await FormsBefore(file, draft, ct), forms)] };
        var changes = process is null ? [] : await Changes(file, draft, process, forms, ct);
        ImmutableArray<Refusal> errors = [.. Errors(verification), .. process is null ? [] : CallsMissing(process), .. process is not null && process.Id != file.Key ? [new KeyIsAnother(process.Id)] : Array.Empty<Refusal>()];
        return new(verification, changes, file.LatestNumber, new(errors, changes.Any(change => change.Weakens), FrozenChanges.Hash(changes)));
    }

    /// <summary>What one drawing means that another did not; nothing when either cannot be run.</summary>
    public async Task<ImmutableArray<MeaningChange>> Between(DefinitionDraft before, DefinitionDraft after, CancellationToken ct)
    {
        var (was, now) = (CaseWorkflow.Read(await store.Pinned(before.ContentHash, ct)).Definition, CaseWorkflow.Read(await store.Pinned(after.ContentHash, ct)).Definition);
        return was is null || now is null ? [] : MeaningDifference.Of(was, now, await FormsOf(before.Forms, ct), await FormsOf(after.Forms, ct));
    }

    /// <summary>What a published version means that the one before did not. The first has nothing before it.</summary>
    public async Task<ImmutableArray<MeaningChange>> Since(string key, int version, CancellationToken ct)
    {
        await definitions.EnsureKnown(key, version, ct);
        return definitions.Find(key, version) is { } now && definitions.Find(key, version - 1) is { } was ? MeaningDifference.Of(was.Process, now.Process, was.Forms, now.Forms) : [];
    }

    public static async Task<Verification> Verify(byte[] source, FormCatalogue forms, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(Longest);
        return await Task.Run(() => DefinitionVerifier.Verify(source, forms, enough: enough.Token), ct);
    }

    async Task<ImmutableArray<MeaningChange>> Changes(DefinitionFile file, DefinitionDraft draft, ProcessDefinition process, FormCatalogue forms, CancellationToken ct)
    {
        return await Before(file, draft, ct) is { } before ? MeaningDifference.Of(before.Process, process, before.Forms, forms) : [MeaningDifference.EntirelyNew(process)];
    }

    /// <summary>The first version of a new definition is compared with what it was copied from: a copy is no way around consent.</summary>
    async Task<PublishedDefinition?> Before(DefinitionFile file, DefinitionDraft draft, CancellationToken ct)
    {
        var (key, version) = file.Latest is { } latest ? (file.Key, latest.Number) : draft.Template is { } template ? (template.Key, template.Version) : ("", 0);
        if (version > 0) await definitions.EnsureKnown(key, version, ct);
        return definitions.Find(key, version);
    }

    /// <summary>The forms a draft is compared with; none when there is no version before it.</summary>
    public async Task<FormCatalogue> FormsBefore(DefinitionFile file, DefinitionDraft draft, CancellationToken ct) => (await Before(file, draft, ct))?.Forms ?? FormCatalogue.Empty;

    /// <summary>A drawing is published only with what it calls: no case may be opened into nothing.</summary>
    IEnumerable<Refusal> CallsMissing(ProcessDefinition process) => definitions.Unbound(process).Select(finding => new DrawingHasError(finding.Check, finding.ElementId, finding.Sentence));

    static IEnumerable<Refusal> Errors(Verification verification)
    {
        var errors = verification.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count == 0 && !verification.MayBePublished) yield return new DrawingIsNotProved();
        foreach (var error in errors) yield return new DrawingHasError(error.Check, error.ElementId, error.Sentence);
    }

    public async Task<FormCatalogue> FormsOf(ImmutableArray<PublishedForm> forms, CancellationToken ct)
    {
        var bytes = new List<byte[]>();
        foreach (var form in forms) bytes.Add(await store.Pinned(form.ContentHash, ct));
        return ShippedForms.Catalogue(bytes);
    }
}

public sealed record DrawingIsNotProved() : Refusal(new Words(
    "Det kunne ikke avgjøres innen tiden om tegningen alltid kommer fram, og om begge sider alltid er med. Gjør den enklere, og prøv igjen.",
    "Det kunne ikkje avgjerast innan tida om teikninga alltid kjem fram, og om begge sider alltid er med. Gjer ho enklare, og prøv igjen."));

/// <param name="Found">Id of the process in the drawing.</param>
public sealed record KeyIsAnother(string Found) : Refusal(new Words(
    $"Filen er laget for en annen prosess, med nøkkelen «{Found}». Last den opp der, eller begynn en ny prosess med den nøkkelen.",
    $"Fila er laga for ein annan prosess, med nøkkelen «{Found}». Last ho opp der, eller byrj ein ny prosess med den nøkkelen."));

public sealed record DrawingCannotBeRead(Words Why) : Refusal(Why)
{
    public static string Field => "fil";
}
