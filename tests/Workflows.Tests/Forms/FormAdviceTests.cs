using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public class FormAdviceTests
{
    static readonly ProcessDefinition Process = CaseWorkflow.Read(File.ReadAllBytes(Path.Combine(ShippedForms.Folder, "..", "standard-metode.bpmn"))).Definition!;
    static readonly FormCatalogue Shipped = ShippedForms.Read().Forms;

    public static TheoryData<string, FormEdit, string> Weakenings => new()
    {
        { "D12.form", new RemoveQuestion("mal"), "fieldRemoved" },
        { "D12.form", new ChangeQuestion("risiko", new(FieldType.LongText, new("Hva kan gå galt?", "Kva kan gå gale?"))), "fieldNotRequired" },
        { "D12.form", new ChangeQuestion("risiko", new(FieldType.YesNo, new("Hva kan gå galt?", "Kva kan gå gale?"), Required: true)), "fieldTypeChanged" },
        { "D08.form", new RemoveQuestion("erfaringskunnskap"), "fieldRemoved" },
    };

    [Theory]
    [MemberData(nameof(Weakenings))]
    public void A_form_that_both_sides_sign_cannot_ask_less_unnoticed(string file, FormEdit edit, string kind)
    {
        var after = With(file, edit);
        var advice = FormAdvice.Of(Process, Shipped, after).Should().ContainSingle().Subject;
        (advice.Severity, advice.ElementId).Should().Be((Severity.Warning, file == "D12.form" ? "g2_godkjenn" : "g1_godkjenn"));
        var change = MeaningDifference.Of(Process, Process, Shipped, after).Should().ContainSingle().Subject;
        (change.Kind, change.Weakens).Should().Be((kind, true));
        change.Sentence.Nb.Should().Contain("Begge sider godkjenner skjemaet i");
        change.Sentence.Nn.Should().Contain("Begge sider godkjenner skjemaet i");
    }

    [Fact]
    public void An_item_less_in_a_mandatory_checklist_weakens_and_other_words_for_it_do_not()
    {
        var points = Shipped[DocumentKind.D18]!.Field("punkter")!;
        FormEdit Points(IEnumerable<FieldOption> options) => new ChangeQuestion("punkter", new(
            points.Type, points.Label, points.Help, points.Required, Answers: [.. options.Select(option => new FormAnswer(option.Value, option.Label))]));
        MeaningDifference.Of(Process, Process, Shipped, With("D18.form", Points(points.Options.Skip(1)))).Should().ContainSingle().Which.Should().Match<MeaningChange>(change => change.Kind == "fieldItemRemoved" && change.Weakens);
        MeaningDifference.Of(Process, Process, Shipped, With("D18.form", Points(points.Options.Select(option => option with { Label = Words.Same("Nytt ord") })))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(FieldType.LongText)]
    [InlineData(FieldType.Number)]
    public void What_nobody_must_answer_can_be_changed_and_asked_for_without_consent(FieldType type)
    {
        var question = new FormQuestion(type, new("Hvem kan delta?", "Kven kan delta?"), Required: true);
        MeaningDifference.Of(Process, Process, Shipped, With("D12.form", new ChangeQuestion("malgruppe_kriterier", question))).Should().NotBeEmpty().And.OnlyContain(change => !change.Weakens);
        FormAdvice.Of(Process, Shipped, With("D12.form", new RemoveQuestion("malgruppe_kriterier"))).Should().BeEmpty();
    }

    public static TheoryData<FormEdit, string> Wordings => new()
    {
        { new AddQuestion(new(FieldType.Text, new("Nytt", "Nytt nn"))), "«Nytt nn» er lagt til." },
        { new ChangeQuestion("begrunnelse", new(FieldType.LongText, new("Hvorfor?", "Kvifor?"))), "«Grunngjeving» heiter no «Kvifor?»." },
        { new ChangeQuestion("begrunnelse", new(FieldType.LongText, new("Begrunnelse", "Grunngjeving"))), "Hjelpeteksten til «Grunngjeving» er endra." },
        { new MoveQuestion("begrunnelse", MoveDirection.Up), "Rekkjefølgja er endra." },
        { new RetitleForm(new("Sjekk", "Sjekk nn"), new("Finnes det?", "Finst det?")), "Skjemaet heiter no «Sjekk nn». Innleiinga er endra." },
        { new RemoveQuestion("begrunnelse"), "" },
    };

    [Theory]
    [MemberData(nameof(Wordings))]
    public void What_was_saved_is_said_in_words_though_it_means_nothing_to_a_sign_off(FormEdit edit, string words) =>
        string.Join(' ', FormWording.Of(Shipped[DocumentKind.D02]!, With("D02.form", edit)[DocumentKind.D02]!).Select(said => said.Nn)).Should().Be(words);

    [Fact]
    public void What_each_row_must_say_is_not_lost_unnoticed_either()
    {
        var list = FormEditor.Apply(File.ReadAllBytes(Path.Combine(ShippedForms.Folder, "D12.form")), new AddQuestion(new(FieldType.Rows, new("Samlinger", "Samlingar")))).Form!;
        list = FormEditor.Apply(list, new AddQuestion(new(FieldType.Date, new("Dag", "Dag"), Required: true), "samlinger")).Form!;
        FormDefinition Of(byte[] form) => FormReader.Read(form).Form!;
        FormChanges.OfOne(DocumentKind.D12, Of(list), Of(FormEditor.Apply(list, new RemoveQuestion("samlinger.dag")).Form!)).Should().ContainSingle().Which.Should()
            .Match<MeaningChange>(change => change.Weakens && change.Sentence.Nb.Contains("Samlinger: Dag"));
        FormChanges.OfOne(DocumentKind.D12, Of(list), Of(FormEditor.Apply(list, new RemoveQuestion("samlinger")).Form!)).Should().ContainSingle().Which.Weakens.Should().BeFalse("nobody had to add a row");
        FormChanges.OfOne(DocumentKind.D12, Shipped[DocumentKind.D12], Of(list)).Should().ContainSingle().Which.Kind.Should().Be("fieldRequired");
    }

    static FormCatalogue With(string file, FormEdit edit)
    {
        var form = FormReader.Read(FormEditor.Apply(File.ReadAllBytes(Path.Combine(ShippedForms.Folder, file)), edit).Form!).Form!;
        return new(Shipped.Forms.SetItem(form.Kind, form));
    }
}
