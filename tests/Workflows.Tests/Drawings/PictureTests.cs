using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Drawings as pictures: everything is there, where it belongs, with words that fit, and nothing but a picture.</summary>
public sealed class PictureTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Shipped => [.. Drawing.AllShipped()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Each_shipped_definition_is_drawn_whole_with_a_title_for_everything(string name)
    {
        var model = BpmnReader.Read(Drawing.Shipped(name), CaseWorkflow.Vocabulary).Model!;
        var picture = PictureReader.Read(Drawing.Shipped(name))!;
        picture.IsLaidOut.Should().BeFalse("the file says where things stand");
        picture.Shapes.Select(shape => shape.Id).Should().Contain(model.Driving!.Elements.Select(element => element.Id)).And.OnlyHaveUniqueItems();
        picture.Lines.Select(line => line.Id).Should().Contain(model.Driving.Flows.Select(flow => flow.Id)).And.OnlyHaveUniqueItems();

        foreach (var language in Enum.GetValues<Language>())
        {
            var drawn = Drawn(picture, language: language);
            drawn.Attribute("role")!.Value.Should().Be("img");
            drawn.Attribute("aria-labelledby")!.Value.Split(' ').Should().BeEquivalentTo(drawn.Elements().Take(2).Select(element => element.Attribute("id")!.Value));
            Groups(drawn).Should().HaveCount(picture.Shapes.Length + picture.Lines.Length).And.OnlyContain(group => group.Element(Svg + "title")!.Value.Length > 0);
            drawn.DescendantsAndSelf().Where(element => element.Name.LocalName is "script" or "style" or "foreignObject" or "image" or "a").Should().BeEmpty();
            drawn.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "style" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void In_each_shipped_definition_words_keep_within_their_shapes_and_shapes_within_their_scopes(string name)
    {
        var picture = PictureReader.Read(Drawing.Shipped(name))!;
        foreach (var shape in picture.Shapes)
        {
            if (shape.Around is { } around) picture.Find(around)!.Bounds.Around(18).Holds(shape.Bounds).Should().BeTrue($"{shape.Id} lies in {around}");
            foreach (var language in Enum.GetValues<Language>().Where(_ => shape is { Form: ShapeForm.Activity, IsOpen: false }))
            {
                var text = TextFit.Within(shape.Name.In(language), shape.Bounds.Width - 12, shape.Bounds.Height - 21, 12, 11, 10, 9);
                text.Lines.Should().NotContain(line => line.EndsWith('…'), $"{shape.Id} has room for its name");
                text.Width.Should().BeLessThanOrEqualTo(shape.Bounds.Width - 12);
                text.Height.Should().BeLessThanOrEqualTo(shape.Bounds.Height - 21);
            }
        }

        var solid = picture.Shapes.Where(shape => !shape.IsOpen).ToList();
        foreach (var named in picture.Shapes.Where(shape => shape.Form is ShapeForm.Event or ShapeForm.Gateway && shape.Name.Nb.Length > 0))
        {
            var place = PictureSvg.LabelBox(named);
            var text = TextFit.Within(named.Name.Nb, place.Width, place.Height, 11, 10, 9);
            var words = new Area(place.Middle.X - (text.Width / 2), place.Y + 1, text.Width, text.Height - 3);
            solid.Where(shape => Outline(shape).Touches(words)).Select(shape => shape.Id).Should().BeEmpty($"the name of {named.Id} stands free");
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Without_places_in_the_file_each_shipped_definition_is_laid_out_with_nothing_upon_anything(string name)
    {
        var document = XDocument.Load(new MemoryStream(Drawing.Shipped(name)));
        document.Root!.Elements().Where(element => element.Name.LocalName == "BPMNDiagram").Remove();
        var picture = PictureReader.Read(Encoding.UTF8.GetBytes(document.ToString()))!;
        picture.IsLaidOut.Should().BeTrue();
        NothingOverlaps(picture);
        Groups(Drawn(picture)).Should().OnlyContain(group => group.Element(Svg + "title") != null);
    }

    public static TheoryData<string> Small => [.. Drawing.Named("").Where(path => BpmnReader.Read(Drawing.Bytes(path), CaseWorkflow.Vocabulary).Model is not null)];

    [Theory]
    [MemberData(nameof(Small))]
    public void Whatever_can_be_read_can_be_drawn(string path)
    {
        var picture = PictureReader.Read(Drawing.Bytes(path))!;
        if (picture.IsLaidOut) NothingOverlaps(picture);
        Groups(Drawn(picture)).Should().HaveCount(picture.Shapes.Length + picture.Lines.Length);
    }

    [Fact]
    public void A_file_that_gives_a_place_to_some_only_is_laid_out_anew()
    {
        var document = XDocument.Load(new MemoryStream(Drawing.Shipped("standard-metode")));
        document.Descendants().First(element => element.Name.LocalName == "BPMNShape" && (string?)element.Attribute("bpmnElement") == "forankre").Remove();
        PictureReader.Read(Encoding.UTF8.GetBytes(document.ToString()))!.IsLaidOut.Should().BeTrue();
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e300")]
    [InlineData("")]
    [InlineData("bred")]
    public void Places_that_are_no_numbers_are_no_places(string width)
    {
        var text = Encoding.UTF8.GetString(Drawing.Shipped("standard-metode")).Replace("width=\"36\"", $"width=\"{width}\"", StringComparison.Ordinal);
        PictureReader.Read(Encoding.UTF8.GetBytes(text))!.IsLaidOut.Should().BeTrue();
    }

    [Fact]
    public void What_is_no_drawing_has_no_picture()
    {
        PictureReader.Read("<ikke bpmn>"u8.ToArray()).Should().BeNull();
        PictureReader.Read(ReadOnlyMemory<byte>.Empty).Should().BeNull();
    }

    [Fact]
    public void A_name_that_looks_like_markup_is_shown_as_a_name()
    {
        const string evil = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x";
        var text = Encoding.UTF8.GetString(Drawing.Shipped("standard-metode")).Replace("Forankre tilbudet", evil, StringComparison.Ordinal).Replace("Behov meldt", evil, StringComparison.Ordinal);
        var svg = PictureSvg.Of(PictureReader.Read(Encoding.UTF8.GetBytes(text))!, new(Language.Nb, Words.Same("</desc><script>"), Words.Same("om")));
        svg.Should().NotContain("<script").And.Contain("&lt;script");
        XDocument.Parse(svg).Descendants().Attributes("onload").Should().BeEmpty();
    }

    [Fact]
    public void A_mark_has_a_sign_a_class_and_words_and_never_only_a_colour()
    {
        var picture = PictureReader.Read(Drawing.Shipped("standard-metode"))!;
        foreach (var kind in Enum.GetValues<MarkKind>())
        {
            var plain = Group(Drawn(picture), "forankre");
            var marked = Group(Drawn(picture, new(new Dictionary<string, PictureMark> { ["forankre"] = new(kind, new("slik", "slik"), "12") }.ToImmutableDictionary())), "forankre");
            marked.Attribute("class")!.Value.Should().EndWith($"is-{kind.ToString().ToLowerInvariant()}");
            marked.Element(Svg + "title")!.Value.Should().EndWith("– slik");
            marked.Elements(Svg + "circle").Count().Should().Be(plain.Elements(Svg + "circle").Count() + 1, "there is a sign");
            marked.Elements(Svg + "text").Last().Value.Should().Be("12");
            XDocument.Parse(PictureSvg.Sign(kind)).Root!.Descendants(Svg + "path").Should().NotBeEmpty();
        }
    }

    [Fact]
    public void A_path_numbers_its_steps_in_order_and_one_passed_twice_has_both_numbers()
    {
        var marks = PictureMarks.Path(["a", "b", "a"]);
        marks.Of("a")!.Pill.Should().Be("1,3");
        marks.Of("b")!.Says.Nb.Should().Be("trinn 2 på veien");
        marks.Kinds.Should().Equal(MarkKind.Path);
    }

    [Fact]
    public void One_phase_can_be_seen_alone()
    {
        var picture = PictureReader.Read(Drawing.Shipped("standard-metode"))!;
        picture.Parts.Select(part => part.Name.Nb).Should().Equal("0 Forankring", "1 Behovsvurdering", "2 Planlegging", "3 Gjennomføring", "4 Evaluering", "5 Videreføring");
        var phase = picture.Only("fase1_behovsvurdering")!;
        phase.Find("g1_innsigelse_meldt").Should().NotBeNull("what lies deeper is in it too");
        phase.Find("forankre").Should().BeNull();
        phase.Bounds.Height.Should().BeLessThan(picture.Bounds.Height / 4);
        picture.Only("forankre").Should().BeNull("a task is not drawn from inside");
    }

    [Theory]
    [InlineData("Skriv behovsvurderingen sammen", 100, 60, 3)]
    [InlineData("Forankre", 100, 60, 1)]
    [InlineData("", 100, 60, 0)]
    public void A_text_is_broken_where_words_end(string text, double width, double height, int lines) =>
        TextFit.Within(text, width, height, 12, 10).Lines.Should().HaveCount(lines);

    [Fact]
    public void A_word_too_long_for_its_place_is_broken_and_a_text_too_long_is_cut_and_says_so()
    {
        var broken = TextFit.Within(new string('m', 60), 60, 400, 12);
        broken.Lines.Should().HaveCountGreaterThan(1).And.OnlyContain(line => TextFit.Width(line, 12) <= 60);
        string.Concat(broken.Lines.Select(line => line.TrimEnd('-'))).Should().HaveLength(60);
        TextFit.Within(string.Concat(Enumerable.Repeat("ord ", 200)), 60, 30, 12, 10).Lines.Last().Should().EndWith("…");
        TextFit.Within(string.Concat(Enumerable.Repeat("😀", 40)), 60, 30, 12).Lines.Should().OnlyContain(line => !char.IsLowSurrogate(line[0]));
    }

    /// <summary>The corners of a gateway's box are empty.</summary>
    static Area Outline(DrawnShape shape) => shape.Form == ShapeForm.Gateway ? shape.Bounds.Around(-8) : shape.Bounds;

    static void NothingOverlaps(Picture picture)
    {
        foreach (var around in picture.Shapes.GroupBy(shape => shape.Around))
        {
            var siblings = around.Where(shape => shape.Element?.Kind != ElementKind.BoundaryEvent).ToList();
            for (var i = 0; i < siblings.Count; i++)
                siblings.Skip(i + 1).Where(other => other.Bounds.Touches(siblings[i].Bounds)).Select(other => $"{siblings[i].Id} and {other.Id}").Should().BeEmpty();
            if (around.Key is { } scope) siblings.Should().OnlyContain(shape => picture.Find(scope)!.Bounds.Holds(shape.Bounds, 0.5));
        }
    }

    static XElement Drawn(Picture picture, PictureMarks? marks = null, Language language = Language.Nb) =>
        XDocument.Parse(PictureSvg.Of(picture, new(language, new("Prosessen", "Prosessen"), new("Trinn", "Trinn")) { Marks = marks ?? PictureMarks.None })).Root!;

    static IEnumerable<XElement> Groups(XElement drawn) => drawn.Elements(Svg + "g");

    static XElement Group(XElement drawn, string id) => Groups(drawn).Single(group => group.Attribute("data-element")!.Value == id);
}
