using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LmsWorkflow.Arrows.Tests;

/// <summary>The direction of the code: read from the project files, and from what the two pure assemblies call.</summary>
public sealed class ArrowsTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Workflows"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Portal"] = ["Domain"],
        ["Designer"] = ["Domain"],
        ["Api"] = ["Domain", "Workflows", "Storage", "Portal", "Designer"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_the_design_allows(string project)
    {
        Allowed.Should().ContainKey(project, "a new project needs its place in the design");
        References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Should().BeSubsetOf(Allowed[project]);
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Workflows")]
    public void A_pure_project_has_no_packages(string project) => References(project, "PackageReference").Should().BeEmpty();

    /// <summary>Types and members that would make a rule depend on when or where it runs. (The thread id is what the compiler puts into iterators.)</summary>
    static readonly Regex Impure = new(
        @"^(System\.(DateTime|DateTimeOffset)::get_(Now|UtcNow|Today)|System\.Guid::(NewGuid|CreateVersion7)|System\.Environment::(?!get_CurrentManagedThreadId).*|System\.(Random|TimeProvider|Console)::.*"
        + @"|System\.IO\.(File|Directory|FileStream|FileInfo|DirectoryInfo|StreamReader|StreamWriter)::.*|System\.Net\..*|System\.Diagnostics\.(Process|Stopwatch)::.*"
        + @"|System\.Threading\.(Thread|Timer|Monitor)::.*|System\.Security\.Cryptography\.RandomNumberGenerator::.*|System\.TimeZoneInfo::.*)$");

    [Theory]
    [InlineData("Domain")]
    [InlineData("Workflows")]
    public void A_pure_project_uses_no_clock_file_network_or_chance(string project)
    {
        var calls = MembersCalledBy(Assembly(project)).ToList();

        calls.Should().NotBeEmpty();
        calls.Where(call => Impure.IsMatch(call)).Should().BeEmpty();
    }

    static IEnumerable<string> MembersCalledBy(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference) continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            yield return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}::{metadata.GetString(member.Name)}";
        }
    }

    static string Assembly(string project)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(Root, "src", project, "bin", folder.Parent!.Name, folder.Name, $"LmsWorkflow.{project}.dll");
        File.Exists(path).Should().BeTrue("the solution is built before its tests run; {0} is missing", path);
        return path;
    }

    static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj")).Descendants(kind).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));

    static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LmsWorkflow.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
