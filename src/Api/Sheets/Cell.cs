using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>One value in a list that is taken out. Values become cells by themselves, so that a column is a heading and a function.</summary>
abstract record Cell
{
    public sealed record Text(string Value) : Cell;

    public sealed record Number(decimal Value) : Cell;

    public sealed record Day(DateOnly Value) : Cell;

    /// <summary>Shown in Norwegian time.</summary>
    public sealed record Moment(DateTimeOffset Value) : Cell;

    public static Cell Empty { get; } = new Text("");

    public static implicit operator Cell(string? text) => text is null ? Empty : new Text(text);

    public static implicit operator Cell(int number) => new Number(number);

    public static implicit operator Cell(long number) => new Number(number);

    public static implicit operator Cell(decimal number) => new Number(number);

    public static implicit operator Cell(decimal? number) => number is { } known ? new Number(known) : Empty;

    public static implicit operator Cell(int? number) => number is { } known ? new Number(known) : Empty;

    public static implicit operator Cell(DateOnly day) => new Day(day);

    public static implicit operator Cell(DateTimeOffset at) => new Moment(at);

    public static implicit operator Cell(DateTimeOffset? at) => at is { } known ? new Moment(known) : Empty;

    public static implicit operator Cell(PersonId id) => new Text(id.ToString());

    public static implicit operator Cell(CaseId id) => new Text(id.ToString());
}
