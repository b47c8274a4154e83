using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What a call activity of the case's process calls, as found when the case began.</summary>
/// <param name="Element">The call activity; one inside a called process is named after it: <c>kurs/mote</c>.</param>
public sealed record CalledDefinition(string Element, string Definition, int Version, string ContentHash);

/// <summary>The case is driven by this version of this definition from now on.</summary>
/// <param name="Calls">The versions of the processes it calls, at any depth; null when it calls none.</param>
public sealed record ProcessStarted(
    string Definition, int DefinitionVersion, string ContentHash, string ProcessId, ImmutableArray<CalledDefinition>? Calls = null) : CaseFact
{
    public bool Equals(ProcessStarted? other) =>
        other is not null && Definition == other.Definition && DefinitionVersion == other.DefinitionVersion && ContentHash == other.ContentHash
        && ProcessId == other.ProcessId && Called.AsSpan().SequenceEqual(other.Called.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Definition, DefinitionVersion, ContentHash);

    ImmutableArray<CalledDefinition> Called => Calls is { IsDefault: false } calls ? calls : [];

    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Process = new ProcessState
        {
            Definition = Definition,
            DefinitionVersion = DefinitionVersion,
            ContentHash = ContentHash,
            ProcessId = ProcessId,
            StartedAt = stamp.At,
            Calls = Called,
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

    /// <summary>An error was thrown and nothing around catches it (BPMN 2.0.2 §10.5.6 leaves open what happens then).</summary>
    public const string ErrorNotCaught = "ErrorNotCaught";

    /// <summary>How many times an activity is to be done cannot be computed, or is more than anybody does.</summary>
    public const string LoopNotCounted = "LoopNotCounted";

    /// <summary>The process a call activity calls is not there.</summary>
    public const string CalledProcessMissing = "CalledProcessMissing";

    public static Words Sentence(string code) => code switch
    {
        ErrorNotCaught => new(
            "Prosessen meldte en feil som ingenting i tegningen tar imot. Administrator må se på prosesstegningen.",
            "Prosessen melde ein feil som ingenting i teikninga tek imot. Administrator må sjå på prosessteikninga."),
        LoopNotCounted => new(
            "Prosessen vet ikke hvor mange ganger noe skal gjøres. Administrator må se på prosesstegningen.",
            "Prosessen veit ikkje kor mange gonger noko skal gjerast. Administrator må sjå på prosessteikninga."),
        CalledProcessMissing => new(
            "Prosessen som skal brukes her, finnes ikke. Administrator må publisere den.",
            "Prosessen som skal brukast her, finst ikkje. Administrator må publisere han."),
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
