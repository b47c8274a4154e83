using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>The checkpoints of the proof log, as they are taken out.</summary>
static class LogSheets
{
    public static Sheet<StoredCheckpoint> Checkpoints { get; } = new(
        "kontrollpunkter", new("Kontrollpunkter", "Kontrollpunkt"),
        new("Hendelser", "Hendingar", (row, _) => row.Checkpoint.Size),
        new("Underskrevet", "Underskrive", (row, _) => row.At),
        new("Rot", "Rot", (row, _) => Convert.ToHexStringLower(row.Checkpoint.Root)),
        new("Hvor hver sak slutter", "Kvar kvar sak sluttar", (row, _) => Convert.ToHexStringLower(row.Checkpoint.Heads)),
        new("Bevitnet av", "Bevitna av", (row, _) => string.Join(", ", row.Cosignatures.Select(one => one.Name).Distinct())),
        new("Logg", "Logg", (row, _) => row.Checkpoint.Origin));
}
