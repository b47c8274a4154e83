using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A finished case as the archive takes it (Noark 5 saksmappe). Bokmål, the archive's language; the same case gives the same bytes each time.</summary>
sealed record ArchivedCase(
    Guid SystemId, string Number, string Title, TilbudType Type, DateTimeOffset Opened, string OpenedBy, DateTimeOffset Ended, string EndedBy, string Status, string Unit, string Responsible,
    ImmutableArray<ArchivedPart> Parts, ImmutableArray<ArchivedNote> Notes, ImmutableArray<ArchivedRecord> Records, ImmutableArray<ArchivedChange> Changes);

/// <summary>Noark 5 part: somebody of the working group.</summary>
sealed record ArchivedPart(string Id, string Name, string Role);

/// <summary>Noark 5 merknad.</summary>
sealed record ArchivedNote(string Text, string Type, DateTimeOffset At, string By);

/// <summary>One document of the case with its versions (Noark 5 arkivnotat with one dokumentbeskrivelse, and one more for each attachment).</summary>
/// <param name="Screened">Why its content is not in the hand-over; null for all others.</param>
/// <param name="Flow">Both sides' approvals and what came before them (M660–M665).</param>
sealed record ArchivedRecord(
    Guid SystemId, string Id, string Title, string Type, DateTimeOffset Created, string CreatedBy, DateTimeOffset Archived, string ArchivedBy, string? Screened,
    ImmutableArray<ArchivedFlow> Flow, ImmutableArray<ArchivedFile> Files, ImmutableArray<ArchivedFile> Attachments)
{
    /// <summary>The description of the main document is what the archive changes the status of.</summary>
    public Guid DescriptionId => ArchiveIds.Of(SystemId, "dokumentbeskrivelse");
}

/// <summary>Noark 5 dokumentobjekt.</summary>
/// <param name="Path">In the hand-over, with forward slashes.</param>
/// <param name="Format">PRONOM identifier.</param>
sealed record ArchivedFile(Guid SystemId, string Path, int Version, string Format, string FormatName, DateTimeOffset Created, string CreatedBy, byte[] Bytes)
{
    public string Checksum { get; } = DossierReading.Hash(Bytes);
}

/// <summary>Noark 5 dokumentflyt.</summary>
sealed record ArchivedFlow(string To, string From, DateTimeOffset Received, DateTimeOffset Sent, string Status, string Remark);

/// <summary>Noark 5 endring.</summary>
/// <param name="Element">Name of the metadata that changed, e.g. <c>saksstatus</c>.</param>
sealed record ArchivedChange(Guid Of, string Element, DateTimeOffset At, string By, string Before, string After);

/// <summary>System ids that follow from what they are of, so that a hand-over made again is the same (UUID version 8, RFC 9562).</summary>
static class ArchiveIds
{
    public static Guid Of(Guid root, string path)
    {
        var bytes = SHA256.HashData([.. root.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(path)])[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
