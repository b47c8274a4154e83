using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A change the last run asked for, and what became of it.</summary>
public sealed record InheritedLine(int Number, string What, string Owner, DateOnly Due, Words? Outcome, string Reason, string By);

/// <summary>The change list of the last run (R142).</summary>
/// <param name="Source">Link to the case it came from.</param>
public sealed record RerunView(CaseFrame Frame, ImmutableArray<InheritedLine> Changes, string Source, bool MayTreat)
{
    /// <summary>Null for a case that is no re-run.</summary>
    public static RerunView? From(CaseContext context, Viewer me) => context.Case.Rerun is not { } rerun ? null : new(
        CaseFrame.From(context, me), [.. rerun.Changes.Select(change => Line(rerun, change, me))], CaseFrame.PathOf(rerun.Source),
        context.Case.IsOpen && context.May(Act.ProposeAndMinute) && context.Case.Passed(Gate.G2) is null && context.Case.SignOffs.Current(Gate.G2) is null);

    static InheritedLine Line(Rerun rerun, InheritedChange change, Viewer me)
    {
        var treatment = rerun.TreatmentOf(change.Number);
        return new(change.Number, me.Text(change.What), me.NameOf(change.Owner), change.Due, treatment is null ? null : RerunNames.Of(treatment.Outcome), me.Text(treatment?.Reason), treatment is null ? "" : me.NameOf(treatment.By));
    }
}

public static class RerunNames
{
    public static Words Of(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Done => new("Gjort", "Gjord"),
        ChangeOutcome.Postponed => new("Utsatt", "Utsett"),
        _ => new("Avvist", "Avvist"),
    };
}
