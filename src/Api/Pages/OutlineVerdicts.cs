using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>What is said of a draft above its outline.</summary>
static class OutlineVerdicts
{
    public static OutlineVerdict Of(JudgedDraft judged, ProcessModel? process)
    {
        var found = judged.Verification.Findings.Select(finding => Of(finding, judged.Verification, process));
        var more = judged.Judgement.Errors.Where(error => judged.Verification.Findings.All(finding => finding.Sentence != error.Sentence))
            .Select(error => new OutlineFinding("", null, null, error.Sentence, IsError: true, null, []));
        var isFine = judged.Judgement.Errors.IsEmpty;
        return new(isFine, Sentence(judged.Verification, isFine), [.. found.Concat(more).OrderByDescending(finding => finding.IsError)]);
    }

    static Words Sentence(Verification verification, bool isFine) => (isFine, verification.Participation.Holds, verification.IsPart) switch
    {
        (true, true, _) => new("Brukermedvirkning er sikret på alle veier.", "Brukarmedverknad er sikra på alle vegar."),
        (true, _, true) => new(
            "Utkastet kan publiseres. Det har verken faser eller porter, så det kan brukes som en del av andre prosesser.", "Utkastet kan publiserast. Det har verken fasar eller portar, så det kan brukast som ein del av andre prosessar."),
        (true, _, _) => new("Utkastet kan publiseres.", "Utkastet kan publiserast."),
        (false, true, _) => new(
            "Brukermedvirkning er sikret på alle veier, men noe annet må rettes før utkastet kan publiseres.", "Brukarmedverknad er sikra på alle vegar, men noko anna må rettast før utkastet kan publiserast."),
        (false, false, _) => new("Brukermedvirkning er ikke sikret på alle veier. Utkastet kan ikke publiseres ennå.", "Brukarmedverknad er ikkje sikra på alle vegar. Utkastet kan ikkje publiserast enno."),
        _ => new("Utkastet kan ikke publiseres ennå. Dette må rettes først.", "Utkastet kan ikkje publiserast enno. Dette må rettast først."),
    };

    static OutlineFinding Of(Finding finding, Verification verification, ProcessModel? process)
    {
        var verdict = verification.Properties.FirstOrDefault(property => property.Name == finding.Check).Verdict;
        var element = process?.Elements.FirstOrDefault(element => element.Id == finding.ElementId) ?? process?.Flows.FirstOrDefault(flow => flow.Id == finding.ElementId)?.Source;
        return new(finding.Check, finding.ElementId, element?.Id, finding.Sentence, finding.Severity == Severity.Error, finding.Mend is null ? null : finding.Fix, [.. Path(verdict, process).Select(Told)])
        {
            Places = [.. Path(verdict, process).Select(passed => passed.Id)],
        };
    }

    static IEnumerable<ProcessElement> Path(PropertyVerdict? verdict, ProcessModel? process) => verdict is null || process is null ? []
        : verdict.CounterExample.Select(id => process.Elements.FirstOrDefault(element => element.Id == id)).OfType<ProcessElement>();

    static Words Told(ProcessElement element)
    {
        var (sort, name) = (OutlineWords.Sort(element), OutlineWords.Name(element));
        return sort == name ? sort : new($"{sort.Nb}: {name.Nb}", $"{sort.Nn}: {name.Nn}");
    }
}
