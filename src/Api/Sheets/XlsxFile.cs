using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace LmsWorkflow.Api;

/// <summary>A list as an Excel file (ECMA-376), written row by row. Texts are texts, never formulas; dates are dates, in Norwegian time.</summary>
static class XlsxFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A sheet holds 1 048 576 rows; a longer list goes on in the next.</summary>
    internal const int MostRows = 1_000_000;

    const int LongestText = 32_767, LongestName = 31;

    /// <param name="about">What the last sheet says of the file: what, who, when, chosen how.</param>
    public static async Task Write(
        Stream stream, string title, IReadOnlyList<string> headings, IAsyncEnumerable<ImmutableArray<Cell>> rows, (string Title, IReadOnlyList<(string Label, Cell Value)> Lines) about, CancellationToken ct, int mostRows = MostRows)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream, new SpreadCheetahOptions { DefaultDateTimeFormat = null }, ct);
        var styles = Styles.In(book);
        var (sheets, written) = (1, 0);
        await Begin(book, Name(title, sheets), headings, styles, ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (written == mostRows)
            {
                (sheets, written) = (sheets + 1, 0);
                await Begin(book, Name(title, sheets), headings, styles, ct);
            }

            await book.AddRowAsync([.. row.Select(cell => Styled(cell, styles))], ct);
            written++;
        }

        await book.StartWorksheetAsync(Name(about.Title, 1), Wide(2), ct);
        foreach (var (label, value) in about.Lines) await book.AddRowAsync([new StyledCell(label, styles.Head), Styled(value, styles)], ct);
        await book.FinishAsync(ct);
    }

    static async Task Begin(Spreadsheet book, string name, IReadOnlyList<string> headings, Styles styles, CancellationToken ct)
    {
        var options = Wide(headings.Count);
        options.FrozenRows = 1;
        await book.StartWorksheetAsync(name, options, ct);
        await book.AddRowAsync([.. headings.Select(heading => new StyledCell(heading, styles.Head))], ct);
    }

    static WorksheetOptions Wide(int columns)
    {
        var options = new WorksheetOptions();
        for (var column = 1; column <= columns; column++) options.Column(column).Width = 24;
        return options;
    }

    static StyledCell Styled(Cell cell, Styles styles) => cell switch
    {
        Cell.Number number => new(number.Value, null),
        Cell.Day day => new(day.Value.ToDateTime(TimeOnly.MinValue), styles.Day),
        Cell.Moment moment => new(OsloTime.Local(moment.Value).DateTime, styles.Moment),
        Cell.Text text => new(Readable(text.Value), null),
        _ => new((string?)null, null),
    };

    /// <summary>What a cell cannot hold is cut, and says so.</summary>
    static string Readable(string text)
    {
        var readable = ReadableText.InXml(text);
        return readable.Length <= LongestText ? readable : string.Concat(readable.AsSpan(0, LongestText - 2), " …");
    }

    /// <summary>Excel takes no more than 31 characters, and none of these.</summary>
    static string Name(string title, int number)
    {
        var suffix = number == 1 ? "" : $" {number.ToString(CultureInfo.InvariantCulture)}";
        var plain = new string([.. title.Where(sign => !@"\/?*[]:'".Contains(sign, StringComparison.Ordinal))]);
        return plain[..Math.Min(plain.Length, LongestName - suffix.Length)] + suffix;
    }

    sealed record Styles(StyleId Head, StyleId Day, StyleId Moment)
    {
        public static Styles In(Spreadsheet book)
        {
            var head = new Style();
            head.Font.Bold = true;
            return new(book.AddStyle(head), book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }), book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") }));
        }
    }
}
