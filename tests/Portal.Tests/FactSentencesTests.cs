using System.Collections.Immutable;
using System.Reflection;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

public sealed class FactSentencesTests
{
    public static TheoryData<string> Facts => [.. typeof(CaseFact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseFact)) && !type.IsAbstract).Select(type => type.Name)];

    [Theory, MemberData(nameof(Facts))]
    public void Every_fact_has_a_sentence_in_both_written_forms_or_is_deliberately_silent(string name)
    {
        var type = typeof(CaseFact).Assembly.GetTypes().Single(candidate => candidate.Name == name);
        var words = FactSentences.Of((CaseFact)Example(type), new(DateTimeOffset.UnixEpoch, null, Role.System, "test"), Viewer.Nobody(Language.Nb, DateTimeOffset.UnixEpoch));

        if (FactSentences.IsSilent(type))
        {
            words.Should().BeNull();
            words = ProcessSentences.Of((Fact)Example(type), Viewer.Nobody(Language.Nb, DateTimeOffset.UnixEpoch), Viewer.Nobody(Language.Nn, DateTimeOffset.UnixEpoch));
            words.Should().NotBeNull("who asks for every step is told every step");
        }
        else
        {
            words.Should().NotBeNull($"{name} needs a line in FactSentences");
            words!.Nb.Should().EndWith(".");
            words.Nn.Should().EndWith(".");
        }
    }

    /// <summary>A fact with a value in every member.</summary>
    internal static object Example(Type type)
    {
        if (type == typeof(string)) return "x";
        if (type == typeof(SealedText)) return Sample.Sealed("x");
        if (type == typeof(DocumentContent)) return new FormContent([]);
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Example(inner);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return type.GetField(nameof(ImmutableArray<int>.Empty), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        if (type.IsValueType) return Activator.CreateInstance(type)!;
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Example(parameter.ParameterType))]);
    }
}
