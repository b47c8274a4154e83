using System.IO.Compression;

namespace LmsWorkflow.Api.Tests;

/// <summary>What lies in a ZIP.</summary>
static class ZipFiles
{
    public static List<string> Names(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    public static byte[] Entry(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var stream = archive.GetEntry(name)!.Open();
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    public static byte[] Packed(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var memory = new MemoryStream();
        using (var packed = new ZipArchive(memory, ZipArchiveMode.Create, true))
            foreach (var (path, content) in files)
            {
                using var entry = packed.CreateEntry(path).Open();
                entry.Write(content);
            }

        return memory.ToArray();
    }
}
