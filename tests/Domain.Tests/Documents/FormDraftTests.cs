using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class FormDraftTests
{
    static readonly Words Label = new("Etikett", "Etikett");

    static readonly FormDefinition Form = new(DocumentKind.D08, Label,
    [
        Field("kort", FieldType.Text), Field("lang", FieldType.LongText), Field("tall", FieldType.Number), Field("dato", FieldType.Date),
        Field("valg", FieldType.Choice, "a", "b"), Field("flere", FieldType.Choices, "a", "b", "c"), Field("ja", FieldType.YesNo),
        Field("erfaringskunnskap", FieldType.LongText) with { WrittenBy = Side.Bruker }, Field("fagkunnskap", FieldType.LongText) with { WrittenBy = Side.Fag },
    ]);

    readonly PlanCase plan = new() { Forms = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D08, Form)) };

    [Fact]
    public void What_was_typed_becomes_values_in_the_order_of_the_form()
    {
        var content = Sealed(plan.AsKoord, Typed(("ja", new(Yes: true)), ("tall", new(Number: 2.5m)), ("dato", new(Date: new(2026, 1, 2))),
            ("flere", new(Choices: ["c", "a"])), ("valg", new(Choice: "b")), ("kort", new(Text("  to\r\nlinjer ")))));
        content.Fields.Select(field => field.Key).Should().Equal("kort", "tall", "dato", "valg", "flere", "ja");
        content["kort"]!.Text!.Value.Should().Be("to\nlinjer");
        content["flere"]!.Choices.Should().Equal("a", "c");
    }

    [Fact]
    public void A_field_left_out_keeps_what_it_had_and_an_empty_one_is_emptied()
    {
        var before = Sealed(plan.AsKoord, Typed(("kort", new(Text("a"))), ("tall", new(Number: 1))));
        var after = Sealed(plan.AsKoord, Typed(("tall", DraftValue.Empty)), before);
        after.Fields.Should().ContainSingle().Which.Should().Be(before.Fields[0]);
    }

    [Fact]
    public void An_unchanged_text_keeps_its_seal_and_a_changed_one_gets_a_new_one()
    {
        var before = Sealed(plan.AsKoord, Typed(("kort", new(Text("a"))), ("lang", new(Text("b")))));
        var after = Sealed(plan.AsKoord, Typed(("kort", new(Text("a"))), ("lang", new(Text("c")))), before);
        after["kort"].Should().Be(before["kort"]);
        after["lang"].Should().NotBe(before["lang"]);
    }

    [Fact]
    public void An_unknown_field_is_refused() => Refused(plan.AsKoord, Typed(("annet", new(Number: 1)))).Should().Equal(new UnknownField("annet"));

    [Theory]
    [InlineData("tall")]
    [InlineData("dato")]
    [InlineData("valg")]
    [InlineData("flere")]
    [InlineData("ja")]
    public void A_text_where_something_else_belongs_is_refused_by_the_fields_name(string key) =>
        Refused(plan.AsKoord, Typed((key, new(Text("noe"))))).Should().ContainSingle().Which.Should().BeOfType<FieldHasWrongType>().Which.Field.Should().Be(key);

    [Fact]
    public void A_number_where_text_belongs_is_refused() =>
        Refused(plan.AsKoord, Typed(("kort", new(Number: 1)))).Should().ContainSingle().Which.Should().BeOfType<FieldHasWrongType>();

    [Fact]
    public void Unknown_options_are_refused() =>
        Refused(plan.AsKoord, Typed(("valg", new(Choice: "x")), ("flere", new(Choices: ["a", "x"])))).Should().AllBeOfType<UnknownOption>().And.HaveCount(2);

    [Fact]
    public void A_text_that_is_too_long_is_refused() =>
        Refused(plan.AsKoord, Typed(("lang", new(Text(new string('a', WrittenText.Longest + 1)))))).Should().Equal(new TextTooLong("lang"));

    [Fact]
    public void A_number_with_three_decimals_or_too_large_is_refused() =>
        Refused(plan.AsKoord, Typed(("tall", new(Number: 1.005m)))).Concat(Refused(plan.AsKoord, Typed(("tall", new(Number: 1e12m))))).Should().AllBeOfType<NumberOutOfRange>().And.HaveCount(2);

    [Fact]
    public void N14_A_national_identity_number_is_refused_and_never_stored() =>
        Refused(plan.AsKoord, Typed(("lang", new(Text("ring 01810750045"))))).Should().ContainSingle().Which.Should().BeOfType<NationalIdentityNumberWritten>();

    [Fact]
    public void D08_Each_side_writes_its_own_knowledge()
    {
        Sealed(plan.AsBruker, Typed(("erfaringskunnskap", new(Text("slik er det")))))["erfaringskunnskap"].Should().NotBeNull();
        Sealed(plan.AsFag, Typed(("fagkunnskap", new(Text("forskningen sier")))))["fagkunnskap"].Should().NotBeNull();
        Refused(plan.AsFag, Typed(("erfaringskunnskap", new(Text("slik er det"))))).Should().Equal(new WrittenByOtherSide("erfaringskunnskap", Label, Side.Bruker));
        Refused(plan.AsBruker, Typed(("fagkunnskap", new(Text("forskningen sier"))))).Should().Equal(new WrittenByOtherSide("fagkunnskap", Label, Side.Fag));
    }

    [Fact]
    public void D08_No_form_can_let_another_side_write_a_sides_knowledge()
    {
        var open = new PlanCase { Forms = new(plan.Forms.Forms.SetItem(DocumentKind.D08, Form with { Fields = [.. Form.Fields.Select(field => field with { WrittenBy = null })] })) };
        Refused(open.AsFag, Typed(("erfaringskunnskap", new(Text("slik er det"))))).Should().ContainSingle().Which.Should().BeOfType<WrittenByOtherSide>();
    }

    [Fact]
    public void D08_The_koordinator_writes_neither_knowledge() =>
        Refused(plan.AsKoord, Typed(("erfaringskunnskap", new(Text("a"))), ("fagkunnskap", new(Text("b"))))).Should().AllBeOfType<WrittenByOtherSide>().And.HaveCount(2);

    [Fact]
    public void D08_The_other_sides_text_may_be_sent_back_unchanged_but_not_emptied()
    {
        var before = Sealed(plan.AsBruker, Typed(("erfaringskunnskap", new(Text("slik er det")))));
        Sealed(plan.AsFag, Typed(("erfaringskunnskap", new(Text("slik er det"))), ("kort", new(Text("x")))), before)["erfaringskunnskap"].Should().Be(before["erfaringskunnskap"]);
        Refused(plan.AsFag, Typed(("erfaringskunnskap", DraftValue.Empty)), before).Should().ContainSingle().Which.Should().BeOfType<WrittenByOtherSide>();
    }

    [Fact]
    public void Posted_strings_are_read_by_the_types_of_the_form()
    {
        var draft = FormDraft.Read(Form, new Dictionary<string, ImmutableArray<string>>
        {
            ["kort"] = ["tekst"],
            ["tall"] = ["1 234,5"],
            ["dato"] = ["16.09.2025"],
            ["valg"] = ["a"],
            ["flere"] = ["", "b"],
            ["ja"] = ["nei"],
            ["lang"] = [""],
        }, () => new string('0', 32));
        var content = Sealed(plan.AsKoord, draft);
        content["tall"]!.Number.Should().Be(1234.5m);
        content["dato"]!.Date.Should().Be(new DateOnly(2025, 9, 16));
        content["flere"]!.Choices.Should().Equal("b");
        content["ja"]!.Yes.Should().BeFalse();
        content["lang"].Should().BeNull();
    }

    [Theory]
    [InlineData("tall", "tolv")]
    [InlineData("dato", "31.02.2025")]
    [InlineData("ja", "kanskje")]
    public void A_posted_string_that_cannot_be_read_is_refused_by_name(string key, string value) =>
        Refused(plan.AsKoord, FormDraft.Read(Form, [KeyValuePair.Create<string, ImmutableArray<string>>(key, [value])], () => new string('0', 32)))
            .Should().ContainSingle().Which.Should().BeOfType<FieldHasWrongType>();

    [Theory]
    [InlineData(DocumentKind.D10)]
    [InlineData(DocumentKind.D13)]
    [InlineData(DocumentKind.D25)]
    public void A_document_with_an_act_of_its_own_is_not_written_as_a_form(DocumentKind kind) =>
        Typed().Seal(plan.AsKoord, kind, null).Should().BeOfType<DraftSealing.Refused>().Which.Reasons.Should().Equal(new DocumentIsNotAForm());

    [Fact]
    public void A_document_without_a_form_is_refused() =>
        Typed().Seal(plan.AsKoord, DocumentKind.D12, null).Should().BeOfType<DraftSealing.Refused>().Which.Reasons.Should().Equal(new FormIsMissing());

    [Fact]
    public void Saving_what_is_already_there_changes_nothing()
    {
        var saved = plan.Save(DocumentKind.D08, Typed(("kort", new(Text("a")))));
        var latest = saved.File.Documents.Latest(DocumentKind.D08)!;
        new SaveDraft(DocumentKind.D08, Typed(("kort", new(Text("a")))), new(latest.Number, latest.Revision)).Decide(saved.AsKoord)
            .Should().BeOfType<Decision.Accepted>().Which.Facts.Should().BeEmpty();
    }

    static FieldDefinition Field(string key, FieldType type, params string[] options) =>
        new(key, Label, null, type, false, null, [.. options.Select(option => new FieldOption(option, Words.Same(option)))], null);

    static FormDraft Typed(params (string Key, DraftValue Value)[] values) => new(values.ToImmutableDictionary(value => value.Key, value => value.Value));

    static FormContent Sealed(CaseContext context, FormDraft draft, DocumentContent? before = null) =>
        (FormContent)draft.Seal(context, DocumentKind.D08, before).Should().BeOfType<DraftSealing.Sealed>().Subject.Content;

    static ImmutableArray<Refusal> Refused(CaseContext context, FormDraft draft, DocumentContent? before = null) =>
        draft.Seal(context, DocumentKind.D08, before).Should().BeOfType<DraftSealing.Refused>().Subject.Reasons;
}
