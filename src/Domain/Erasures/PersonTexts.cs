using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// The texts that go with a person: the name, what role clarifications say of needs and terms, and what the person answered or commented in her own name. What the group wrote together, and what a
/// decision rests on, is documentation of the case and stays; so does the pseudonymous id that says the same person signed (arkivlova, R82).
/// </summary>
public static class PersonTexts
{
    public static ImmutableArray<SealedText> Of(Fact fact, PersonId person) => fact switch
    {
        PersonRegistered registered when registered.Person == person => [registered.Name],
        RoleClarificationOffered offered when offered.Person == person => There(offered.Task, offered.NotTask, offered.TimeUse, offered.Support, offered.Terms),
        CollaborationAnswered answered when answered.Person == person => There(answered.Ratings, answered.Differently),
        CollaborationAnsweredOpenly answered when answered.Person == person => There(answered.Differently),
        MinutesCommented commented when commented.Person == person => [commented.Text],
        _ => [],
    };

    static ImmutableArray<SealedText> There(params ReadOnlySpan<SealedText?> texts)
    {
        var there = ImmutableArray.CreateBuilder<SealedText>();
        foreach (var text in texts)
            if (text is not null) there.Add(text);
        return there.ToImmutable();
    }
}
