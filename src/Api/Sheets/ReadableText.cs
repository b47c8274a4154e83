using System.Text;
using System.Xml;

namespace LmsWorkflow.Api;

/// <summary>Text that people wrote, as a file that is XML or goes beside one can carry it.</summary>
static class ReadableText
{
    /// <summary>Signs that XML cannot carry become a question mark in a diamond.</summary>
    public static string InXml(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var readable = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) readable.Append(text[at]).Append(text[++at]);
            else readable.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
        }

        return readable.ToString();
    }
}
