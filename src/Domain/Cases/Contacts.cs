using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A contact on one side: a named person or organisation, or a documented attempt to find one (R3).</summary>
public sealed record Contact(Side Side, SealedText Who, bool IsAttempt, DateOnly On);

/// <summary>Is there commitment on both sides? (domain notes §4.3 step 0.2)</summary>
public sealed record Contacts(ImmutableArray<Contact> All)
{
    public static Contacts None { get; } = new([]);

    /// <summary>An attempt counts for 60 days (R3).</summary>
    public bool Covers(Side side, DateOnly today)
    {
        foreach (var contact in All)
            if (contact.Side == side && (!contact.IsAttempt || contact.On.AddDays(60) >= today)) return true;
        return false;
    }
}
