using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

/// <summary>A list as CSV and as Excel: whole, safe to open, and never all in memory.</summary>
public sealed class SheetFilesTests
{
    public static TheoryData<string> Formulas => ["=1+1", "+47 99", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＠x", "=HYPERLINK(\"http://ond.example\";\"Klikk\")"];

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task A_text_that_a_spreadsheet_would_compute_is_only_a_text(string attack)
    {
        (await Csv([attack])).Should().Be("\uFEFFOverskrift\r\n" + Quoted("'" + attack) + "\r\n");
        var cell = (await Rows(await Xlsx([[attack]])))[1][0];
        cell.CellFormula.Should().BeNull();
        cell.InnerText.ReplaceLineEndings("\n").Should().Be(attack.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Csv_is_quoted_so_that_every_text_comes_back_as_it_was()
    {
        (await Csv(["a;b", "sa \"nei\"", "to\r\nlinjer", "bare tekst", ""])).Should().Be("\uFEFFOverskrift\r\n\"a;b\";\"sa \"\"nei\"\"\";\"to\r\nlinjer\";bare tekst;\r\n");
    }

    [Fact]
    public async Task Numbers_days_and_times_are_what_Norwegian_Excel_reads_as_such_and_times_are_Norwegian()
    {
        Cell[] cells = [1234.5m, -3, new DateOnly(2026, 10, 1), new DateTimeOffset(2026, 7, 1, 22, 30, 5, TimeSpan.Zero), (DateTimeOffset?)null];
        (await Csv(cells)).Should().EndWith("\r\n1234,5;-3;2026-10-01;2026-07-02 00:30:05;\r\n");

        var row = (await Rows(await Xlsx([[.. cells]])))[1];
        row.Take(4).Select(cell => cell.CellValue!.Text).Should().Equal("1234.5", "-3", "46296", "46205.0208912037");
        row[0].DataType.Should().BeNull("a number");
    }

    [Fact]
    public async Task The_Excel_file_follows_the_standard_whatever_stands_in_it()
    {
        string[] attacks = ["</t></is></c>", "<!--", "]]>", "&amp;&#x0;", "\u0000\u0008\u001F", "\uD800 ensom", "😀 par", "\uFFFE\uFFFF", "_x0041_", new('x', 40_000), "  rom  "];
        var file = await Xlsx([.. attacks.Select(attack => ImmutableArray.Create<Cell>(attack))]);

        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        new OpenXmlValidator().Validate(book).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").Should().BeEmpty();
        var said = (await Rows(file)).Skip(1).Select(row => row[0].InnerText).ToList();
        said[0].Should().Be("</t></is></c>");
        said[4].Should().Be("\uFFFD\uFFFD\uFFFD");
        said[5].Should().Be("\uFFFD ensom");
        said[6].Should().Be("😀 par");
        said[9].Should().HaveLength(32_767).And.EndWith(" …");
        said[10].Should().Be("  rom  ");
    }

    [Fact]
    public async Task A_list_longer_than_a_sheet_goes_on_in_the_next_and_the_last_sheet_says_what_the_file_is()
    {
        var memory = new MemoryStream();
        await XlsxFile.Write(memory, "Saker: [alle]", ["Nr"], Numbered(5), ("Om listen", [("Av", "Kari")]), default, mostRows: 2);

        using var book = SpreadsheetDocument.Open(new MemoryStream(memory.ToArray()), false);
        new OpenXmlValidator().Validate(book).Should().BeEmpty();
        book.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value).Should().Equal("Saker alle", "Saker alle 2", "Saker alle 3", "Om listen");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_hundred_thousand_rows_are_on_their_way_out_while_they_are_asked_for(string format)
    {
        var sink = new Sink();
        var halfway = 0L;
        var rows = Numbered(100_000, at =>
        {
            if (at == 50_000) halfway = sink.Written;
        });

        if (format == "csv") await CsvFile.Write(sink, ["Nr"], rows, default);
        else await XlsxFile.Write(sink, "Liste", ["Nr"], rows, ("Om listen", []), default);

        halfway.Should().BeGreaterThan(sink.Written / 4, "half of the rows have been asked for");
    }

    static async Task<string> Csv(Cell[] cells)
    {
        var memory = new MemoryStream();
        await CsvFile.Write(memory, ["Overskrift"], new[] { cells.ToImmutableArray() }.ToAsyncEnumerable(), default);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    static async Task<byte[]> Xlsx(ImmutableArray<Cell>[] rows)
    {
        var memory = new MemoryStream();
        await XlsxFile.Write(memory, "Liste", ["Overskrift"], rows.ToAsyncEnumerable(), ("Om listen", []), default);
        return memory.ToArray();
    }

    static Task<List<List<DocumentFormat.OpenXml.Spreadsheet.Cell>>> Rows(byte[] file)
    {
        var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var sheet = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!);
        return Task.FromResult(sheet.Worksheet.Descendants<Row>().Select(row => row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList()).ToList());
    }

    static async IAsyncEnumerable<ImmutableArray<Cell>> Numbered(int rows, Action<int>? asked = null)
    {
        for (var at = 0; at < rows; at++)
        {
            asked?.Invoke(at);
            yield return [at, $"Rad nummer {at} {Guid.NewGuid()}"];
        }

        await Task.CompletedTask;
    }

    static string Quoted(string text) => text.AsSpan().IndexOfAny(";\"\r\n\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Like an answer on its way: cannot be gone back in.</summary>
    sealed class Sink : Stream
    {
        public long Written { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => Written += count;
    }
}
