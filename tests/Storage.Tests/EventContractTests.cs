using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage.Tests;

/// <summary>
/// Events are for ever. What these tests guard lies in databases that we shall never see, and no upgrade touches it.
/// </summary>
public sealed class EventContractTests
{
    /// <summary>
    /// If this test fails you have changed what events look like. Look at the difference, then:
    /// a NEW fact, or a new value of an enum: copy the received file over the approved one and commit both with the fact;
    /// a new property that may be null (old events have none): likewise, and let Apply mean by null what was true before;
    /// ANYTHING ELSE (a name, a type, a property gone or renamed, an enum value gone): do not approve. Keep the old record and its line in
    /// EventNames, make a new record with the name '….v2', and let requests give the new one.
    /// </summary>
    [Fact]
    public void Names_and_shapes_of_events_are_as_approved()
    {
        var (approved, received) = (Beside("event-contract.approved.txt"), Beside("event-contract.received.txt"));
        var now = ContractText.Write();
        var before = File.Exists(approved) ? File.ReadAllText(approved) : "";
        File.Delete(received);
        if (now == before) return;
        File.WriteAllText(received, now);
        now.Should().Be(before, "the shape of stored events is a contract. Read the comment on this test before you copy event-contract.received.txt over event-contract.approved.txt");
    }

    /// <summary>A new text in an event fails this until it is said whose it is, in <see cref="PersonTexts"/>: all of it goes with a person, or none and it is named there why.</summary>
    [Fact]
    public void Of_every_text_in_every_fact_it_is_said_whether_it_goes_with_a_person()
    {
        foreach (var type in EventNames.All.Values)
        {
            var fact = new FactMaker().Fact(type);
            var person = type.GetProperties().FirstOrDefault(property => property.Name == "Person" && property.PropertyType == typeof(PersonId))?.GetValue(fact) is PersonId named ? named : new PersonId(Guid.Parse("00000000-0000-0000-0000-0000000000ff"));
            var stamp = new Stamp(DateTimeOffset.UnixEpoch, person, Role.Koordinator, "test");
            var (name, body) = EventBytes.Of(fact, stamp);
            var (texts, hers) = (EventBytes.Texts(name, body).Distinct().ToList(), PersonTexts.Of(fact, stamp, person).Select(text => text.Commitment).ToList());

            if (texts.Count == 0) PersonTexts.Stays.Should().NotContain(type, "it has no text");
            else if (PersonTexts.Stays.Contains(type)) hers.Should().BeEmpty(type.Name);
            else hers.Should().BeEquivalentTo(texts, type.Name);
            PersonTexts.Of(fact, stamp with { Person = new(Guid.NewGuid()) }, new(Guid.Parse("00000000-0000-0000-0000-0000000000fe"))).Should().BeEmpty(type.Name, "another's do not go with her");
        }
    }

    [Fact]
    public void Every_fact_of_the_domain_has_one_stored_name()
    {
        var facts = typeof(Fact).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Fact)) && !type.IsAbstract).ToList();

        facts.Should().NotBeEmpty();
        facts.Where(fact => EventNames.All.Values.All(known => known != fact))
            .Select(fact => $"(typeof({fact.Name}), \"{Kebab(fact.Name)}.v1\"),").Should().BeEmpty("these lines are missing in src/Storage/Record/EventNames.cs");
        EventNames.All.Values.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Stored_names_are_lower_case_words_with_a_version() => EventNames.All.Keys.Should().AllSatisfy(name => name.Should().MatchRegex("^[a-z0-9]+(-[a-z0-9]+)*\\.v[1-9][0-9]*$"));

    public static TheoryData<string, string> Facts => [.. from fact in EventNames.All from variant in VariantsIn(fact.Value) select (fact.Key, variant)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_is_read_as_it_was_written(string name, string variant)
    {
        var fact = new FactMaker(EventNames.Variants.Values.SelectMany(v => v).Select(v => v.Type).SingleOrDefault(type => type.Name == variant)).Fact(EventNames.All[name]);

        var written = EventJson.Write(fact, EventJson.WriteStamp(Given.Stamp));
        var texts = written.Texts.ToDictionary(
            text => Convert.ToHexStringLower(text.Commitment), text => new StoredText(text.Field, Convert.ToHexStringLower(text.Salt), Encoding.UTF8.GetString(text.Value)));
        var (stamp, read) = EventJson.Read(name, written.Body, texts);

        written.Name.Should().Be(name);
        stamp.Should().Be(Given.Stamp);
        read.Should().BeOfType(fact.GetType());
        if (fact.GetType().GetProperties().Length > 0)
            read.Should().BeEquivalentTo(fact, options => options.RespectingRuntimeTypes().ComparingRecordsByMembers());
        EventJson.Write(read, EventJson.WriteStamp(stamp)).Body.Should().Equal(written.Body, "an event that is read and written again has the same bytes");
        Encoding.UTF8.GetString(written.Body).Should().NotContain("tekst ", "texts lie apart");
    }

    [Fact]
    public void An_event_is_compact_JSON_of_stamp_and_fact()
    {
        var body = Encoding.UTF8.GetString(EventJson.Write(new UnitRegistered(Given.Unit, "LMS Øst", true), EventJson.WriteStamp(Given.Stamp)).Body);

        body.Should().Be("""{"stamp":{"at":"2026-03-02T08:00:00.123+00:00","person":"00000001000040008000000000000002","capacity":"Koordinator","signIn":"demo"},"fact":{"unit":"00000002000040008000000000000001","name":"LMS Øst","isLms":true}}""");
    }

    [Fact]
    public void An_event_of_a_newer_version_is_not_guessed_at()
    {
        var reading = () => EventJson.Read("unheard-of.v1", """{"stamp":{"at":"2026-03-02T08:00:00+00:00","capacity":"System","signIn":"s"},"fact":{}}"""u8, new Dictionary<string, StoredText>());

        reading.Should().Throw<InvalidOperationException>().WithMessage("*unheard-of.v1*");
    }

    static IEnumerable<string> VariantsIn(Type fact)
    {
        var own = fact.GetProperties().Where(property => EventNames.Variants.ContainsKey(property.PropertyType)).SelectMany(property => EventNames.Variants[property.PropertyType]).ToList();
        return own.Count == 0 ? [""] : own.Select(variant => variant.Type.Name);
    }

    static string Kebab(string name) => string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
