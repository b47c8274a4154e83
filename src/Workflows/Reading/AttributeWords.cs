using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What our own attributes are called to those who draw: as the properties beside the drawing call them.</summary>
static class AttributeWords
{
    /// <summary>What may be chosen in it.</summary>
    public static Words Of(string attribute) => attribute switch
    {
        "role" => new("rolle", "rolle"),
        "documents" => new("kode for dokument", "kode for dokument"),
        "gate" => new("port", "port"),
        "sides" => new("side", "side"),
        "phase" => new("fase", "fase"),
        _ => new("verdi", "verdi"),
    };
}
