namespace LmsWorkflow.Domain;

/// <summary>The legal ground a text is erased on.</summary>
public enum ErasureGround { ConsentWithdrawn, RightToErasure, RetentionExpired, Misregistered, ConfidentialityBroken }

public static class ErasureGrounds
{
    public static Words Words(this ErasureGround ground) => ground switch
    {
        ErasureGround.ConsentWithdrawn => new("samtykket er trukket (personvernforordningen art. 7 nr. 3)", "samtykket er trekt (personvernforordninga art. 7 nr. 3)"),
        ErasureGround.RightToErasure => new("retten til retting og sletting (personvernforordningen art. 16 og 17)", "retten til retting og sletting (personvernforordninga art. 16 og 17)"),
        ErasureGround.RetentionExpired => new("oppbevaringstiden er ute (enhetens regler for oppbevaring)", "oppbevaringstida er ute (reglane til eininga for oppbevaring)"),
        ErasureGround.Misregistered => new("feilregistrert", "feilregistrert"),
        _ => new("taushetsbelagte opplysninger (forvaltningsloven § 13)", "opplysningar under teieplikt (forvaltningslova § 13)"),
    };

    /// <summary>
    /// A text both sides signed is documentation of a decision (arkivlova): a mistake in it is mended by a new version, and a consent taken back does not undo it. It is erased only where the law
    /// itself asks for it.
    /// </summary>
    public static bool ReachesSignedTexts(this ErasureGround ground) => ground is ErasureGround.RightToErasure or ErasureGround.RetentionExpired or ErasureGround.ConfidentialityBroken;
}

/// <summary>Why a text is no longer there: the recorded decision.</summary>
/// <param name="Number">The erasure's number in the record.</param>
public sealed record ErasureMark(int Number, ErasureGround Ground, DateTimeOffset At)
{
    /// <summary>What is shown where the text was.</summary>
    public Words Sentence => new($"Slettet den {DateWords.Short(OsloTime.Date(At))} med hjemmel: {Ground.Words().Nb}", $"Sletta den {DateWords.Short(OsloTime.Date(At))} med heimel: {Ground.Words().Nn}");
}
