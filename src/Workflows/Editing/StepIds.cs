using System.Text;

namespace LmsWorkflow.Workflows;

/// <summary>Ids as the product's own drawings have them: bokmål, lower case, without æøå.</summary>
static class StepIds
{
    const int Longest = 60;

    public static string From(string name)
    {
        var id = new StringBuilder();
        foreach (var c in name.Trim().ToLowerInvariant())
        {
            if (id.Length >= Longest) break;
            id.Append(c switch
            {
                'æ' => "ae",
                'ø' or 'ö' => "o",
                'å' or 'ä' => "a",
                'é' or 'è' => "e",
                _ when char.IsAsciiLetterOrDigit(c) => c.ToString(),
                _ => id.Length > 0 && id[^1] != '_' ? "_" : "",
            });
        }

        var made = id.ToString().Trim('_');
        return made.Length == 0 ? "steg" : char.IsAsciiDigit(made[0]) ? "steg_" + made : made;
    }
}
