using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace LmsWorkflow.Workflows.Tests;

public class AllChecksTests
{
    public static TheoryData<string> Valid => [.. CheckDrawings.Named("valid")];

    public static TheoryData<string> Invalid => [.. CheckDrawings.Named("invalid")];

    public static TheoryData<string> Names => [.. AllChecks.List.Select(check => check.Name).Concat(AllChecks.ByReader).Distinct()];

    static string Repository { get; } = Path.GetFullPath(Path.Combine(ShippedForms.Folder, "..", ".."));

    static string Pages { get; } = Path.Combine(Repository, "docs", "checks");

    [Theory, MemberData(nameof(Valid))]
    public void In_a_valid_drawing_the_check_finds_nothing(string path) => CheckDrawings.Found(path).Should().BeEmpty();

    [Theory, MemberData(nameof(Invalid))]
    public void In_an_invalid_drawing_the_check_finds_what_is_wrong_and_nothing_else(string path)
    {
        var found = CheckDrawings.Found(path);

        found.Should().NotBeEmpty();
        // a file that is no XML has no elements
        found.Select(finding => finding.ElementId).Distinct().Should().Equal(path.EndsWith("invalid-not-xml.bpmn", StringComparison.Ordinal) ? null : "feil");
    }

    [Theory, MemberData(nameof(Invalid))]
    public void What_is_found_is_said_in_both_written_forms_with_the_line(string path) => CheckDrawings.Found(path).Should().OnlyContain(finding =>
        finding.Line > 0 && finding.Sentence.Nb.Length > 20 && finding.Sentence.Nn.Length > 20 && (finding.Fix == null) == (finding.Mend == null));

