namespace LmsWorkflow.Domain;

/// <summary>Somebody took a case out as one file. Lies in the companion stream of reads.</summary>
/// <param name="Size">Events in the checkpoint it was made at.</param>
/// <param name="Sha256">Of the file, 64 hex digits.</param>
public sealed record DossierMade(long Size, string Sha256) : Fact;
