using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>What holds for every edit at every place of every drawing that comes with the product.</summary>
public sealed class EveryEditTests
{
    /// <summary>Places are taken with this between them: every sort of place comes up many times in five drawings.</summary>
    const int Stride = 13;

    public static TheoryData<string> Names => ShippedDefinitionsTests.Names;

    [Theory, MemberData(nameof(Names))]
    public void It_yields_a_drawing_that_still_reads_and_is_drawn_whole_or_is_refused_with_a_reason(string name)
    {
        var xml = Drawing.Shipped(name);
        var accepted = 0;
        foreach (var edit in Edits(xml.Model()).Where((_, at) => at % Stride == 0))
        {
            var edited = DrawingEditor.Apply(xml, edit);
            if (edited.Refused is { } refusal)
            {
                refusal.Sentence.Nb.Should().NotBeEmpty();
                continue;
            }

            accepted++;
            var read = CaseWorkflow.Read(edited.Xml!);
            read.Model.Should().NotBeNull($"{edit} leaves a file that can be read");
            read.Model!.Driving.Should().NotBeNull();
        }

        accepted.Should().BeGreaterThan(50);
    }

    [Theory, MemberData(nameof(Names))]
    public void Removing_what_was_added_is_as_if_nothing_had_been_done(string name)
    {
        var xml = Drawing.Shipped(name);
        var before = xml.Meaning().ToList();
        foreach (var element in xml.Model().Elements.Where(element => element.Outgoing.Length == 1).Where((_, at) => at % Stride == 0))
        {
            var added = DrawingEditor.Apply(xml, new AddStep(element.Id, StepSort.Task, "Noe nytt"));
            added.Refused.Should().BeNull();
            added.Xml!.By(new RemoveStep(added.At)).Meaning().Should().BeEquivalentTo(before, $"a step after {element.Id} came and went");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void An_edit_leaves_nothing_on_top_of_anything_else(string name)
    {
        var xml = Drawing.Shipped(name);
        foreach (var element in xml.Model().Elements.Where(element => element is { Kind: ElementKind.UserTask, Outgoing.Length: 1 }).Where((_, at) => at % Stride == 0))
            xml.By(new AddStep(element.Id, StepSort.Task, "Noe nytt")).MustBeDrawn();
    }

    static IEnumerable<DrawingEdit> Edits(ProcessModel process)
    {
        foreach (var element in process.Elements)
        {
            yield return new AddStep(element.Id, StepSort.Task, "Noe nytt");
            yield return new AddStep(element.Id, StepSort.Document, "Noe å skrive", Documents: [DocumentKind.D02]);
            yield return new RemoveStep(element.Id);
            yield return new ShiftStep(element.Id, StepDirection.Earlier);
            yield return new ShiftStep(element.Id, StepDirection.Later);
            yield return new RenameStep(element.Id, "Et annet navn");
            yield return new SetRoles(element.Id, [Role.Leder]);
            yield return new SetDocuments(element.Id, [DocumentKind.D02]);
            yield return new SetDeadline(element.Id, 10);
            yield return new AddReminder(element.Id, 5);
            yield return new AddBranch(element.Id, BranchSort.Choice, "Av og til", Condition: "case.onHold");
            yield return new AddBranch(element.Id, BranchSort.Together, "Samtidig", Other: "Ved siden av");
            if (Outline.MayHaveMoreWays(element)) yield return new AddWay(element.Id, "En ting til", Condition: element.Kind == ElementKind.ParallelGateway ? null : "case.onHold");
            if (element.Incoming.FirstOrDefault() is { } into) yield return new MendDrawing(new(MendOperation.MergeBefore, element.Id, into.Id));
            if (!element.Outgoing.IsEmpty) yield return new MendDrawing(new(MendOperation.ForkAfter, element.Id));
        }

        foreach (var flow in process.Flows)
        {
            yield return new AddStep(flow.Id, StepSort.Meeting, "Møt hverandre");
            yield return new RemoveWay(flow.Id);
            yield return new SetCondition(flow.Id, "case.onHold");
            yield return new SetCondition(flow.Id);
            foreach (var target in process.Inside(flow.Source.Parent).Where((_, at) => at % 5 == 0)) yield return new LeadFlow(flow.Id, target.Id);
        }
    }
}
