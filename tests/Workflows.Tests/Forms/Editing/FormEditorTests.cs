using System.Text;
using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public class FormEditorTests
{
    static readonly FormQuestion Short = new(FieldType.Text, new("Hvor møtes dere?", "Kvar møtest de?"));

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(ShippedForms.Folder, "*.form").Select(path => Path.GetFileName(path)!).Order()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_form_means_the_same_after_every_question_is_saved_unchanged(string name)
    {
        var form = Bytes(name);
        foreach (var item in FormOutline.Of(form)!.Questions) form = Edited(form, new ChangeQuestion(item.Place!, As(item.Field!)));
        JsonNode.DeepEquals(Json(form), Json(Bytes(name))).Should().BeTrue(name);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_is_added_and_removed_again_leaves_no_trace(string name)
    {
        var with = Edited(Bytes(name), new AddQuestion(Short));
        FormOutline.Of(with)!.Questions.Last().Field!.Should().Match<FieldDefinition>(field => field.Key == "hvor_motes_dere" && field.Label == Short.Label);
        JsonNode.DeepEquals(Json(Edited(with, new RemoveQuestion("hvor_motes_dere"))), Json(Bytes(name))).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_question_can_be_moved_from_one_end_to_the_other_and_the_form_stays_whole(string name)
    {
        var form = Bytes(name);
        var before = FormReader.Read(form).Form!;
        foreach (var field in before.Fields.Take(3))
            while (FormEditor.Apply(form, new MoveQuestion(field.Key, MoveDirection.Down)) is { Form: { } moved }) form = moved;
        FormReader.Read(form).Form!.Fields.Select(field => field.Key).Should().BeEquivalentTo(before.Fields.Select(field => field.Key)).And.EndWith(before.Fields.Take(3).Select(field => field.Key));
    }

    [Fact]
    public void A_question_moves_into_the_section_it_meets_and_out_again()
    {
        var form = Form("""{"type":"textfield","key":"a","label":"A","properties":{"labelNn":"A"}},{"type":"group","id":"g","label":"Del","properties":{"labelNn":"Bolk"},"components":[]}""");
        var inside = Edited(form, new MoveQuestion("a", MoveDirection.Down));
        FormReader.Read(inside).Form!.Fields.Single().Section.Should().Be(new Words("Del", "Bolk"));
        var after = Edited(inside, new MoveQuestion("a", MoveDirection.Down));
        FormReader.Read(after).Form!.Fields.Single().Section.Should().BeNull();
        FormEditor.Apply(after, new MoveQuestion("a", MoveDirection.Down)).Refused.Should().Equal(new NowhereToMove());
        JsonNode.DeepEquals(Json(Edited(Edited(after, new MoveQuestion("a", MoveDirection.Up)), new MoveQuestion("a", MoveDirection.Up))), Json(form)).Should().BeTrue();
    }

    [Fact]
    public void Every_type_can_become_every_other_and_back_and_keeps_what_is_not_ours()
    {
        FormAnswer[] answers = [new(null, new("Ja visst", "Ja visst")), new(null, new("Nei", "Nei"))];
        var form = Form("""{"type":"textfield","id":"x","key":"a","label":"A","layout":{"row":"r1"},"conditional":{"hide":"=b"},"properties":{"labelNn":"A","theirs":"1"},"validate":{"maxLength":40}}""");
        foreach (var from in Plain)
            foreach (var to in Plain)
            {
                FormQuestion Of(FieldType type) => new(type, new("Nytt", "Nytt nn"), new("Hjelp", "Hjelp nn"), true, null, null, type is FieldType.Choice or FieldType.Choices ? [.. answers] : null);
                var changed = Edited(Edited(form, new ChangeQuestion("a", Of(from))), new ChangeQuestion("a", Of(to)));
                var field = FormReader.Read(changed).Form!.Fields.Single();
                (field.Type, field.Required, field.Label, field.Help).Should().Be((to, true, new Words("Nytt", "Nytt nn"), new Words("Hjelp", "Hjelp nn")), $"{from} became {to}");
                var component = Json(changed)["components"]![0]!;
                (component["layout"]!["row"]!.ToString(), component["conditional"]!["hide"]!.ToString(), component["properties"]!["theirs"]!.ToString(), component["validate"]!["maxLength"]!.ToString()).Should().Be(("r1", "=b", "1", "40"));
            }
    }

    [Fact]
    public void Limits_of_a_number_are_kept_and_forgotten_with_it()
    {
        var form = Edited(Form(""), new AddQuestion(new(FieldType.Number, new("Antall", "Tal"), null, false, 2, 12.5m)));
        FormReader.Read(form).Form!.Fields.Single().Should().Match<FieldDefinition>(field => field.Least == 2 && field.Most == 12.5m);
        var text = Edited(form, new ChangeQuestion("antall", Short));
        FormReader.Read(Edited(text, new ChangeQuestion("antall", Short with { Type = FieldType.Number }))).Form!.Fields.Single().Least.Should().BeNull();
    }

    [Fact]
    public void An_answer_keeps_its_value_when_its_words_change_and_a_new_one_gets_a_value_of_its_own()
    {
        var form = Edited(Form(""), new AddQuestion(new(FieldType.Choice, new("Sted", "Stad"), Answers: [new(null, new("På sykehus", "På sjukehus")), new(null, new("Hjemme", "Heime"))])));
        FormReader.Read(form).Form!.Fields.Single().Options.Select(option => option.Value).Should().Equal("pa_sykehus", "hjemme");
        var changed = Edited(form, new ChangeQuestion("sted", new(FieldType.Choice, new("Sted", "Stad"), Answers: [new("hjemme", new("Hjemme hos deg", "Heime hos deg")), new(null, new("Hjemme", "Heime"))])));
        FormReader.Read(changed).Form!.Fields.Single().Options.Should().Equal(new FieldOption("hjemme", new("Hjemme hos deg", "Heime hos deg")), new FieldOption("hjemme_2", new("Hjemme", "Heime")));
    }

    [Fact]
    public void A_list_begins_with_one_thing_to_fill_in_and_gets_more_that_are_changed_moved_and_removed()
    {
        var form = Edited(Form(""), new AddQuestion(new(FieldType.Rows, new("Samlinger", "Samlingar"))));
        FormReader.Read(form).Form!.Fields.Single().Columns.Select(column => column.Key).Should().Equal("samlinger");
        form = Edited(Edited(form, new AddQuestion(new(FieldType.Date, new("Dag", "Dag"), Required: true), "samlinger")), new MoveQuestion("samlinger.dag", MoveDirection.Up));
        form = Edited(form, new ChangeQuestion("samlinger.samlinger", new(FieldType.LongText, new("Tema", "Emne"))));
        FormReader.Read(form).Form!.Fields.Single().Columns.Select(column => (column.Key, column.Type, column.Label.Nn)).Should().Equal(("dag", FieldType.Date, "Dag"), ("samlinger", FieldType.LongText, "Emne"));
        FormOutline.Of(form)!.Items.Single().Items.Select(item => item.Place).Should().Equal("samlinger.dag", "samlinger.samlinger");
        FormEditor.Apply(form, new MoveQuestion("samlinger.dag", MoveDirection.Up)).Refused.Should().Equal(new NowhereToMove());
        FormEditor.Apply(form, new AddQuestion(new(FieldType.Rows, new("I listen", "I lista")), "samlinger")).Refused.Should().ContainSingle().Which.Should().BeOfType<FormWouldNotBeReadable>();
        JsonNode.DeepEquals(Json(Edited(form, new ChangeQuestion("samlinger", new(FieldType.Rows, new("Samlinger", "Samlingar"))))), Json(form)).Should().BeTrue("its columns are its own");
        FormEditor.Apply(Edited(form, new RemoveQuestion("samlinger.dag")), new RemoveQuestion("samlinger.samlinger")).Refused.Should().ContainSingle().Which.Should().BeOfType<FormWouldNotBeReadable>();
    }

    [Fact]
    public void R052_A_question_added_to_an_element_of_the_kursplan_belongs_to_that_element()
    {
        var form = Edited(Bytes("D12.form"), new AddQuestion(Short, "del_rammer"));
        FormReader.Read(form).Form!.Fields.Should().Contain(field => field.Key == "rammer_hvor_motes_dere" && field.Section!.Nb == "3. Rammer");
    }

    [Fact]
    public void A_section_is_added_renamed_and_removed_only_when_it_is_empty()
    {
        var form = Edited(Edited(Form(""), new AddSection(new("Rammer", "Rammer"))), new AddQuestion(Short, "del_rammer"));
        FormEditor.Apply(form, new RemoveQuestion("del_rammer")).Refused.Should().Equal(new SectionIsNotEmpty());
        var renamed = Edited(form, new RenameSection("del_rammer", new("Tid og sted", "Tid og stad")));
        FormReader.Read(renamed).Form!.Fields.Single().Section.Should().Be(new Words("Tid og sted", "Tid og stad"));
        FormOutline.Of(Edited(Edited(renamed, new RemoveQuestion("hvor_motes_dere")), new RemoveQuestion("del_rammer")))!.Items.Should().BeEmpty();
    }

    [Fact]
    public void Title_and_introduction_are_changed_and_an_introduction_can_be_taken_away_and_come_back()
    {
        var form = Edited(Bytes("D02.form"), new RetitleForm(new("Sjekk", "Sjekk nn"), null));
        (FormReader.Read(form).Form!.Title, FormReader.Read(form).Form!.Intro).Should().Be((new Words("Sjekk", "Sjekk nn"), null));
        FormReader.Read(Edited(form, new RetitleForm(new("Sjekk", "Sjekk nn"), new("Les dette", "Les dette først")))).Form!.Intro.Should().Be(new Words("Les dette", "Les dette først"));
        var whole = FormReader.Read(Bytes("D12.form")).Form!;
        JsonNode.DeepEquals(Json(Edited(Bytes("D12.form"), new RetitleForm(whole.Title, whole.Intro))), Json(Bytes("D12.form"))).Should().BeTrue();
    }

    public static TheoryData<FormEdit, string> Wrong => new()
    {
        { new AddQuestion(Short with { Label = new("Bare bokmål", " ") }), "labelNn" },
        { new AddQuestion(Short with { Label = new("", "Berre nynorsk") }), "labelNb" },
        { new AddQuestion(Short with { Label = Words.Same(new string('x', FormQuestion.LongestLabel + 1)) }), "labelNb" },
        { new AddQuestion(Short with { Help = new("Hjelp", "") }), "helpNn" },
        { new AddQuestion(Short with { Type = FieldType.Choice }), "answers" },
        { new AddQuestion(Short with { Type = FieldType.Choices, Answers = [new(null, new("Ja", ""))] }), "answers" },
        { new AddQuestion(Short with { Type = FieldType.Number, Least = 3, Most = 2 }), "least" },
        { new AddSection(new("Rammer", "")), "labelNn" },
        { new RetitleForm(new("", "Tittel")), "titleNb" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_written_wrongly_is_refused_by_the_name_of_its_field(FormEdit edit, string field)
    {
        var edited = FormEditor.Apply(Bytes("D02.form"), edit);
        edited.Form.Should().BeNull();
        edited.Refused.Should().Contain(refusal => Equals(refusal.GetType().GetProperty("Field")!.GetValue(refusal), field));
    }

    public static TheoryData<FormEdit> Nowhere => [new ChangeQuestion("borte", Short), new MoveQuestion("borte", MoveDirection.Up), new RemoveQuestion("borte"), new RenameSection("kilder", Short.Label), new AddQuestion(Short, "borte"), new RemoveQuestion("kilder.kolonne")];

    [Theory]
    [MemberData(nameof(Nowhere))]
    public void A_question_that_is_not_there_is_refused(FormEdit edit) => FormEditor.Apply(Bytes("D02.form"), edit).Refused.Should().Equal(new PlaceIsGone());

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"components\":[],\"components\":[]}")]
    [InlineData("{\"type\":\"default\",\"id\":\"D08\",\"properties\":{\"title\":\"\\ud800\"},\"components\":[]}")]
    [InlineData("{\"type\":\"default\",\"id\":\"D08\",\"components\":[]}")]
    public void A_file_that_is_no_form_is_refused_in_words_and_never_fails(string json) =>
        FormEditor.Apply(Encoding.UTF8.GetBytes(json), new AddQuestion(Short)).Refused.Should().NotBeEmpty();

    [Fact]
    public void A_form_that_would_have_too_many_questions_is_refused()
    {
        var many = Form(string.Join(',', Enumerable.Range(0, 200).Select(at => $"{{\"type\":\"textfield\",\"key\":\"a{at}\",\"label\":\"A\",\"properties\":{{\"labelNn\":\"A\"}}}}")));
        FormEditor.Apply(many, new AddQuestion(Short)).Refused.Should().ContainSingle().Which.Should().BeOfType<FormWouldNotBeReadable>();
    }

    [Fact]
    public void A_sign_off_and_the_steps_where_a_form_is_written_are_named()
    {
        var process = CaseWorkflow.Read(File.ReadAllBytes(Path.Combine(ShippedForms.Folder, "..", "standard-metode.bpmn"))).Definition!;
        var uses = FormUses.Of(process).Where(use => use.Kind == DocumentKind.D12).ToList();
        uses.Where(use => use.IsSignOff).Select(use => use.ElementId).Should().Equal("g2_godkjenn");
        uses.Where(use => !use.IsSignOff).Select(use => use.ElementId).Should().Contain("skriv_kursplan");
    }

    static FieldType[] Plain => [FieldType.Text, FieldType.LongText, FieldType.Number, FieldType.Date, FieldType.Choice, FieldType.Choices, FieldType.YesNo, FieldType.Rows];

    static FormQuestion As(FieldDefinition field) => new(
        field.Type, field.Label, field.Help, field.Required, field.Least, field.Most, field.Options.IsEmpty ? null : [.. field.Options.Select(option => new FormAnswer(option.Value, option.Label))]);

    static byte[] Edited(byte[] form, FormEdit edit)
    {
        var edited = FormEditor.Apply(form, edit);
        return edited.Form ?? throw new InvalidOperationException(string.Join(' ', edited.Refused.Select(refusal => refusal.Sentence.Nb)));
    }

    static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(ShippedForms.Folder, name));

    static byte[] Form(string components) => Encoding.UTF8.GetBytes("""{"type":"default","id":"D08","properties":{"title":"T","titleNn":"T"},"components":[""" + components + "]}");

    static JsonNode Json(byte[] bytes) => JsonNode.Parse(bytes)!;
}
