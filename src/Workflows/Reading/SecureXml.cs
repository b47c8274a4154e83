using System.Xml;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reads XML from strangers: no document type, no external anything, bounded size and depth. What is wrong is a finding, never an exception.</summary>
static class SecureXml
{
    public const int LargestFile = 5 * 1024 * 1024;
    public const int DeepestNesting = 64;

    public static (XDocument? Document, Finding? Finding) Read(ReadOnlyMemory<byte> xml)
    {
        if (xml.Length == 0) return (null, Wrong(0, "Filen er tom.", "Fila er tom."));
        if (xml.Length > LargestFile)
            return (null, Wrong(0, "Filen er større enn 5 MB. En prosesstegning er mye mindre; sjekk at det er riktig fil.",
                "Fila er større enn 5 MB. Ei prosessteikning er mykje mindre; sjekk at det er rett fil."));
        try
        {
            using var reader = Open(xml);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            return TooDeepAt(document) is { } line
                ? (null, Wrong(line, $"Filen har mer enn {DeepestNesting} nivåer. En prosesstegning har få.", $"Fila har meir enn {DeepestNesting} nivå. Ei prosessteikning har få."))
                : (document, null);
        }
        catch (XmlException e)
        {
            return (null, Wrong(e.LineNumber,
                "Filen er ikke lesbar XML, eller inneholder noe som ikke er tillatt (for eksempel en DOCTYPE). Lagre den på nytt fra tegneverktøyet.",
                "Fila er ikkje lesbar XML, eller inneheld noko som ikkje er tillate (til dømes ein DOCTYPE). Lagre ho på nytt frå teikneverktøyet."));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return (null, Wrong(0, "Tegnsettet i filen kan ikke leses. Lagre den som UTF-8.", "Teiknsettet i fila kan ikkje lesast. Lagre ho som UTF-8."));
        }
    }

    /// <summary>The same with all that stands in it, to be written again: white space, comments and instructions too. Null when it cannot be read.</summary>
    public static XDocument? ReadWhole(ReadOnlyMemory<byte> xml)
    {
        if (Read(xml).Document is null) return null;
        using var reader = XmlReader.Create(new MemoryStream(xml.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Loading goes round, not down, whatever the depth; those who read the document may go down.</summary>
    static int? TooDeepAt(XDocument document)
    {
        var depth = 0;
        for (XElement? at = document.Root, next; at is not null; at = next)
        {
            if (depth > DeepestNesting) return ((IXmlLineInfo)at).LineNumber;
            next = at.Elements().FirstOrDefault();
            if (next is not null) depth++;
            while (next is null && at is not null && at != document.Root)
            {
                next = at.ElementsAfterSelf().FirstOrDefault();
                if (next is null) (at, depth) = (at.Parent, depth - 1);
            }
        }

        return null;
    }

    static XmlReader Open(ReadOnlyMemory<byte> xml) => XmlReader.Create(new MemoryStream(xml.ToArray(), writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    });

    static Finding Wrong(int line, string nb, string nn) => new("readable", Severity.Error, null, line, new Words(nb, nn));
}
