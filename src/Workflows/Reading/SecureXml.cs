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
            if (TooDeepAt(xml) is { } line)
                return (null, Wrong(line, $"Filen har mer enn {DeepestNesting} nivåer. En prosesstegning har få.", $"Fila har meir enn {DeepestNesting} nivå. Ei prosessteikning har få."));
            using var reader = Open(xml);
            return (XDocument.Load(reader, LoadOptions.SetLineInfo), null);
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

    static int? TooDeepAt(ReadOnlyMemory<byte> xml)
    {
        using var reader = Open(xml);
        while (reader.Read())
            if (reader.Depth > DeepestNesting) return (reader as IXmlLineInfo)?.LineNumber ?? 0;
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
