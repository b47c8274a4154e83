using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>Lists of rows in a form: read, sealed, asked for, frozen and copied.</summary>
public class FormRowsTests
{
    static readonly FieldDefinition List = Field("plan", FieldType.Rows) with
    {
        Columns = [Field("tema", FieldType.Text) with { Required = true }, Field("timer", FieldType.Number) with { Most = 8 }, Field("dag", FieldType.Date), Field("hvem", FieldType.Choices) with { Options = [new("fag", Words.Same("Fag")), new("bruker", Words.Same("Bruker"))] }],
    };

    static readonly FormDefinition Form = new(DocumentKind.D08, Words.Same("Skjema"), [List, Field("kort", FieldType.Text)]);

    readonly PlanCase plan = new() { Forms = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D08, Form)) };

    [Fact]
    public void Posted_cells_become_rows_in_order_and_a_row_in_which_nothing_is_typed_is_no_row()
    {
        var content = Sealed(Posted(("plan", ""), ("plan.7.tema", "Siste"), ("plan.0.tema", "Første"), ("plan.0.timer", "2,5"), ("plan.0.hvem", "bruker"), ("plan.3.tema", " "), ("plan.3.hvem", ""), ("kort", "x")));
        var rows = content["plan"]!.Rows!.Value;
        rows.Select(row => row["tema"]!.Text!.Value).Should().Equal("Første", "Siste");
        (rows[0]["timer"]!.Number, rows[0]["hvem"]!.Choices!.Value.Single()).Should().Be((2.5m, "bruker"));
        rows[0]["tema"]!.Text!.Field.Should().Be("D08.plan.tema", "the seal says where it stands, not in which row");
    }

    [Fact]
    public void A_list_left_out_keeps_its_rows_and_one_sent_empty_is_emptied()
    {
        var before = Sealed(Posted(("plan.0.tema", "a")));
        Sealed(Posted(("kort", "x")), before)["plan"].Should().Be(before["plan"]);
        Sealed(Posted(("plan", "")), before)["plan"].Should().BeNull();
    }

    [Fact]
    public void A_text_that_moves_up_when_a_row_is_removed_keeps_its_seal_and_two_alike_have_one_each()
    {
        var before = Sealed(Posted(("plan.0.tema", "a"), ("plan.1.tema", "b"), ("plan.2.tema", "b")));
        var seals = before["plan"]!.Rows!.Value.Select(row => row["tema"]!.Text!).ToList();
        var after = Sealed(Posted(("plan.1.tema", "b"), ("plan.2.tema", "b"), ("plan.3.tema", "b")), before)["plan"]!.Rows!.Value.Select(row => row["tema"]!.Text!).ToList();
        after.Take(2).Should().Equal(seals.Skip(1));
        after[2].Should().NotBe(after[0]);
    }

    [Theory]
    [InlineData("plan.4.timer", "mange", typeof(FieldHasWrongType))]
    [InlineData("plan.4.timer", "9", typeof(NumberOutsideLimits))]
    [InlineData("plan.4.dag", "i går", typeof(FieldHasWrongType))]
    [InlineData("plan.4.hvem", "leder", typeof(UnknownOption))]
    [InlineData("plan.4.tema", "født 01810750045", typeof(NationalIdentityNumberWritten))]
    public void What_is_wrong_in_a_cell_is_refused_by_the_name_of_its_input(string name, string typed, Type refusal)
    {
        var refused = Refused(Posted(("plan.0.tema", "a"), (name, typed))).Should().ContainSingle().Subject;
        refused.Should().BeOfType(refusal);
        refusal.GetProperty("Field")!.GetValue(refused).Should().Be(name);
        refused.Sentence.Nb.Should().Contain("rad 2 i «plan»");
    }

    [Theory]
    [InlineData("plan.0.annet")]
    [InlineData("plan.x.tema")]
    [InlineData("plan.0.tema.mer")]
    [InlineData("plan.99999.tema")]
    [InlineData("kort.0.tema")]
    public void A_cell_the_form_does_not_have_is_refused(string name) => Refused(Posted((name, "a"))).Should().ContainSingle().Which.Should().BeOfType<UnknownField>();

    [Fact]
    public void More_rows_than_anybody_reads_are_refused() =>
        Refused(Posted([.. Enumerable.Range(0, 101).Select(row => ($"plan.{row}.tema", "a"))])).Should().ContainSingle().Which.Should().BeOfType<TooManyRows>();

    [Fact]
    public void A_mandatory_list_asks_for_a_row_and_each_row_for_what_is_mandatory_in_it()
    {
        Unmet(new([]), List with { Required = true }).Select(missing => missing.Field).Should().Equal("plan");
        var content = Sealed(Posted(("plan.0.tema", "a"), ("plan.1.timer", "2")));
        var missing = Unmet(content, List with { Required = true }).Should().ContainSingle().Subject;
        (missing.Field, missing.Label.Nb).Should().Be(("plan.1.tema", "tema (rad 2 i «plan»)"));
        Unmet(new([]), List).Should().BeEmpty("nobody must add a row");
    }

    [Fact]
    public void What_is_frozen_tells_rows_apart_and_says_the_same_of_forms_without()
    {
        string Hash(params (string, string)[] posted) => CanonicalWriter.Hash(Sealed(Posted(posted)));
        var two = Hash(("plan.0.timer", "1"), ("plan.1.timer", "2"));
        new[] { Hash(("plan.0.timer", "2"), ("plan.1.timer", "1")), Hash(("plan.0.timer", "1")), Hash(("plan.0.timer", "1"), ("plan.0.dag", "2026-01-02"), ("plan.1.timer", "2")) }.Should().NotContain(two).And.OnlyHaveUniqueItems();
        Hash(("plan.0.timer", "1"), ("plan.5.timer", "2")).Should().Be(two, "the numbers rows are sent under say nothing");
    }

    [Fact]
    public void A_copy_for_the_next_run_has_the_rows_with_fresh_seals_and_without_dates()
    {
        var copy = (FormContent)new DocumentCopy(() => new string('1', 32)).Of(Sealed(Posted(("plan.0.tema", "a"), ("plan.0.dag", "2026-01-02"), ("plan.1.dag", "2026-01-03"))));
        var row = copy["plan"]!.Rows!.Value.Should().ContainSingle().Subject;
        row["dag"].Should().BeNull();
        (row["tema"]!.Text!.Value, row["tema"]!.Text!.Salt).Should().Be(("a", new string('1', 32)));
    }

    [Fact]
    public void A_changed_cell_is_a_difference_of_the_list()
    {
        var before = Sealed(Posted(("plan.0.timer", "1")));
        DocumentDifference.Of(before, Sealed(Posted(("plan.0.timer", "2")), before), Form).Fields.Should().ContainSingle().Which.Key.Should().Be("plan");
        DocumentDifference.Of(before, Sealed(Posted(("plan.0.timer", "1")), before), Form).IsEmpty.Should().BeTrue();
    }

    IEnumerable<MandatoryFieldMissing> Unmet(FormContent content, FieldDefinition list)
    {
        var form = new FormDefinition(DocumentKind.D02, Words.Same("Skjema"), [list]);
        var forms = new FormCatalogue(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D02, form));
        return DocumentCompleteness.Unmet(plan.With(new DraftSaved(DocumentKind.D02, 1, 1, content)).AsKoord with { Forms = forms }, DocumentKind.D02).OfType<MandatoryFieldMissing>();
    }

    static FieldDefinition Field(string key, FieldType type) => new(key, Words.Same(key), null, type, false, null, [], null);

    static FormDraft Posted(params (string Name, string Value)[] posted)
    {
        var salts = 0;
        return FormDraft.Read(Form, posted.Select(field => KeyValuePair.Create<string, ImmutableArray<string>>(field.Name, [field.Value])), () => (++salts).ToString("x32", System.Globalization.CultureInfo.InvariantCulture));
    }

    FormContent Sealed(FormDraft draft, DocumentContent? before = null) =>
        (FormContent)draft.Seal(plan.AsKoord, DocumentKind.D08, before).Should().BeOfType<DraftSealing.Sealed>().Subject.Content;

    ImmutableArray<Refusal> Refused(FormDraft draft) => draft.Seal(plan.AsKoord, DocumentKind.D08, null).Should().BeOfType<DraftSealing.Refused>().Subject.Reasons;
}
