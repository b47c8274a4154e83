using System.Globalization;

namespace LmsWorkflow.Api;

/// <summary>What stands in a file somebody else wrote, as one line on a screen: none of it moves the cursor, begins a line, turns the direction or fills the screen.</summary>
static class ScreenText
{
    const int Longest = 2_000;

    public static string Of(string line)
    {
        var shown = string.Concat(line.Take(Longest).Select(sign => IsPlain(sign) ? sign : '\uFFFD'));
        return line.Length > Longest ? shown + " …" : shown;
    }

    static bool IsPlain(char sign) => char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
