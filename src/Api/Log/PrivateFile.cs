namespace LmsWorkflow.Api;

/// <summary>A file only the user that runs the program can read.</summary>
static class PrivateFile
{
    /// <summary>The old file is gone only when the new one is whole.</summary>
    /// <param name="replace">Whether one that is there may be replaced; else throws <see cref="IOException"/>.</param>
    public static void Write(string file, string text, bool replace = true)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) System.IO.Directory.CreateDirectory(folder);
        var whole = file + ".new";
        File.Delete(whole);
        var mine = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) mine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(whole, mine)) writer.Write(text);
        File.Move(whole, file, overwrite: replace);
    }
}
