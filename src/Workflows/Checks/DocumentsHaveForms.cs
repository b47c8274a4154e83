using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Each document a task is about has a form to be written in, with every text in bokmål and nynorsk (R179, N15). Asked only where the forms are known.</summary>
static class DocumentsHaveForms
{
    public static Check Check { get; } = new("documents-have-forms", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        if (process.Forms is not { } forms) return;
        foreach (var element in process.Elements)
            foreach (var kind in Needed(element))
            {
                if (forms[kind] is not { } form)
                    report.Refuse(Place.Of(element), new(
                        $"{element.Nb()} trenger dokumentet {kind}, men det finnes ikke noe skjema for det. Legg til skjemaet, eller ta dokumentet bort fra oppgaven.",
                        $"{element.Nn()} treng dokumentet {kind}, men det finst ikkje noko skjema for det. Legg til skjemaet, eller ta dokumentet bort frå oppgåva."));
                else if (!InBothForms(form))
                    report.Refuse(Place.Of(element), new(
                        $"Skjemaet for {kind}, som {element.Nb()} bruker, mangler en tekst på bokmål eller nynorsk. Skriv begge.",
                        $"Skjemaet for {kind}, som {element.Nn()} brukar, manglar ein tekst på bokmål eller nynorsk. Skriv begge."));
            }
    }

    /// <summary>What the task names; and where a gate is passed, what both sides have signed.</summary>
    static ImmutableArray<DocumentKind> Needed(ProcessElement element) => element.Lms is { Action: "passGate", Gate: { } gate } ? GateDocuments.Of(gate) : element.Lms.Documents;

    static bool InBothForms(FormDefinition form) =>
        Both(form.Title) && Both(form.Intro) && form.Fields.Concat(form.Fields.SelectMany(field => field.Columns)).All(field =>
            Both(field.Label) && Both(field.Help) && Both(field.Section) && field.Options.All(option => Both(option.Label)));

    static bool Both(Words? words) => words is null || (!string.IsNullOrWhiteSpace(words.Nb) && !string.IsNullOrWhiteSpace(words.Nn));
}
