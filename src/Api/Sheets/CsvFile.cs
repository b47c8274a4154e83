using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>
/// A list as CSV (RFC 4180) as Norwegian Excel opens it: UTF-8 with byte order mark, semicolon, decimal comma, dates as 2026-10-01 and times as 2026-10-01 13:30:00 in Norwegian time.
/// </summary>
static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    /// <summary>What a spreadsheet takes as the beginning of a formula, in both widths, and what it skips before it (OWASP, CSV injection).</summary>
    const string Formula = "=+-@＝＋－＠\t\r\n";

    public static async Task Write(Stream stream, IEnumerable<string> headings, IAsyncEnumerable<ImmutableArray<Cell>> rows, CancellationToken ct)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true);
        await writer.WriteAsync(Line(headings.Select(Field)).AsMemory(), ct);
        await foreach (var row in rows.WithCancellation(ct)) await writer.WriteAsync(Line(row.Select(Field)).AsMemory(), ct);
    }

    static string Line(IEnumerable<string> fields) => string.Join(';', fields) + "\r\n";

    static string Field(Cell cell) => cell switch
    {
        Cell.Number number => number.Value.ToString(Norwegian),
        Cell.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Cell.Moment moment => OsloTime.Local(moment.Value).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        Cell.Text text => Field(text.Value),
        _ => "",
    };

    static string Field(string text)
    {
        var safe = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n\t") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static readonly NumberFormatInfo Norwegian = new() { NumberDecimalSeparator = "," };
}
