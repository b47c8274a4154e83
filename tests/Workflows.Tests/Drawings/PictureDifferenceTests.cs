using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Two drawings compared by what is drawn: added, removed, changed, moved.</summary>
public sealed class PictureDifferenceTests
{
    static string Shipped => Encoding.UTF8.GetString(Drawing.Shipped("standard-metode"));

    static Picture Before => Read(Shipped);

    [Fact]
    public void The_same_drawing_differs_in_nothing() => PictureDifference.Of(Before, Before).Changes.Should().BeEmpty();

    [Fact]
    public void A_new_name_is_a_change_of_that_step_alone_and_marks_it_in_both()
    {
        var difference = PictureDifference.Of(Before, Read(Shipped.Replace("name=\"Forankre tilbudet\"", "name=\"Forankre\"", StringComparison.Ordinal)));
        difference.Changes.Should().ContainSingle().Which.Should().Match<PictureChange>(change => change.Id == "forankre" && change.Kind == MarkKind.Changed && change.Name.Nb == "Forankre");
        difference.Marks(before: true).Of("forankre")!.Kind.Should().Be(MarkKind.Changed);
        difference.Marks(before: false).Of("forankre")!.Kind.Should().Be(MarkKind.Changed);
    }

    [Fact]
    public void What_stands_elsewhere_is_moved_and_a_scope_takes_what_is_in_it_along()
    {
        const string place = "<dc:Bounds x=\"795\" y=\"230\" width=\"140\" height=\"80\" />";
        Shipped.Should().Contain(place);
        var moved = PictureDifference.Of(Before, Read(Shipped.Replace(place, place.Replace("795", "815", StringComparison.Ordinal), StringComparison.Ordinal)));
        moved.Changes.Should().Contain(change => change.Id == "forankre" && change.Kind == MarkKind.Moved).And.OnlyContain(change => change.Kind == MarkKind.Moved);

        var phase = Before.Find("fase0_forankring")!;
        var along = Before with { Shapes = [.. Before.Shapes.Select(shape => shape.Id == phase.Id || shape.Around == phase.Id ? shape with { Bounds = shape.Bounds.Moved(0, 70) } : shape)] };
        PictureDifference.Of(Before, along).Changes.Should().ContainSingle().Which.Id.Should().Be("fase0_forankring");
    }

    [Fact]
    public void What_is_gone_is_marked_only_where_it_was_and_what_is_new_only_where_it_is()
    {
        var without = Before with { Shapes = [.. Before.Shapes.Where(shape => shape.Id != "forankre")], Lines = [.. Before.Lines.Where(line => line.From != "forankre" && line.To != "forankre")] };
        var removed = PictureDifference.Of(Before, without);
        removed.Changes.Should().HaveCount(3).And.OnlyContain(change => change.Kind == MarkKind.Removed);
        removed.Marks(before: true).Of("forankre")!.Kind.Should().Be(MarkKind.Removed);
        removed.Marks(before: false).Of("forankre").Should().BeNull();
        var added = PictureDifference.Of(without, Before);
        added.Changes.Should().HaveCount(3).And.OnlyContain(change => change.Kind == MarkKind.Added);
        added.Marks(before: true).Of("forankre").Should().BeNull();
    }

    [Fact]
    public void What_is_different_in_one_phase_only_is_shown_there_and_what_is_in_several_is_shown_whole()
    {
        string? Part(Picture after) => PictureDifference.Of(Before, after).Part(Before, after);
        Picture Without(params string[] ids) => Before with { Shapes = [.. Before.Shapes.Where(shape => !ids.Contains(shape.Id))], Lines = [.. Before.Lines.Where(line => !ids.Contains(line.From) && !ids.Contains(line.To))] };
        Part(Without("forankre")).Should().Be("fase0_forankring");
        Part(Without("forankre", "skriv_kursplan")).Should().BeNull();
        Part(Before).Should().BeNull();
        var room = Without("forankre");
        Part(room with { Shapes = [.. room.Shapes.Select(shape => shape.Id == "skriv_kursplan" ? shape with { Bounds = shape.Bounds.Moved(200, 0) } : shape)] })
            .Should().Be("fase0_forankring", "what only made room does not take the eye from what is new");
    }

    [Fact]
    public void Places_that_are_ours_are_not_compared()
    {
        var laidOut = Read(Shipped.Replace("isExpanded=\"true\"", "isExpanded=\"true\" ", StringComparison.Ordinal).Replace("width=\"36\"", "width=\"bred\"", StringComparison.Ordinal));
        laidOut.IsLaidOut.Should().BeTrue();
        PictureDifference.Of(Before, laidOut).Changes.Where(change => change.Kind == MarkKind.Moved).Should().BeEmpty();
    }

    static Picture Read(string xml) => PictureReader.Read(Encoding.UTF8.GetBytes(xml))!;
}
