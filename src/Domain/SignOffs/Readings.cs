using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Who has opened which frozen text: the fold of the case's companion stream of reads. Live refresh never counts.</summary>
public sealed record Readings(ImmutableHashSet<Opening> Opened)
{
    public static Readings None { get; } = new([]);

    public bool Has(PersonId person, Gate gate, int package) => Opened.Contains(new PackageOpened(person, gate, package));

    public Readings After(Fact fact) => fact is Opening opening ? new(Opened.Add(opening)) : this;
}

/// <summary>A person opened a text that no longer changes; the first time only. Lies in the companion stream of reads.</summary>
public abstract record Opening : Fact;

/// <summary>A person opened the frozen text of a gate's package, with all its documents (R84).</summary>
public sealed record PackageOpened(PersonId Person, Gate Gate, int Package) : Opening;

/// <summary>A person opened a frozen version of a document by itself.</summary>
public sealed record DocumentOpened(PersonId Person, DocumentKind Kind, int Number) : Opening;

/// <summary>A person who coordinates the case saw another's role clarification, which is of the personal file (domain notes §3.5).</summary>
/// <param name="Member">Whom it is about.</param>
/// <param name="Offered">Which one: when it was offered.</param>
public sealed record RoleClarificationOpened(PersonId Person, PersonId Member, DateTimeOffset Offered) : Opening;

/// <summary>An act was refused; lies in the companion stream of attempts. Kinds and reasons only, never what was typed.</summary>
public sealed record AttemptRefused(string Request, ImmutableArray<string> Reasons) : Fact;
