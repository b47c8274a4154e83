using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

/// <summary>People are told what a text is in words, never by the code it is stored under.</summary>
public sealed partial class FieldNamesTests
{
    [Fact]
    public void Every_text_an_act_writes_in_a_document_has_a_name_in_words()
    {
        var fields = Directory.EnumerateFiles(Domain(), "*.cs", SearchOption.AllDirectories).SelectMany(file => Field().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        fields.Should().Contain(["D01.malgruppe", "D10.drofting", KeptAnswers.Field]);

        fields.Where(field => FieldNames.Of(field, FormCatalogue.Empty) is var name && (name.Nb.EndsWith($": {field[4..]}", StringComparison.Ordinal) || name.Nn.EndsWith($": {field[4..]}", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void A_field_of_a_form_is_called_what_its_form_calls_it_and_a_column_by_both_names()
    {
        var forms = new FormCatalogue(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D08, new(
            DocumentKind.D08, new("Behovsvurdering", "Behovsvurdering"),
            [
                Of("maalgruppe", new("Hvem gjelder det?", "Kven gjeld det?"), FieldType.LongText),
                Of("tiltak", new("Tiltak", "Tiltak"), FieldType.Rows) with { Columns = [Of("hvem", new("Hvem gjør det", "Kven gjer det"), FieldType.Text)] },
            ])));

        FieldNames.Of("D08.maalgruppe", forms).Should().Be(new Words("Behovsvurdering: Hvem gjelder det?", "Behovsvurdering: Kven gjeld det?"));
        FieldNames.Of("D08.tiltak.hvem", forms).Should().Be(new Words("Behovsvurdering: Tiltak, Hvem gjør det", "Behovsvurdering: Tiltak, Kven gjer det"));
        FieldNames.Of("D08.ukjent", forms).Nb.Should().Be("Behovsvurdering: ukjent", "a form that no longer has it leaves nothing better");
    }

    static FieldDefinition Of(string key, Words label, FieldType type) => new(key, label, null, type, false, null, [], null);

    static string Domain([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Domain");

    [GeneratedRegex("\"(D[0-9]{2}\\.[a-z.]+)\"")]
    private static partial Regex Field();
}
