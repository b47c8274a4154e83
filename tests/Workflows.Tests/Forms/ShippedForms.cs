using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>The form files the product ships.</summary>
static class ShippedForms
{
    public static string Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static CatalogueReading Read() => FormCatalogueReader.Read(Directory.EnumerateFiles(Folder, "*.form").Order(StringComparer.Ordinal)
        .Select(path => KeyValuePair.Create(Path.GetFileName(path), new ReadOnlyMemory<byte>(File.ReadAllBytes(path)))));

    static string Find(DirectoryInfo from)
    {
        for (var folder = from; folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "workflows-definitions", "forms"))) return Path.Combine(folder.FullName, "workflows-definitions", "forms");
        throw new DirectoryNotFoundException("workflows-definitions/forms");
    }
}
