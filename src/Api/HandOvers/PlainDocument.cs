using System.Text;

namespace LmsWorkflow.Api;

/// <summary>A document as plain text: UTF-8 without byte order mark, line feeds, a heading underlined, then each label with its text two spaces in. Described in docs/administrator/avlevering.md.</summary>
sealed class PlainDocument
{
    readonly StringBuilder text = new();

    public PlainDocument Heading(string heading, char line = '=')
    {
        if (text.Length > 0) text.Append('\n');
        var clean = ReadableText.InXml(heading.ReplaceLineEndings(" "));
        text.Append(clean).Append('\n').Append(line, Math.Clamp(clean.Length, 1, 80)).Append('\n');
        return this;
    }

    public PlainDocument Field(string label, string value)
    {
        var clean = ReadableText.InXml(label.ReplaceLineEndings(" ")).TrimEnd(':');
        text.Append('\n').Append(clean).Append(clean.EndsWith('?') ? "\n" : ":\n");
        foreach (var line in ReadableText.InXml(value.Length > 0 ? value : "Ikke fylt ut").ReplaceLineEndings("\n").Split('\n')) text.Append("  ").Append(line).Append('\n');
        return this;
    }

    public PlainDocument Line(string line)
    {
        text.Append(ReadableText.InXml(line.ReplaceLineEndings(" "))).Append('\n');
        return this;
    }

    public byte[] Bytes() => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text.ToString());
}
