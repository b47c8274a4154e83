using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public class FormReaderTests
{
    [Fact]
    public void A_field_has_its_type_words_options_and_section()
    {
        var form = Read("""
            {"type":"group","id":"g","label":"Del","properties":{"labelNn":"Bolk"},"components":[
              {"type":"select","id":"x","key":"valg","label":"Velg","description":"Hjelp","validate":{"required":true},
               "properties":{"labelNn":"Vel","descriptionNn":"Hjelp nn","lms:writtenBy":"Fag"},
               "values":[{"value":"a","label":"En","labelNn":"Ein"}]}]}
            """).Form!;
        form.Kind.Should().Be(DocumentKind.D08);
        var field = form.Fields.Should().ContainSingle().Subject;
        (field.Key, field.Type, field.Required, field.WrittenBy).Should().Be(("valg", FieldType.Choice, true, Side.Fag));
        (field.Label, field.Help, field.Section).Should().Be((new Words("Velg", "Vel"), new Words("Hjelp", "Hjelp nn"), new Words("Del", "Bolk")));
        field.Options.Should().Equal(new FieldOption("a", new("En", "Ein")));
    }

    [Theory]
    [InlineData("textfield", "", FieldType.Text)]
    [InlineData("textarea", "", FieldType.LongText)]
    [InlineData("number", "", FieldType.Number)]
    [InlineData("datetime", "\"subtype\":\"date\",", FieldType.Date)]
    [InlineData("checkbox", "", FieldType.YesNo)]
    public void Component_types_are_known(string type, string extra, FieldType expected) =>
        Read("{\"type\":\"" + type + "\"," + extra + "\"key\":\"a\",\"label\":\"A\",\"properties\":{\"labelNn\":\"A\"}}").Form!.Fields[0].Type.Should().Be(expected);

    [Fact]
    public void A_dynamic_list_is_a_field_of_rows_with_columns()
    {
        var list = Read("""
            {"type":"dynamiclist","id":"l","path":"plan","label":"Plan","properties":{"labelNn":"Plan"},"isRepeating":true,"components":[
              {"type":"textfield","key":"tema","label":"Tema","validate":{"required":true},"properties":{"labelNn":"Emne"}},
              {"type":"number","key":"plan","label":"Timer","validate":{"min":1,"max":8},"properties":{"labelNn":"Timar"}}]}
            """).Form!.Fields.Should().ContainSingle().Subject;
        (list.Key, list.Type).Should().Be(("plan", FieldType.Rows));
        list.Columns.Select(column => (column.Key, column.Type, column.Required, column.Most)).Should().Equal(("tema", FieldType.Text, true, null), ("plan", FieldType.Number, false, 8));
    }

    [Theory]
    [InlineData("""{"type":"dynamiclist","path":"a","label":"A","properties":{"labelNn":"A"}}""")]
    [InlineData("""{"type":"dynamiclist","path":"a","label":"A","properties":{"labelNn":"A"},"components":[]}""")]
    [InlineData("""{"type":"dynamiclist","path":"a","label":"A","properties":{"labelNn":"A"},"components":[7]}""")]
    [InlineData("""{"type":"dynamiclist","path":"a","label":"A","properties":{"labelNn":"A"},"components":[{"type":"text","text":"x"}]}""")]
    [InlineData("""{"type":"dynamiclist","path":"a","label":"A","properties":{"labelNn":"A"},"components":[{"type":"dynamiclist","path":"b","label":"B","properties":{"labelNn":"B"},"components":[]}]}""")]
    [InlineData("""{"type":"dynamiclist","path":"a","label":"A","properties":{"labelNn":"A"},"components":[{"type":"textfield","key":"b","label":"B","properties":{"labelNn":"B","lms:writtenBy":"Fag"}}]}""")]
    [InlineData("""{"type":"number","key":"a","label":"A","properties":{"labelNn":"A"},"validate":{"min":"1"}}""")]
    [InlineData("""{"type":"number","key":"a","label":"A","properties":{"labelNn":"A"},"validate":{"min":3,"max":2}}""")]
    [InlineData("""{"type":"number","key":"a","label":"A","properties":{"labelNn":"A"},"validate":{"max":1e99}}""")]
    [InlineData("""{"type":"filepicker","key":"a","label":"A","properties":{"labelNn":"A"}}""")]
    [InlineData("""{"type":"datetime","subtype":"time","key":"a","label":"A","properties":{"labelNn":"A"}}""")]
    [InlineData("""{"type":"textfield","label":"A","properties":{"labelNn":"A"}}""")]
    [InlineData("""{"type":"textfield","key":"Å","label":"A","properties":{"labelNn":"A"}}""")]
    [InlineData("""{"type":"radio","key":"a","label":"A","properties":{"labelNn":"A"}}""")]
    [InlineData("""{"type":"radio","key":"a","label":"A","properties":{"labelNn":"A"},"values":[{"label":"x","labelNn":"x"}]}""")]
    [InlineData("""{"type":"radio","key":"a","label":"A","properties":{"labelNn":"A"},"values":[{"value":"1","label":"x","labelNn":"x"},{"value":"1","label":"y","labelNn":"y"}]}""")]
    [InlineData("""{"type":"textfield","key":"a","label":"A","properties":{"labelNn":"A","lms:writtenBy":"Leder"}}""")]
    [InlineData("""{"type":"textfield","key":"a","label":"A","properties":{"labelNn":"A","lms:writtenBy":"0"}}""")]
    [InlineData("""{"type":"group","label":"A","properties":{"labelNn":"A"}}""")]
    [InlineData("""7""")]
    [InlineData("""null""")]
    [InlineData("""{"type":{"a":1}}""")]
    public void A_component_that_cannot_be_used_is_a_finding_and_the_form_is_refused(string component)
    {
        var reading = Read(component);
        reading.Form.Should().BeNull();
        reading.Findings.Should().NotBeEmpty();
    }

    [Fact]
    public void Two_fields_with_one_key_are_refused() =>
        Read("""{"type":"number","key":"a","label":"A","properties":{"labelNn":"A"}},{"type":"number","key":"a","label":"B","properties":{"labelNn":"B"}}""").Form.Should().BeNull();

    [Theory]
    [InlineData("""{"type":"textfield","key":"a","label":"A"}""")]
    [InlineData("""{"type":"textfield","key":"a","label":"A","description":"bare bokmål","properties":{"labelNn":"A"}}""")]
    [InlineData("""{"type":"radio","key":"a","label":"A","properties":{"labelNn":"A"},"values":[{"value":"1","label":"x"}]}""")]
    [InlineData("""{"type":"text","text":"bare bokmål"}""")]
    public void N15_A_form_in_bokmal_only_is_refused(string component) =>
        Read(component).Findings.Should().Contain(finding => finding.Severity == Severity.Error && finding.Sentence.Nb.Contains("nynorsk"));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"D08\"")]
    [InlineData("<form/>")]
    [InlineData("{\"type\":\"default\",\"id\":\"D99\",\"components\":[]}")]
    [InlineData("{\"type\":\"default\",\"id\":\"7\",\"components\":[]}")]
    [InlineData("{\"type\":\"default\",\"id\":\"D08\",\"components\":{}}")]
    [InlineData("{\"type\":\"default\",\"id\":\"D08\",\"properties\":{\"title\":\"\\ud800\",\"titleNn\":\"x\"},\"components\":[]}")]
    public void A_file_that_is_no_form_is_a_finding(string json) => Unusable(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void A_file_that_is_too_large_or_too_deep_or_no_text_is_a_finding()
    {
        Unusable(new byte[FormReader.LargestFile + 1]);
        Unusable(Encoding.UTF8.GetBytes(new string('[', 100_000)));
        Unusable([0xff, 0xfe, 0x00, 0xd8]);
    }

    [Fact]
    public void Every_truncation_of_a_shipped_form_is_a_finding()
    {
        var whole = File.ReadAllBytes(Path.Combine(ShippedForms.Folder, "D02.form"));
        for (var length = 0; length < whole.Length - 2; length += 7) Unusable(whole[..length]);
    }

    [Fact]
    public void Two_files_for_one_document_are_an_error_and_the_first_is_kept()
    {
        var file = new ReadOnlyMemory<byte>(File.ReadAllBytes(Path.Combine(ShippedForms.Folder, "D02.form")));
        var reading = FormCatalogueReader.Read([KeyValuePair.Create("a.form", file), KeyValuePair.Create("b.form", file)]);
        reading.HasErrors.Should().BeTrue();
        reading.Findings.Should().ContainSingle().Which.File.Should().Be("b.form");
        reading.Forms[DocumentKind.D02].Should().NotBeNull();
    }

    static FormReading Read(string components) => FormReader.Read(Encoding.UTF8.GetBytes(
        """{"type":"default","id":"D08","properties":{"title":"T","titleNn":"T"},"components":[""" + components + "]}"));

    static void Unusable(byte[] bytes)
    {
        var reading = FormReader.Read(bytes);
        reading.Form.Should().BeNull();
        reading.Findings.Should().NotBeEmpty();
    }
}
