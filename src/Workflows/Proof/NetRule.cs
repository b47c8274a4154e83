namespace LmsWorkflow.Workflows;

/// <summary>
/// What a step does to the word a proof keeps track of, and which parts of the word it has to do with: bit <c>n</c> of a set stands for part <c>n</c>. Two steps may
/// change places when neither writes what the other reads, writes or clears, and neither clears what the other reads; clearing twice is clearing.
/// </summary>
/// <param name="Apply">The word afterwards; null when the step cannot happen.</param>
sealed record NetRule(Func<ulong, ulong?> Apply, int Reads, int Writes, int Clears)
{
    public static NetRule? Both(NetRule? first, NetRule? then) =>
        first is null ? then : then is null ? first
        : new(word => first.Apply(word) is { } between ? then.Apply(between) : null, first.Reads | then.Reads, first.Writes | then.Writes, first.Clears | then.Clears);

    public bool DependsOn(NetRule other) =>
        (Writes & (other.Reads | other.Writes | other.Clears)) != 0 || (other.Writes & (Reads | Clears)) != 0 || (Clears & other.Reads) != 0 || (Reads & other.Clears) != 0;

    /// <summary>What the other does may make this possible.</summary>
    public bool MayBeEnabledBy(NetRule other) => (Reads & (other.Writes | other.Clears)) != 0;
}
