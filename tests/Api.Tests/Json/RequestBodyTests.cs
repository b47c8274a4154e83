using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

/// <summary>Bad input is a refusal that names the place; never an exception, never a guess, never an echo.</summary>
public sealed class RequestBodyTests
{
    static readonly string Person = Guid.NewGuid().ToString("n");

    [Fact]
    public void A_whole_request_is_read_and_each_text_gets_its_own_salt()
    {
        var one = Parse<RecordContact>("""{"side":"Fag","who":"Avdelingen","isAttempt":false}""");
        var two = Parse<RecordContact>("""{"side":"Fag","who":"Avdelingen","isAttempt":false}""");
        one.Who.Value.Should().Be("Avdelingen");
        one.Who.Salt.Should().HaveLength(32).And.NotBe(two.Who.Salt);
    }

    [Theory]
    [InlineData("""{"side":"Fag","who":"A"}""", "a value is missing")]
    [InlineData("""{"side":"Fag","who":null,"isAttempt":false}""", "null where a text is needed")]
    [InlineData("""{"side":"Midten","who":"A","isAttempt":false}""", "an unknown choice")]
    [InlineData("""{"side":0,"who":"A","isAttempt":false}""", "a number for a choice")]
    [InlineData("""{"side":"Fag, Bruker","who":"A","isAttempt":false}""", "two choices for one")]
    [InlineData("""{"side":"Fag","who":7,"isAttempt":false}""", "a number for a text")]
    [InlineData("""{"side":"Fag","who":{"value":"A","salt":"00"},"isAttempt":false}""", "a salt of the caller's own")]
    [InlineData("""{"side":"Fag","who":"A","isAttempt":"nei"}""", "a text for yes or no")]
    [InlineData("""{"side":"Fag","who":"A","isAttempt":false,"act":"Decide"}""", "a member that is not asked for")]
    [InlineData("""{"side":"Fag","who":"A","isAttempt":false,"side":"Bruker"}""", "the same member twice")]
    [InlineData("""{"side":"Fag","who":"A","isAttempt":false""", "a body that stops")]
    [InlineData("""[]""", "a list for a request")]
    [InlineData("""null""", "nothing")]
    [InlineData("""{"side":"Fag","who":"a\u0000b","isAttempt":false}""", "a control character")]
    [InlineData("""{"side":"Fag","who":"\ud800","isAttempt":false}""", "half a character")]
    [InlineData("""{"side":"Fag","who":"\ud800\u0041","isAttempt":false}""", "half a character and a letter")]
    public void A_bad_body_is_refused(string body, string why)
    {
        var refused = () => Parse<RecordContact>(body);
        refused.Should().Throw<BadBodyException>(why).Which.Problem.Status.Should().Be(400);
    }

    [Fact]
    public void A_list_may_not_hold_null()
    {
        var body = $$"""{"name":"K","language":"Nb","employedIn":[],"grants":[null],"person":"{{Person}}"}""";
        var refused = () => Parse<RegisterPerson>(body);
        refused.Should().Throw<BadBodyException>();
    }

    [Fact]
    public void A_very_deep_body_is_refused()
    {
        var refused = () => Parse<RecordContact>("{\"side\":" + new string('[', 5000) + new string(']', 5000) + "}");
        refused.Should().Throw<BadBodyException>().Which.Problem.Status.Should().Be(400);
    }

    [Fact]
    public void A_text_longer_than_a_field_is_refused()
    {
        var refused = () => Parse<RecordContact>($$"""{"side":"Fag","who":"{{new string('a', WrittenText.Longest + 1)}}","isAttempt":false}""");
        refused.Should().Throw<BadBodyException>();
    }

    [Fact]
    public void What_was_typed_is_never_in_the_answer()
    {
        var refused = () => Parse<RecordContact>("""{"hemmelig diagnose":"x","side":"Fag","who":"A","isAttempt":false}""");
        Encoding.UTF8.GetString(refused.Should().Throw<BadBodyException>().Which.Problem.Bytes()).Should().NotContain("diagnose");
    }

    [Fact]
    public void The_address_fills_members_and_the_body_may_not_contradict_it()
    {
        var request = (GiveSignOff)RequestBody.Parse("""{"package":1,"packageHash":"ab"}"""u8.ToArray(), typeof(GiveSignOff), [new("gate", "G2")]);
        request.Gate.Should().Be(Gate.G2);
        var refused = () => RequestBody.Parse("""{"gate":"G1","package":1,"packageHash":"ab"}"""u8.ToArray(), typeof(GiveSignOff), [new("gate", "G2")]);
        refused.Should().Throw<BadBodyException>();
    }

    [Theory]
    [InlineData("G9")]
    [InlineData("g2")]
    [InlineData("2")]
    [InlineData("")]
    public void An_unknown_gate_in_the_address_is_refused(string gate)
    {
        var refused = () => RequestBody.Parse("""{"package":1,"packageHash":"ab"}"""u8.ToArray(), typeof(GiveSignOff), [new("gate", gate)]);
        refused.Should().Throw<BadBodyException>();
    }

    [Fact]
    public void A_number_in_the_address_becomes_a_number()
    {
        var request = (WithdrawObjection)RequestBody.Parse([], typeof(WithdrawObjection), [new("number", "3")]);
        request.Number.Should().Be(3);
    }

    static T Parse<T>(string body) => (T)RequestBody.Parse(Encoding.UTF8.GetBytes(body), typeof(T), []);
}
