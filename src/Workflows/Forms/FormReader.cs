using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Reads one form in form-js JSON (<c>type: default</c>): text field, text area, number, date, radio, select, checklist, checkbox, dynamic list, group and text.
/// The second written form stands in each component's <c>properties</c> (<c>labelNn</c>, <c>descriptionNn</c>, <c>textNn</c>) and beside each option's
/// label (<c>labelNn</c>); a form without it is refused (N15). Whatever the bytes are, the answer is findings, never an exception.
/// </summary>
public static class FormReader
{
    public const int LargestFile = 512 * 1024;
    internal const int Deepest = 32;

    public static FormReading Read(ReadOnlyMemory<byte> json)
    {
        var findings = new FindingList();
        var form = json.Length > LargestFile ? Refused(findings, TooLarge) : Parse(json, findings);
        return new(findings.HasErrors ? null : form, [.. findings.All]);
    }

    static FormDefinition? Parse(ReadOnlyMemory<byte> json, FindingList findings)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = Deepest, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return new FormFile(findings).Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return Refused(findings, new("forms", Severity.Error, null, (int)Math.Min(int.MaxValue - 1, broken.LineNumber ?? 0) + 1, NotJson));
        }
        catch (InvalidOperationException)
        {
            // a string with half a surrogate pair parses, and cannot be read
            return Refused(findings, new("forms", Severity.Error, null, 0, NotJson));
        }
    }

    static FormDefinition? Refused(FindingList findings, Finding finding)
    {
        findings.Add(finding);
        return null;
    }

    static readonly Finding TooLarge = new("forms", Severity.Error, null, 0, new(
        "Skjemafilen er for stor. Den kan være høyst 512 kB.", "Skjemafila er for stor. Ho kan vere høgst 512 kB."));

    internal static readonly Words NotJson = new(
        "Filen er ikke et skjema: JSON-en kan ikke leses. Åpne og lagre den i et skjemaverktøy.",
        "Fila er ikkje eit skjema: JSON-en kan ikkje lesast. Opne og lagre ho i eit skjemaverktøy.");
}
