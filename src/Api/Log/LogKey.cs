using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>This node's private key for checkpoints: in a file only the server's own user can read, made at first start. Without a file it lives as long as the host.</summary>
sealed class LogKey(string? file)
{
    /// <summary>The key in the file, or null when there is none yet; throws <see cref="CannotStartException"/> when there is something else.</summary>
    public NoteSigner? Read()
    {
        if (file is null || !File.Exists(file)) return null;
        return NoteSigner.Read(File.ReadAllText(file).Trim())
            ?? throw new CannotStartException($"Nøkkelfilen {file} kan ikke leses som en nøkkel. Hent den tilbake fra sikkerhetskopi, eller flytt den bort; da lages en ny nøkkel, og byttet vises i loggen.");
    }

    /// <summary>A new key takes the place of the one there is.</summary>
    public NoteSigner Renew(string name)
    {
        var signer = NoteSigner.New(name);
        if (file is not null) PrivateFile.Write(file, signer.Write() + "\n");
        return signer;
    }
}
