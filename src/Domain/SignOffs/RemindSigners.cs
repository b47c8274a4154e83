using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A reminder that sign-off is missing.</summary>
/// <param name="Missing">Sides that had not signed.</param>
public sealed record Reminder(Gate Gate, int Package, ImmutableArray<Side> Missing, DateTimeOffset At);

/// <summary>Those whose sign-off is missing were reminded: on day 3, 7 and 14 (R88). A reminder never approves anything (R81).</summary>
public sealed record SignersReminded(Gate Gate, int Package, ImmutableArray<Side> Missing) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        SignOffs = file.SignOffs with { Reminders = file.SignOffs.Reminders.Add(new(Gate, Package, Missing, stamp.At)) },
    };

    /// <summary>Nothing is told when nothing is waited for.</summary>
    public static Decision Decide(CaseFile file, Gate gate)
    {
        if (file.SignOffs.Current(gate) is not { } package) return Decision.Accept();
        ImmutableArray<Side> missing = [.. Enum.GetValues<Side>().Where(side => !file.SignOffs.HasSigned(side, gate))];
        return missing.IsEmpty ? Decision.Accept() : Decision.Accept(new SignersReminded(gate, package.Number, missing));
    }
}
