namespace LmsWorkflow.Api;

/// <summary><c>lms verify-hand-over FILE</c>: whether a hand-over is as it was made, with nothing but the file.</summary>
static class VerifyHandOverCommand
{
    public const string Verb = "verify-hand-over";

    /// <returns>0 as it was made, 1 not, 2 no such file, 64 wrong use.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not [var path] || string.IsNullOrWhiteSpace(path))
        {
            error.WriteLine($"Bruk: {Verb} FIL");
            return 64;
        }

        try
        {
            using var file = File.OpenRead(path);
            var faults = HandOverCheck.Run(file);
            output.WriteLine(faults.IsEmpty ? "AVLEVERINGEN STEMMER. Hver fil er den som ble avlevert. At den følger skjemaene til Arkivverket, er ikke kontrollert her." : "AVLEVERINGEN STEMMER IKKE.");
            foreach (var fault in faults) output.WriteLine("  " + ScreenText.Of(fault));
            return faults.IsEmpty ? 0 : 1;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"Filen kan ikke leses: {path}");
            return 2;
        }
    }
}
