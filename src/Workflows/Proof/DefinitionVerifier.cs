using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Everything that can be said of a drawing before anything runs in it: can it be read and run, do the checks find anything, is it sound, is it proved that no way in it leads
/// around either side, and is there somebody for every task. Never throws for what a file contains; an answer that was not reached is said to be so.
/// </summary>
public static class DefinitionVerifier
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int LargestFile = SecureXml.LargestFile;

    /// <summary>States looked at, at most, by each exploration.</summary>
    public const int MostStates = 200_000;

    /// <param name="enough">When the one who asks will not wait longer: what is not decided by then is said not to be.</param>
    public static Verification Verify(ReadOnlyMemory<byte> xml, FormCatalogue? forms = null, int mostStates = MostStates, CancellationToken enough = default)
    {
        var read = CaseWorkflow.Read(xml);
        if (read.Model is not { } model) return Unread(read);

        var net = new NetBuilder(model, new NoRules()).Build();
        var soundness = net.Unjudgeable is null ? new SoundnessJudge(net, mostStates, enough: enough).Judge() : Soundness.NotApplicable;
        var (participation, states) = Participation(model, mostStates, enough);
        var applies = model.Driving is { } process && ParticipationJudge.Applies(process);
        var verification = new Verification
        {
            Executable = read.IsExecutable,
            IsReadable = true,
            IsPart = read.Definition is { IsPart: true },
            Safeness = soundness.Safeness,
            OptionToComplete = soundness.OptionToComplete,
            ProperCompletion = soundness.ProperCompletion,
            NoDeadActivities = soundness.NoDeadActivities,
            Participation = participation,
            Staffable = applies ? Staffing.Judge(model.Driving!) : PropertyVerdict.NotApplicable,
            States = soundness.States + states,
            Findings = [],
        };
        return verification with
        {
            Findings =
            [
                .. CheckRun.Of(read, forms),
                .. verification.Properties.Select(property => Finding(property.Name, property.Verdict)).OfType<Finding>(),
                .. NotJudged(net.Unjudgeable, soundness, participation, applies, mostStates),
            ],
        };
    }

    static Verification Unread(ReadResult read) => new()
    {
        Executable = false,
        IsReadable = read.Findings.All(finding => finding.Check != "readable"),
        Safeness = PropertyVerdict.NotApplicable,
        OptionToComplete = PropertyVerdict.NotApplicable,
        ProperCompletion = PropertyVerdict.NotApplicable,
        NoDeadActivities = PropertyVerdict.NotApplicable,
        Participation = PropertyVerdict.NotApplicable,
        Staffable = PropertyVerdict.NotApplicable,
        States = 0,
        Findings = read.Findings,
    };

    static (PropertyVerdict, int) Participation(BpmnModel model, int mostStates, CancellationToken enough)
    {
        if (model.Driving is not { } process || !ParticipationJudge.Applies(process)) return (PropertyVerdict.NotApplicable, 0);
        var judge = new ParticipationJudge(process, mostStates, enough: enough);
        return (judge.Judge(), judge.States);
    }

    static Finding? Finding(string property, PropertyVerdict verdict) => verdict is { Holds: false, Sentence: { } sentence }
        ? new(property, Severity.Error, verdict.Elements.FirstOrDefault(), 0, sentence) : null;

    /// <summary>What was not decided is never taken for a pass.</summary>
    static IEnumerable<Finding> NotJudged(ProcessElement? unjudgeable, Soundness soundness, PropertyVerdict participation, bool applies, int mostStates)
    {
        if (unjudgeable is { } element)
            yield return new("not-decided", Severity.Error, element.Id, element.Line, new(
                $"Tegningen kan ikke bevises: hva som skjer ved {ToldPath.Name(element).Nb}, er ikke entydig, eller gir for mange muligheter. Tegn det enklere.",
                $"Teikninga kan ikkje bevisast: kva som skjer ved {ToldPath.Name(element).Nn}, er ikkje eintydig, eller gir for mange moglegheiter. Teikn det enklare."));
        else if (soundness is { IsDecided: true, Safeness.Holds: null })
            yield return new("not-decided", Severity.Error, null, 0, new(
                "Tegningen kan ikke bevises: en melding mellom bassengene kan bli sendt igjen og igjen uten at noen henter den. La den som sender, vente på svar før neste melding.",
                "Teikninga kan ikkje bevisast: ei melding mellom bassenga kan bli send igjen og igjen utan at nokon hentar henne. La den som sender, vente på svar før neste melding."));
        else if (soundness is { Safeness.Holds: not false } and ({ IsDecided: false } or { OptionToComplete.Holds: null }) || (applies && participation.Holds is null))
            yield return new("not-decided", Severity.Error, null, 0, new(
                $"Det ble ikke avgjort innen {mostStates} tilstander om tegningen holder. Del den opp eller tegn det enklere.",
                $"Det blei ikkje avgjort innan {mostStates} tilstandar om teikninga held. Del ho opp eller teikn det enklare."));
    }
}
