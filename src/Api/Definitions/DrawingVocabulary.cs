using System.Collections.Immutable;
using System.Text;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A word a drawing may use, and what it is called.</summary>
/// <param name="Name">As it is written in the drawing.</param>
public sealed record NamedView(string Name, MessageView Title);

/// <summary>What a condition can ask.</summary>
/// <param name="Values">All values it can have, where there are few, as FEEL writes them.</param>
public sealed record VariableView(string Name, string Type, MessageView Meaning, ImmutableArray<string> Values);

/// <param name="Phase">The phase it leads out of.</param>
/// <param name="Documents">What both sides sign there; empty where one person decides.</param>
public sealed record GateWordsView(string Name, MessageView Title, string Phase, ImmutableArray<string> Documents);

/// <param name="NeedsGate">It must say which gate.</param>
public sealed record ActionView(string Name, MessageView Title, bool NeedsGate);

/// <summary>A step as it is put in: <c>task</c>, <c>document</c>, <c>meeting</c> or <c>decision</c>, with what the drawing says of it in <c>lms:</c> attributes.</summary>
/// <param name="Phase">Null where it is in no phase.</param>
/// <param name="Documents">Of a document: those both sides write in the phase, of which one is chosen. Else what the step concerns.</param>
public sealed record PartStepView(string Sort, string? Phase, string? Kind, string? Role, ImmutableArray<string> Documents, string? Gate, string? Done);

/// <summary>A <c>phase</c> or a <c>signOff</c> as it is put in whole.</summary>
/// <param name="Source">A BPMN file in which it is the only thing between start and end, as the edit <c>addStep</c> would put it in.</param>
public sealed record PartView(string Sort, string? Phase, string? Gate, string Source);

/// <summary>All that a drawing of a process may speak of, in the order it is offered.</summary>
public sealed record VocabularyView(
    ImmutableArray<VariableView> Variables, ImmutableArray<NamedView> Documents, ImmutableArray<NamedView> Phases, ImmutableArray<GateWordsView> Gates, ImmutableArray<NamedView> Roles,
    ImmutableArray<ActionView> Actions, ImmutableArray<PartStepView> Steps);

/// <param name="Text">FEEL, as it would stand in the drawing.</param>
public sealed record ConditionBody(string Text);

/// <param name="At">Where in the text, from 0; null when nothing is wrong.</param>
public sealed record ConditionView(bool Usable, int? At, MessageView? Message);

/// <summary>What a drawing tool needs to know of the words of drawings, and of one condition while it is typed.</summary>
static class DrawingVocabulary
{
    const int LargestCondition = 16_384;

    static readonly Lazy<LastingAnswer> AllParts = new(() => LastingAnswer.Of(
        StandardParts.Whole.Select(part => new PartView(InDrawing(part.Sort), InDrawing(part.Phase), part.Gate?.ToString(), Encoding.UTF8.GetString(part.Drawing))).ToImmutableArray()));

    public static async Task<IResult> Get(HttpContext http, DefinitionPath path, DraftJudge judge, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is not { } draft) return new ProblemResult(Problem.NotFound);
        return new ViewResult(Of(await judge.FormsOf(draft.Forms, http.RequestAborted)));
    }

    public static async Task<IResult> Check(HttpContext http, DefinitionPath path, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        var body = (ConditionBody)RequestBody.Parse(await RequestBody.Bytes(http, LargestCondition), typeof(ConditionBody), []);
        var error = FeelParser.Condition(body.Text, CaseVariables.TypeOf).Error;
        return new ViewResult(new ConditionView(error is null, error?.At, error is null ? null : Of(error.Sentence)));
    }

    /// <summary>Apart from the words: a tool needs them when something is put in, not to open.</summary>
    public static async Task<IResult> Parts(HttpContext http, DefinitionPath path, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is null) return new ProblemResult(Problem.NotFound);
        return new LastingResult(AllParts.Value);
    }

    static VocabularyView Of(FormCatalogue forms) => new(
        [.. CaseVariables.All.Select(Of)],
        [.. Enum.GetValues<DocumentKind>().Where(kind => forms[kind] is not null).Select(kind => new NamedView($"{kind}", Of(forms[kind]!.Title)))],
        [.. Enum.GetValues<Phase>().Where(phase => PhaseMachine.GateOutOf(phase) is not null).Select(phase => new NamedView(InDrawing(phase), Of(phase.Words())))],
        [.. Enum.GetValues<Gate>().Select(gate => new GateWordsView($"{gate}", Of(gate.Words()), InDrawing(PhaseMachine.Move(gate).From), [.. GateDocuments.Of(gate).Select(kind => $"{kind}")]))],
        [.. TaskRoleNames.Each((TaskRoles)(-1)).Select(role => new NamedView(InDrawing(role), Of(role.Words())))],
        [.. CaseActions.All.Select(action => new ActionView(action.Name, Of(action.Meaning), action.NeedsGate))],
        [.. StandardParts.Steps.Select(step => new PartStepView(InDrawing(step.Sort), InDrawing(step.Phase), step.Kind, step.Role, [.. step.Documents.Select(kind => $"{kind}")], step.Gate?.ToString(), step.Done))]);

    static VariableView Of(CaseVariable variable) => new(
        variable.Name, $"{variable.Type}", Of(variable.Meaning), [.. (variable.Values ?? []).Select(value => value.ToString() ?? "")]);

    static string? InDrawing<T>(T? value) where T : struct, Enum => value is { } stated ? InDrawing(stated) : null;

    static string InDrawing<T>(T value) where T : struct, Enum => $"{value}" is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    static MessageView Of(Words words) => new(words.Nb, words.Nn);
}
