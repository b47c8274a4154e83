using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Drawings as pages show them: the whole as wide as the page, or one part as large as its words need.</summary>
static class Pictures
{
    /// <summary>The query's name for the part that is shown, and its value for the whole.</summary>
    public const string PartName = "del", Whole = "alt";

    /// <summary>Wider than this the words of the whole are too small to be read on a page.</summary>
    const double Readable = 1400;

    const double PartScale = 0.9;

    /// <param name="otherwise">The part that is shown when none is asked for; null: the whole.</param>
    /// <param name="address">The page's own address, with what else it asks for.</param>
    public static PictureView Of(Asked asked, Picture picture, Words title, Words describes, PictureMarks marks, string address, string? otherwise = null, string prefix = "tegning")
    {
        var wanted = asked.Http.Request.Query[PartName].FirstOrDefault() ?? otherwise ?? Whole;
        var part = picture.Parts.Any(part => part.Id == wanted) ? picture.Only(wanted) : null;
        var shown = part ?? picture;
        var wide = part is null && picture.Bounds.Width > Readable;
        var name = part is null ? title : new Words($"{title.Nb}: {part.Name.Nb}", $"{title.Nn}: {part.Name.Nn}");
        var svg = PictureSvg.Of(shown, new(asked.Me.Language, name, describes) { Marks = marks, Prefix = prefix, Scale = wide ? 1 : PartScale });
        var links = picture.Bounds.Width > Readable ? picture.Parts.Select(link => new PicturePart(Address(address, link.Id), link.Name, part is not null && link.Id == wanted))
            .Prepend(new(Address(address, Whole), new("Hele tegningen", "Heile teikninga"), part is null)) : [];
        var seen = shown.Shapes.Select(shape => shape.Id).Concat(shown.Lines.Select(line => line.Id)).Select(marks.Of).OfType<PictureMark>().Select(mark => mark.Kind).Distinct().Order();
        return new(name, svg, [.. seen.Select(kind => new PictureSign(PictureSvg.Sign(kind), PictureMark.NameOf(kind)))], [.. links], wide);
    }

    static string Address(string address, string part) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PartName}={Uri.EscapeDataString(part)}";
}
