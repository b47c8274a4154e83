using System.Text.RegularExpressions;
using LmsWorkflow.Api.Pages;

namespace LmsWorkflow.Api.Tests;

/// <summary>What a program can ask for, a person can ask for: there is an address for each act among the pages, and a form.</summary>
public sealed class EveryActHasAFormTests
{
    static readonly string[] OnPages = [.. CasePages.Routes.SelectMany(route => route.Acts).Select(act => act.Name).Distinct()];

    [Fact]
    public void Every_act_of_the_API_can_be_asked_for_on_a_page() =>
        ApiRoutes.Acts.Select(route => route.Request.Name).Except(OnPages).Should().BeEmpty();

    [Fact]
    public void Every_act_of_a_page_has_a_form()
    {
        var forms = string.Concat(Directory.EnumerateFiles(Path.Combine(Root(), "src", "Portal"), "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText));
        OnPages.Where(act => !forms.Contains($"Act=\"{act}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_act_of_a_page_says_in_words_of_its_own_what_happened()
    {
        string[] acts = [.. OnPages.Union(ActsOfForms()).Except(AnsweredByTheirOwnPage)];
        acts.Where(act => Portal.DoneWords.Of(act) is null).Should().BeEmpty();
        acts.Select(act => Portal.DoneWords.Of(act)!.Nb).Should().OnlyHaveUniqueItems();
        acts.Select(act => Portal.DoneWords.Of(act)!.Nn).Should().OnlyHaveUniqueItems();
        Portal.DoneWords.Of("NoSuchAct").Should().BeNull("an address can be written by anybody");
    }

    /// <summary>These end on a page that says it: the thanks for an answer, the outcome for each case that was moved, of each scenario that was run.</summary>
    static readonly string[] AnsweredByTheirOwnPage = ["Answer", "MoveCases", "RehearseDraft", "WalkDraft"];

    static IEnumerable<string> ActsOfForms() => Directory.EnumerateFiles(Path.Combine(Root(), "src", "Portal"), "*.razor", SearchOption.AllDirectories)
        .SelectMany(file => Regex.Matches(File.ReadAllText(file), "<PostForm[^>]*\\bAct=\"([A-Za-z]+)\"")).Select(match => match.Groups[1].Value).Distinct();

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LmsWorkflow.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