    /// <summary>An administrator is a nurse: she knows what stands beside the drawing, not how the file says it. What she is to look for in a file stands in quotes, and FEEL is what conditions are written in.</summary>
    [Fact]
    public void No_finding_and_no_mend_speaks_as_the_file_does()
    {
        var said = Everything().SelectMany(bytes => CheckRun.Of(CaseWorkflow.Read(bytes))).SelectMany(finding => new[] { (finding.Check, finding.Sentence), (finding.Check, Sentence: finding.Fix ?? finding.Sentence) })
            .SelectMany(told => new[] { (told.Check, Text: told.Sentence.Nb), (told.Check, Text: told.Sentence.Nn) }).Distinct().ToList();

        said.Where(told => Regex.IsMatch(told.Text, "lms:|bpmn|xmlns|[<>]", RegexOptions.IgnoreCase) && !told.Text.Contains("BPMN 2.0", StringComparison.Ordinal)).Should().BeEmpty();
        said.Where(told => told.Check is not "conditions" && Regex.IsMatch(Regex.Replace(told.Text, "«[^»]*»", ""), @"\b[a-z]+[A-Z]\w*|P\d+D")).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_check_has_drawings_and_a_page(string name)
    {
        // ten thousand elements are drawn by the test of the reader instead
        if (name != "size")
        {
            CheckDrawings.Named("valid", name).Should().NotBeEmpty();
            CheckDrawings.Named("invalid", name).Should().NotBeEmpty();
        }

        var page = File.ReadAllText(Path.Combine(Pages, name + ".md"));
        page.Should().StartWith($"# {name}\n").And.Contain("## Hva den finner").And.Contain("## Hvorfor").And.Contain("## Slik retter du").And.Contain("## Eksempel");
        File.ReadAllText(Path.Combine(Pages, "README.md")).Should().Contain($"({name}.md)");
        File.ReadAllText(Path.Combine(Repository, "docs", "administrator", "kontroller.md")).Should().Contain($"(../checks/{name}.md)");
    }

    [Fact]
    public void Every_page_and_every_folder_belongs_to_a_check()
    {
        var names = AllChecks.List.Select(check => check.Name).Concat(AllChecks.ByReader).ToHashSet();

        Directory.EnumerateFiles(Pages, "*.md").Select(Path.GetFileNameWithoutExtension).Where(name => name != "README").Should().OnlyContain(name => names.Contains(name!));
        CheckDrawings.Named("").Select(path => path.Split(Path.DirectorySeparatorChar)[0]).Should().OnlyContain(name => names.Contains(name));
    }

    [Fact]
    public void Whatever_finds_something_in_a_drawing_of_ours_has_a_page()
    {
        var found = Everything().SelectMany(bytes => CheckRun.Of(CaseWorkflow.Read(bytes))).Select(finding => finding.Check).Distinct();

        found.Should().OnlyContain(name => File.Exists(Path.Combine(Pages, name + ".md")));
    }

    [Fact]
    public void No_damaged_drawing_makes_a_check_throw()
    {
        var all = Everything().Where(bytes => bytes.Length > 0).ToArray();
        var damage = Gen.Choose(0, all.Length - 1).Zip(Gen.Choose(0, int.MaxValue - 1).Zip(Gen.Choose(0, 255)).ArrayOf(3)).ToArbitrary();
        Prop.ForAll(damage, drawn =>
        {
            var (which, places) = drawn;
            var bytes = all[which].ToArray();
            foreach (var (at, value) in places) bytes[at % bytes.Length] = (byte)value;
            return CheckRun.Of(CaseWorkflow.Read(bytes)).All(finding => finding.Sentence.Nb.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void No_drawing_with_flows_taken_out_makes_a_check_throw()
    {
        var chance = new Random(2_025);
        foreach (var bytes in Everything())
        {
            var lines = Encoding.UTF8.GetString(bytes).Split('\n');
            for (var round = 0; round < 5; round++)
            {
                var body = lines.Where(line => !line.Contains("sequenceFlow", StringComparison.Ordinal) || chance.Next(4) > 0).ToArray();
                CheckRun.Of(CaseWorkflow.Read(Encoding.UTF8.GetBytes(string.Join('\n', body)))).Select(finding => finding.Sentence.Nn).Should().NotContain("");
            }
        }
    }

    [Fact]
    public void What_we_ship_has_no_findings()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Definitions"), "*.bpmn"))
            CheckRun.Of(CaseWorkflow.Read(File.ReadAllBytes(file)), ShippedForms.Read().Forms).Should().BeEmpty(file);
    }

    [Fact]
    public void A_drawing_that_is_not_meant_to_run_is_only_advised_about_what_keeps_it_from_running()
    {
        foreach (var path in CheckDrawings.Named("invalid-not-meant-to-run")) CheckDrawings.Found(path).Should().OnlyContain(finding => finding.Severity == Severity.Warning, path);
    }

    [Theory, MemberData(nameof(Invalid))]
    public void What_a_case_could_stop_at_is_an_error_and_what_is_hard_to_read_is_advice(string path)
    {
        string[] advice = ["no-implicit-split", "no-fake-join", "no-gateway-join-fork", "no-superfluous-gateway", "named"];
        var isAdvice = advice.Any(name => path.StartsWith(name, StringComparison.Ordinal)) || path.Contains("not-meant-to-run", StringComparison.Ordinal) || path.Contains("no-phases", StringComparison.Ordinal) || path.Contains("goes-on-anyway", StringComparison.Ordinal);

        CheckDrawings.Found(path).Should().OnlyContain(finding => finding.Severity == (isAdvice ? Severity.Warning : Severity.Error));
    }

    [Fact]
    public void Of_the_same_fault_at_most_a_hundred_are_told()
    {
        var many = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<task id=\"t{i}\"/>"));
        var found = CheckRun.Of(CaseWorkflow.Read(Encoding.UTF8.GetBytes($"<definitions xmlns=\"{BpmnNames.Model.NamespaceName}\"><process id=\"p\">{many}</process></definitions>")));

        found.Where(finding => finding.Check == "named").Should().HaveCount(Reporter.MostOfEach);
    }

    /// <summary>Every drawing there is: the checks', the reader's, the benchmark's and those we ship.</summary>
    static IEnumerable<byte[]> Everything() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository, "bench"), "*.bpmn")).Select(File.ReadAllBytes);
}
