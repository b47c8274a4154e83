using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;

namespace LmsWorkflow.Api;

/// <summary>A column of a list: what it is called, and what stands in it for the one who reads.</summary>
sealed record Column<T>(Words Heading, Func<T, Viewer, Cell> Of)
{
    public Column(string nb, string nn, Func<T, Viewer, Cell> of) : this(new Words(nb, nn), of) { }
}

/// <summary>A list as it can be taken out as CSV or Excel. Declared once beside the list; texts that stay with the case (<see cref="ConfidentialTexts"/>) have no column in any.</summary>
/// <param name="Code">Stable name for programs, the record and the file's name: lower case, no spaces.</param>
sealed record Sheet<T>(string Code, Words Title, params ImmutableArray<Column<T>> Columns)
{
    /// <summary>What the list can be narrowed by, as it stands in the address.</summary>
    public ImmutableArray<string> Filters { get; init; } = [];

    /// <summary>With these rows. They are asked for one by one as the file is written, so that a long list is never in memory.</summary>
    public FilledSheet With(IAsyncEnumerable<T> rows) => new(Code, Title, [.. Columns.Select(column => column.Heading)], me => rows.Select(row => Columns.Select(column => column.Of(row, me)).ToImmutableArray()), Filters);

    public FilledSheet With(IEnumerable<T> rows) => With(rows.ToAsyncEnumerable());
}

/// <summary>A list with its rows, ready to be written.</summary>
sealed record FilledSheet(string Code, Words Title, ImmutableArray<Words> Headings, Func<Viewer, IAsyncEnumerable<ImmutableArray<Cell>>> Rows, ImmutableArray<string> Filters);
