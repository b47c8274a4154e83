using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Who has opened which frozen package: the fold of the case's companion stream of reads. Live refresh never counts.</summary>
public sealed record Readings(ImmutableHashSet<(PersonId Person, Gate Gate, int Package)> Opened)
{
    public static Readings None { get; } = new([]);

    public bool Has(PersonId person, Gate gate, int package) => Opened.Contains((person, gate, package));
}

/// <summary>A person opened the frozen text of a gate's package, with all its documents (R84). Lies in the companion stream of reads.</summary>
public sealed record PackageOpened(PersonId Person, Gate Gate, int Package) : Fact;

/// <summary>An act was refused; lies in the companion stream of attempts. Kinds and reasons only, never what was typed.</summary>
public sealed record AttemptRefused(string Request, ImmutableArray<string> Reasons) : Fact;
