using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>One line to choose, in the reader's language.</summary>
public sealed record Choice(string Value, string Label)
{
    public string? Hint { get; init; }

    public static IEnumerable<Choice> Of<T>(Viewer me, Func<T, Words> name) where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => new Choice(value.ToString(), me.Say(name(value))));
}
