using System.Globalization;
using System.Text;
using System.Xml;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>XML as the hand-over writes it: UTF-8, line feeds, the same bytes for the same content, and nothing that XML cannot carry.</summary>
static class ArchiveXml
{
    public const string Schema = "http://www.w3.org/2001/XMLSchema-instance";

    public static byte[] Write(Action<XmlWriter> content)
    {
        var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Replace }))
        {
            writer.WriteStartDocument();
            content(writer);
            writer.WriteEndDocument();
        }

        return memory.ToArray();
    }

    /// <summary>An element with text. The schemas want at least one sign in each, so what is empty is said to be.</summary>
    public static void Text(this XmlWriter writer, string name, string value) => writer.WriteElementString(name, Filled(value));

    /// <summary>An element that may be left out.</summary>
    public static void Optional(this XmlWriter writer, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) writer.Text(name, value);
    }

    public static void Text(this XmlWriter writer, string name, Guid id) => writer.Text(name, id.ToString("D"));

    public static void Text(this XmlWriter writer, string name, long number) => writer.Text(name, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A moment in Norwegian time with its distance from UTC.</summary>
    public static void Text(this XmlWriter writer, string name, DateTimeOffset at) => writer.Text(name, OsloTime.Local(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    public static void Text(this XmlWriter writer, string name, DateOnly day) => writer.Text(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static void Within(this XmlWriter writer, string name, Action content)
    {
        writer.WriteStartElement(name);
        content();
        writer.WriteEndElement();
    }

    static string Filled(string value) => ReadableText.InXml(value).Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : "(ikke oppgitt)";
}
