using System.Collections.Immutable;

namespace LmsWorkflow.Domain.Tests;

public class NumberLimitsTests
{
    [Theory]
    [InlineData(1, 10, 1, true)]
    [InlineData(1, 10, 10, true)]
    [InlineData(1, 10, 0, false)]
    [InlineData(1, 10, 11, false)]
    [InlineData(null, 10, -4, true)]
    [InlineData(1, null, 999, true)]
    public void A_number_is_held_to_the_limits_of_its_form(int? least, int? most, int written, bool fits)
    {
        var field = new FieldDefinition("antall", Words.Same("Antall"), null, FieldType.Number, false, null, [], null) { Least = least, Most = most };
        Refusals(field, written).Should().Equal(fits ? [] : [new NumberOutsideLimits("antall", field.Label, least, most)]);
    }

    [Fact]
    public void The_refusal_says_which_numbers_fit()
    {
        string Said(decimal? least, decimal? most) => new NumberOutsideLimits("a", Words.Same("Antall"), least, most).Sentence.Nb;
        Said(1, 12.5m).Should().Contain("fra 1 til 12,5");
        Said(2, null).Should().Contain("minst 2");
        Said(null, 7).Should().Contain("høyst 7");
    }

    static IEnumerable<Refusal> Refusals(FieldDefinition field, decimal written)
    {
        var plan = new PlanCase { Forms = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D08, new(DocumentKind.D08, Words.Same("Skjema"), [field]))) };
        var draft = new FormDraft(ImmutableDictionary<string, DraftValue>.Empty.Add(field.Key, new(Number: written)));
        return draft.Seal(plan.AsKoord, DocumentKind.D08, null) is DraftSealing.Refused refused ? refused.Reasons : [];
    }
}
