using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The case is driven by this version of this definition from now on.</summary>
public sealed record ProcessStarted(string Definition, int DefinitionVersion, string ContentHash, string ProcessId) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Process = new ProcessState
        {
            Definition = Definition,
            DefinitionVersion = DefinitionVersion,
            ContentHash = ContentHash,
            ProcessId = ProcessId,
            StartedAt = stamp.At,
        },
    };
}

/// <summary>The process went from one resting point to the next.</summary>
public sealed record ProcessMoved(ImmutableArray<ProcessStep> Steps) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Process = file.Process?.After(Steps, stamp.At) };

    public bool Equals(ProcessMoved? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override int GetHashCode() => Steps.Length;
}

/// <summary>The process cannot go on here and needs a person. The case stays where it is; nothing is lost.</summary>
/// <param name="ReasonCodes">Codes of refusals, or of the engine's own reasons (<see cref="StuckReasons"/>).</param>
public sealed record ProcessStuck(int Item, string ElementId, ImmutableArray<string> ReasonCodes) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Process = file.Process.Changed(position => position.Stick(Item, ReasonCodes)) };

    public bool Equals(ProcessStuck? other) =>
        other is not null && Item == other.Item && ElementId == other.ElementId && ReasonCodes.AsSpan().SequenceEqual(other.ReasonCodes.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Item, ElementId);
}

/// <summary>What it was stuck on is in order; the process goes on.</summary>
public sealed record ProcessUnstuck(int Item) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Process = file.Process.Changed(position => position.Stick(Item, [])) };
}

/// <summary>The case was on hold for this long, and every deadline of the process moves by as much.</summary>
public sealed record ProcessDeadlinesMoved(TimeSpan By) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Process = file.Process.Changed(position => position.MoveDeadlines(By)) };
}

/// <summary>The engine's own reasons for being stuck, beside the codes of refusals.</summary>
public static class StuckReasons
{
    /// <summary>No condition out of a gateway holds and it has no default flow (BPMN 2.0.2 §13.4.2).</summary>
    public const string NoFlowHolds = "NoFlowHolds";

    /// <summary>Tokens wait at a join that nothing else in the process can fill.</summary>
    public const string JoinCannotFill = "JoinCannotFill";

    /// <summary>The process went round without resting more often than any sound process does.</summary>
    public const string TooManySteps = "TooManySteps";

    public static Words Sentence(string code) => code switch
    {
        NoFlowHolds => new(
            "Ingen av veiene videre i prosessen passer. Administrator må se på prosesstegningen.",
            "Ingen av vegane vidare i prosessen passar. Administrator må sjå på prosessteikninga."),
        JoinCannotFill => new(
            "Prosessen venter på noe som ikke kan komme. Administrator må se på prosesstegningen.",
            "Prosessen ventar på noko som ikkje kan kome. Administrator må sjå på prosessteikninga."),
        TooManySteps => new(
            "Prosessen går i ring. Administrator må se på prosesstegningen.",
            "Prosessen går i ring. Administrator må sjå på prosessteikninga."),
        _ => new(
            "Det mangler noe før prosessen kan gå videre. Se hva som mangler på saken.",
            "Det manglar noko før prosessen kan gå vidare. Sjå kva som manglar på saka."),
    };
}

static class ProcessChanges
{
    public static ProcessState? Changed(this ProcessState? state, Action<ProcessPosition> change)
    {
        if (state is null) return null;
        var position = new ProcessPosition(state);
        change(position);
        return position.Rest();
    }
}
