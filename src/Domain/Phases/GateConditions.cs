namespace LmsWorkflow.Domain;

/// <summary>Conditions of the phase table that belong to no single area.</summary>
public static class GateConditions
{
    public static GateCondition NotEnded { get; } = new("NotEnded", static context => Require.Open(context)) { InAgreement = true };

    /// <summary>R3.</summary>
    public static GateCondition ContactsOnBothSides { get; } = new("ContactsOnBothSides", static context =>
        !context.Case.Contacts.Covers(Side.Fag, context.Today) ? new ContactMissing(Side.Fag)
        : !context.Case.Contacts.Covers(Side.Bruker, context.Today) ? new ContactMissing(Side.Bruker) : null);

    /// <summary>R4.</summary>
    public static GateCondition ExistingOffersChecked { get; } = new("ExistingOffersChecked", static context =>
        context.Case.Documents.Latest(DocumentKind.D02) is null || !DocumentCompleteness.IsComplete(context.Case, context.Forms, DocumentKind.D02)
            ? new ExistingOffersNotChecked() : null);

    /// <summary>R11, R15.</summary>
    public static GateCondition EveryOwnerAnchored { get; } = new("EveryOwnerAnchored", static context =>
    {
        foreach (var owner in context.Case.Identity!.Owners)
            if (!IsAnchored(context.Case, owner)) return new AnchoringMissing();
        return null;
    });

    /// <summary>R18.</summary>
    public static GateCondition BothSidesInGroup { get; } = new("BothSidesInGroup", static context =>
        !context.Case.Group.HasActive(Side.Bruker, context.Today) ? new SideMissing(Side.Bruker)
        : !context.Case.Group.HasActive(Side.Fag, context.Today) ? new SideMissing(Side.Fag) : null)
    { InAgreement = true };

    /// <summary>R35.</summary>
    public static GateCondition ReplacementInformed { get; } = new("ReplacementInformed", static context =>
        context.Case.Group.WithoutBrukerSince is not null ? new ReplacementMustReadSummary() : null)
    { InAgreement = true };

    /// <summary>Step 1.2: every brukerrepresentant has a valid role clarification (R29, R30).</summary>
    public static GateCondition RolesClarified { get; } = new("RolesClarified", static context =>
        context.Case.Group.BrukersClarifiedOn(context.Today, context.Settings.RoleClarificationMonths) ? null : new RoleClarificationOutstanding());

    /// <summary>The leader has decided on continuation (G4b).</summary>
    public static GateCondition LeaderDecidedContinuation { get; } = new("LeaderDecidedContinuation", static context =>
        context.Case.Continuation is null ? new ContinuationNotDecided() : null);

    /// <summary>R95.</summary>
    public static GateCondition NoOpenObjection(Gate gate) => new("NoOpenObjection", context =>
        context.Case.Objections.Blocks(gate) ? new ObjectionIsOpen() : null)
    { InAgreement = true };

    /// <summary>R93: the koordinator has confirmed completeness, and nothing was edited since.</summary>
    public static GateCondition PackageFrozen(Gate gate) => new("PackageFrozen", context =>
        context.Case.SignOffs.Current(gate) is null ? new PackageNotFrozen() : null)
    { InAgreement = true };

    /// <summary>R78, R28: the side has signed this very text, and the signer's appointment was in force when signing.</summary>
    public static GateCondition Signed(Gate gate, Side side) => new($"Signed{side}", context =>
        context.Case.SignOffs.HasSigned(side, gate) ? null : new MissingSignOff(side))
    { InAgreement = true };

    /// <summary>R79, checked once more at the gate itself.</summary>
    public static GateCondition DifferentSigners(Gate gate) => new("DifferentSigners", context =>
    {
        var signing = context.Case.SignOffs.At(gate);
        return signing.Fag is { } fag && signing.Bruker is { } bruker && fag.Person == bruker.Person ? new SignedForOtherSide() : null;
    })
    { InAgreement = true };

