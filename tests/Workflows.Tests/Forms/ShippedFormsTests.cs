using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public class ShippedFormsTests
{
    static readonly CatalogueReading Shipped = ShippedForms.Read();

    [Fact]
    public void Every_shipped_form_is_read_without_findings() => Shipped.Findings.Should().BeEmpty();

    [Fact]
    public void Every_document_from_D01_to_D25_has_a_form_with_a_title() =>
        Enum.GetValues<DocumentKind>().Should().AllSatisfy(kind => Shipped.Forms[kind].Should().NotBeNull());

    [Fact]
    public void R179_Every_label_help_and_option_exists_in_both_written_forms() =>
        Shipped.Forms.Forms.Values.SelectMany(WordsOf).Should().AllSatisfy(words =>
        {
            words.Nb.Should().NotBeNullOrWhiteSpace();
            words.Nn.Should().NotBeNullOrWhiteSpace();
        });

    [Fact]
    public void R182_Every_field_has_a_help_text() =>
        Shipped.Forms.Forms.Values.SelectMany(form => form.Fields).Should().AllSatisfy(field => field.Help.Should().NotBeNull(field.Key));

    /// <summary>Words that only one of the written forms has: a sign that a text was copied and not translated.</summary>
    [Fact]
    public void R179_Nynorsk_texts_hold_no_common_bokmal_words()
    {
        string[] bokmal = ["ikke", "hva", "hvem", "hvor", "hvordan", "hvorfor", "hvis", "en", "et", "jeg", "noe", "noen", "fra", "skrives", "brukes", "dere", "uten"];
        var nynorsk = Shipped.Forms.Forms.Values.SelectMany(WordsOf).Select(words => words.Nn);
        nynorsk.Where(text => text.ToLowerInvariant().Split([' ', ',', '.', '?', ':', ';', '«', '»']).Intersect(bokmal).Any()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(DocumentKind.D01, "dato melder malgruppe behov")]
    [InlineData(DocumentKind.D02, "kilder treff konklusjon")]
    [InlineData(DocumentKind.D03, "eierenhet formal forlop timer ramme medvirkning fra til fast")]
    [InlineData(DocumentKind.D04, "tilbud oppgaver tid kriterier vilkar frist")]
    [InlineData(DocumentKind.D05, "person oppdrag fra til oppnevnt_av")]
    [InlineData(DocumentKind.D06, "oppgave ikkeoppgave tidsbruk stotte vilkar taushet beslutning trekke innsyn")]
    [InlineData(DocumentKind.D07, "tekstversjon dato")]
    [InlineData(DocumentKind.D08, "erfaringskunnskap fagkunnskap eksisterende likeverd anbefaling")]
    [InlineData(DocumentKind.D09, "tid sted saksliste papirer sendt")]
    [InlineData(DocumentKind.D10, "oppmote gyldig drofting forslag vedtak ansvarlig frist")]
    [InlineData(DocumentKind.D11, "formal omfang medlemmer beslutningsform moteplan")]
    [InlineData(DocumentKind.D12, "malgruppe mal mal_mestring rammer innhold metoder vurdering oppfolging risiko likeverd_alder likeverd_kjonn likeverd_bosted likeverd_sprak likeverd_funksjon likeverd_tilstand")]
    [InlineData(DocumentKind.D15, "skjema tidspunkt anonymitet ansvarlig")]
    [InlineData(DocumentKind.D16, "tittel for_hvem utbytte datoer sted pris henvisning pamelding tilgjengelighet kontakt pameldingsfrist")]
    [InlineData(DocumentKind.D18, "punkter")]
    [InlineData(DocumentKind.D19, "samling pasienter parorende barn andre")]
    [InlineData(DocumentKind.D20, "muntlig justeringer hendelser")]
    [InlineData(DocumentKind.D21, "pasienter parorende avvik kostnad medvirkning")]
    [InlineData(DocumentKind.D22, "skjema apnes lukkes svar")]
    [InlineData(DocumentKind.D23, "u1 u2 u3 u4 u5 u6 u7 u8")]
    [InlineData(DocumentKind.D24, "bakgrunn prosess medvirkning_behov medvirkning_planlegging medvirkning_gjennomforing medvirkning_evaluering program deltakere okonomi evaluering samarbeid endringer anbefaling")]
    [InlineData(DocumentKind.D25, "vedtak begrunnelse hyppighet eier")]
    public void Mandatory_fields_of_the_catalogue_of_documents_are_mandatory_in_the_form(DocumentKind kind, string mandatory) =>
        Shipped.Forms[kind]!.Fields.Where(field => field.Required).Select(field => field.Key).Should().BeEquivalentTo(mandatory.Split(' '));

    [Fact]
    public void D08_has_a_section_each_side_writes_and_nobody_else()
    {
        var form = Shipped.Forms[DocumentKind.D08]!;
        form.Fields.Where(field => field.WrittenBy is not null).Select(field => (field.Key, field.WrittenBy))
            .Should().Equal(("erfaringskunnskap", Side.Bruker), ("fagkunnskap", Side.Fag));
    }

    [Fact]
    public void R051_The_kursplan_has_a_mandatory_field_for_each_didactic_element() =>
        Enum.GetValues<DidacticElement>().Should().AllSatisfy(element => Shipped.Forms[DocumentKind.D12]!.Field(element.Field())!.Required.Should().BeTrue());

    [Fact]
    public void R069_The_kursplan_asks_for_every_aspect_of_equal_access() => Enum.GetValues<EquityAspect>().Should().AllSatisfy(aspect =>
    {
        Shipped.Forms[DocumentKind.D12]!.Field(aspect.Answer())!.Options.Should().Contain(option => option.Value == EquityAspects.NotRelevant);
        Shipped.Forms[DocumentKind.D12]!.Field(aspect.Text()).Should().NotBeNull();
    });

    [Fact]
    public void The_form_in_the_documentation_is_read()
    {
        var page = File.ReadAllText(Path.Combine(ShippedForms.Folder, "..", "..", "docs", "forms.md"));
        var json = page.Split("```json")[1].Split("```")[0];
        FormReader.Read(System.Text.Encoding.UTF8.GetBytes(json)).Findings.Should().BeEmpty();
    }

    static IEnumerable<Words> WordsOf(FormDefinition form) =>
    [
        form.Title,
        .. form.Intro is { } intro ? [intro] : Array.Empty<Words>(),
        .. form.Fields.SelectMany(field => (IEnumerable<Words?>)[field.Label, field.Help, field.Section, .. field.Options.Select(option => option.Label)]).OfType<Words>(),
    ];
}
