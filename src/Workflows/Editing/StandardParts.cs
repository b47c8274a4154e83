using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What is put in as one thing, as a drawing of its own that holds nothing else between its start and its end.</summary>
/// <param name="Phase">Of a phase.</param>
/// <param name="Gate">Of a sign-off.</param>
public sealed record StandardPart(StepSort Sort, Phase? Phase, Gate? Gate, byte[] Drawing);

/// <summary>A step as it is put in, before it has a name.</summary>
/// <param name="Phase">Null where it is in no phase, or is the same in all others.</param>
/// <param name="Documents">Of a document: those both sides write in the phase, in their order; one is chosen. Else what the step concerns.</param>
public sealed record PartStep(StepSort Sort, Phase? Phase, string? Kind, string? Role, ImmutableArray<DocumentKind> Documents, Gate? Gate, string? Done);

/// <summary>What a drawing tool offers: the very things the outline puts in, so that a phase holds the same whichever way it came into a drawing.</summary>
public static class StandardParts
{
    public static ImmutableArray<StandardPart> Whole { get; } =
    [
        .. Phases.Select(phase => new StandardPart(StepSort.Phase, phase, null, Alone(new AddStep(Start, StepSort.Phase, Phase: phase)))),
        .. Enum.GetValues<Gate>().Where(gate => !GateDocuments.Of(gate).IsEmpty).Select(gate => new StandardPart(StepSort.SignOff, null, gate, Alone(new AddStep(Start, StepSort.SignOff, Gate: gate)))),
    ];

    public static ImmutableArray<PartStep> Steps { get; } =
    [
        Of(StepSort.Task, null, StandardSteps.Task),
        Of(StepSort.Meeting, null, StandardSteps.Meeting(null)),
        Of(StepSort.Decision, null, StandardSteps.Decision(null)),
        .. Phases.Select(phase => Of(StepSort.Meeting, phase, StandardSteps.Meeting(phase))),
        .. Phases.Select(phase => Of(StepSort.Decision, phase, StandardSteps.Decision(phase))),
        .. Phases.Select(phase => (phase, kinds: WrittenTogether(phase))).Where(written => !written.kinds.IsEmpty)
            .Select(written => Of(StepSort.Document, written.phase, StandardSteps.Document([written.kinds[0]])) with { Documents = written.kinds, Done = null }),
    ];

    const string Key = "del";
    const string Start = Key + "_start";

    static IEnumerable<Phase> Phases => Enum.GetValues<Phase>().Where(phase => PhaseMachine.GateOutOf(phase) is not null);

    static byte[] Alone(AddStep step) => Plain(DrawingEditor.Apply(EmptyDrawing.Of(Key, Words.Same("Del")), step).Xml!);

    /// <summary>Nobody reads it but a program.</summary>
    static byte[] Plain(byte[] xml) => Encoding.UTF8.GetBytes(SecureXml.Read(xml).Document!.ToString(SaveOptions.DisableFormatting));

    static PartStep Of(StepSort sort, Phase? phase, StandardStep step) => new(sort, phase, step.Kind, step.Role, Kinds(step), step.Gate, step.Done);

    static ImmutableArray<DocumentKind> WrittenTogether(Phase phase) =>
        [.. StandardSteps.Before(phase).Where(step => step.Kind == "document").SelectMany(step => Kinds(step)).Where(GateDocuments.IsJoint).Distinct()];

    static ImmutableArray<DocumentKind> Kinds(StandardStep step) => [.. (step.Documents ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DocumentKind>)];
}
