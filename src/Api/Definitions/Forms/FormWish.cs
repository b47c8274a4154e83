using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What somebody wants of one form of a draft.</summary>
public abstract record FormWish
{
    /// <summary>One change in the form.</summary>
    public sealed record Edit(FormEdit Change) : FormWish;

    /// <summary>Another file in its place; where there was none, a new form.</summary>
    public sealed record Replace(byte[] Form) : FormWish;

    /// <summary>The form as it was when the draft was saved for the nth time.</summary>
    public sealed record Restore(int Revision) : FormWish;

    /// <summary>The form that comes with the product.</summary>
    public sealed record AsShipped : FormWish;
}

public sealed record DraftHasNoForm(DocumentKind Kind) : Refusal(new Words(
    $"Utkastet har ikke noe skjema for {Kind}. Hent det som følger med, eller last opp et.", $"Utkastet har ikkje noko skjema for {Kind}. Hent det som følgjer med, eller last opp eit."));

public sealed record FormIsForAnother(DocumentKind Asked, DocumentKind Found) : Refusal(new Words(
    $"Filen er skjemaet for {Found}, men du er på skjemaet for {Asked}. Velg en annen fil, eller gå til skjemaet for {Found}.",
    $"Fila er skjemaet for {Found}, men du er på skjemaet for {Asked}. Vel ei anna fil, eller gå til skjemaet for {Found}."))
{
    public static string Field => "fil";
}

public sealed record NoSuchRevision() : Refusal(new Words(
    "Skjemaet fantes ikke i den lagringen. Velg en annen i listen.", "Skjemaet fanst ikkje i den lagringa. Vel ei anna i lista."));

public sealed record FormFileMissing() : Refusal(new Words("Velg en skjemafil.", "Vel ei skjemafil."))
{
    public static string Field => "fil";
}