    /// <summary>All conditions of <see cref="GateCondition.InAgreement"/> at once, from what was worked out when the case changed. A yes is certain; a no means that each must be asked.</summary>
    internal static bool SidesAgree(CaseContext context, Gate gate)
    {
        var file = context.Case;
        return file.Standing == Standing.Open && file.SignOffs.At(gate).IsComplete
            && file.Group.WithoutBrukerSince is null && file.Group.HasBothSides(context.Today) && !file.Objections.Blocks(gate);
    }

    static bool IsAnchored(CaseFile file, UnitId owner)
    {
        foreach (var anchoring in file.Anchorings)
            if (anchoring.Unit == owner) return true;
        return false;
    }
}

public sealed record ContactMissing(Side Side) : Refusal(new Words(
    Side == Side.Fag ? "Ingen kontakt på fagsiden er registrert. Skriv inn en kontakt, eller hvordan dere har prøvd å finne en."
        : "Ingen kontakt på brukersiden er registrert. Skriv inn en kontakt, eller hvordan dere har prøvd å finne en.",
    Side == Side.Fag ? "Ingen kontakt på fagsida er registrert. Skriv inn ein kontakt, eller korleis de har prøvd å finne ein."
        : "Ingen kontakt på brukarsida er registrert. Skriv inn ein kontakt, eller korleis de har prøvd å finne ein."));

public sealed record ExistingOffersNotChecked() : Refusal(new Words(
    "Tilbudssjekken er ikke ferdig. Undersøk hvilke tilbud som finnes, og skriv konklusjonen.",
    "Tilbodssjekken er ikkje ferdig. Undersøk kva tilbod som finst, og skriv konklusjonen."));

public sealed record AnchoringMissing() : Refusal(new Words(
    "Lederen for hver eierenhet må forankre saken. Be lederen om forankringsvedtaket.",
    "Leiaren for kvar eigareining må forankre saka. Be leiaren om forankringsvedtaket."));

public sealed record SideMissing(Side Side) : Refusal(new Words(
    Side == Side.Bruker ? "Det er ingen brukerrepresentant i arbeidsgruppen. Koordinator må oppnevne en før saken kan gå videre."
        : "Det er ingen fagperson i arbeidsgruppen. Koordinator må oppnevne en før saken kan gå videre.",
    Side == Side.Bruker ? "Det er ingen brukarrepresentant i arbeidsgruppa. Koordinator må oppnemne ein før saka kan gå vidare."
        : "Det er ingen fagperson i arbeidsgruppa. Koordinator må oppnemne ein før saka kan gå vidare."));

public sealed record ReplacementMustReadSummary() : Refusal(new Words(
    "Den nye brukerrepresentanten må lese sammendraget av saken før noe kan godkjennes.",
    "Den nye brukarrepresentanten må lese samandraget av saka før noko kan godkjennast."));

public sealed record RoleClarificationOutstanding() : Refusal(new Words(
    "Minst én brukerrepresentant mangler gyldig rolleavklaring. Ta samtalen og be personen godta rolleavklaringen.",
    "Minst éin brukarrepresentant manglar gyldig rolleavklaring. Ta samtalen og be personen godta rolleavklaringa."));

public sealed record ContinuationNotDecided() : Refusal(new Words(
    "Lederen har ikke fattet vedtak om videreføring ennå.", "Leiaren har ikkje gjort vedtak om vidareføring enno."));

public sealed record ObjectionIsOpen() : Refusal(new Words(
    "Det er en åpen innsigelse. Hold dialogmøte; saken går ikke videre før innsigelsen er løst.",
    "Det er ei open innseiing. Hald dialogmøte; saka går ikkje vidare før innseiinga er løyst."));

public sealed record PackageNotFrozen() : Refusal(new Words(
    "Dokumentene er ikke gjort klare til godkjenning. Koordinator bekrefter at de er komplette og låser teksten.",
    "Dokumenta er ikkje gjorde klare til godkjenning. Koordinator stadfestar at dei er komplette og låser teksten."));

public sealed record MissingSignOff(Side Side) : Refusal(new Words(
    Side == Side.Fag ? "Godkjenning fra en fagperson mangler." : "Godkjenning fra en brukerrepresentant mangler.",
    Side == Side.Fag ? "Godkjenning frå ein fagperson manglar." : "Godkjenning frå ein brukarrepresentant manglar."));
