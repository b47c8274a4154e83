using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>What a new version means, told to people, and whether it weakens participation.</summary>
public class MeaningDifferenceTests
{
    static readonly string Source = Encoding.UTF8.GetString(Drawing.Shipped("standard-metode"));

    [Fact]
    public void The_same_drawing_means_the_same() => Changes().Should().BeEmpty();

    [Fact]
    public void Layout_says_nothing() => Changes(("dc:Bounds x=\"1", "dc:Bounds x=\"2")).Should().BeEmpty();

    [Fact]
    public void A_sign_off_without_the_other_side_is_told_by_name_and_weakens()
    {
        var change = Changes(("lms:gate=\"G1\" lms:sides=\"fag bruker\"", "lms:gate=\"G1\" lms:sides=\"fag\"")).Single(change => change.Kind == "signOffSideRemoved");
        change.ElementId.Should().Be("g1_godkjenn");
        change.Weakens.Should().BeTrue();
        change.Sentence.Nb.Should().Be("Krever ikke lenger godkjenning fra brukerrepresentant i trinnet «Godkjenn behovsvurderingen» (Behovsvurdering).");
        change.Sentence.Nn.Should().Be("Krev ikkje lenger godkjenning frå brukarrepresentant i trinnet «Godkjenn behovsvurderinga» (Behovsvurdering).");
    }

    [Theory]
    [InlineData("lms:dueWorkingDays=\"2\"", "lms:dueWorkingDays=\"9\"", "dueChanged", true)]
    [InlineData("lms:dueWorkingDays=\"2\"", "lms:dueWorkingDays=\"1\"", "dueChanged", false)]
    [InlineData("lms:documents=\"D04 D05\"", "lms:documents=\"D05\"", "documentsRemoved", true)]
    [InlineData("lms:documents=\"D04 D05\"", "lms:documents=\"D04 D05 D06\"", "documentsAdded", false)]
    [InlineData("lms:role=\"brukerrepresentant koordinator\"", "lms:role=\"koordinator\"", "rolesChanged", true)]
    [InlineData("lms:role=\"brukerrepresentant koordinator\"", "lms:role=\"brukerrepresentant fagperson koordinator\"", "rolesChanged", false)]
    [InlineData("lms:done=\"document.D08.complete\"", "lms:done=\"anchored\"", "doneChanged", true)]
    [InlineData("lms:done=\"document.D08.complete\"", "lms:done=\"document.D08.complete and anchored\"", "doneChanged", false)]
    [InlineData("name=\"Forankre tilbudet\"", "name=\"Forankre\"", "renamed", false)]
    public void Each_change_has_a_kind_and_a_judgement(string from, string to, string kind, bool weakens)
    {
        var changes = Changes((from, to));
        changes.Where(change => change.Kind == kind).Should().NotBeEmpty().And.OnlyContain(change => change.Weakens == weakens);
        changes.Any(change => change.Weakens).Should().Be(weakens);
    }

    [Fact]
    public void A_required_field_that_need_not_be_filled_in_weakens()
    {
        FormCatalogue Forms(bool required) => new(System.Collections.Immutable.ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D08, new(
            DocumentKind.D08, Words.Same("Behov"), [new FieldDefinition("a", Words.Same("Mål"), null, FieldType.Text, required, null, [], null)])));
        var same = Read(Source);
        MeaningDifference.Of(same, same, Forms(true), Forms(false)).Should().ContainSingle().Which.Weakens.Should().BeTrue();
        MeaningDifference.Of(same, same, Forms(false), Forms(true)).Should().ContainSingle().Which.Weakens.Should().BeFalse();
    }

    static System.Collections.Immutable.ImmutableArray<MeaningChange> Changes(params (string From, string To)[] edits) =>
        MeaningDifference.Of(Read(Source), Read(edits.Aggregate(Source, (text, edit) => text.Replace(edit.From, edit.To, StringComparison.Ordinal))), FormCatalogue.Empty, FormCatalogue.Empty);

    static ProcessDefinition Read(string text) => CaseWorkflow.Read(Encoding.UTF8.GetBytes(text)).Definition!;
}
