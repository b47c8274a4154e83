namespace LmsWorkflow.Domain;

/// <summary>
/// Saves a document's draft. Editing a frozen or signed version makes the next version: signatures stay with the one they were given to (R83).
/// Editing what a passed gate rests on closes that gate again (N3).
/// </summary>
/// <param name="BasedOn">Version and revision the editor had open; stale ones are refused so that nobody overwrites another. Null for the first.</param>
public sealed record SaveDraft(DocumentKind Kind, DraftContent Content, DraftPosition? BasedOn) : CaseRequest
{
    public override Act Act => GateDocuments.IsJoint(Kind) ? Act.EditJointDocument : Act.EditKoordinatorDocument;

    public override Decision Decide(CaseContext context)
    {
        var latest = context.Case.Documents.Latest(Kind);
        if (Require.Open(context) is { } closed) return Decision.Refuse(closed);
        if (DocumentSettled.Check(context.Case, Kind) is { } settled) return Decision.Refuse(settled);
        if (latest is not null && BasedOn is { } basis && (basis.Version, basis.Revision) != (latest.Number, latest.Revision))
            return Decision.Refuse(new DraftIsStale(latest.Number, latest.Revision));
        if (latest is not null && BasedOn is null) return Decision.Refuse(new DraftIsStale(latest.Number, latest.Revision));

        var sealing = Content.Seal(context, Kind, latest?.Content);
        if (sealing is DraftSealing.Refused refused) return new Decision.Refused(refused.Reasons);
        var content = ((DraftSealing.Sealed)sealing).Content;
        if (latest is not null && latest.Content.Equals(content)) return Decision.Accept();

        var (version, revision) = Next(latest);
        var saved = new DraftSaved(Kind, version, revision, content);
        return GateDocuments.PassedGateOf(context.Case, Kind) is { } gate
            ? Decision.Accept(saved, new GateReopened(gate, ReopenCause.DocumentChanged))
            : Decision.Accept(saved);
    }

    static (int Version, int Revision) Next(DocumentVersion? latest) => latest switch
    {
        null => (1, 1),
        { Status: DocumentStatus.Draft } => (latest.Number, latest.Revision + 1),
        _ => (latest.Number + 1, 1),
    };
}

public sealed record DraftPosition(int Version, int Revision);

/// <summary>Content as a person typed it: sealed and checked for its document before it is a fact.</summary>
public abstract record DraftContent
{
    /// <param name="before">The latest content; a text that is unchanged keeps its seal, so that differences show only what changed.</param>
    public abstract DraftSealing Seal(CaseContext context, DocumentKind kind, DocumentContent? before);
}

public abstract record DraftSealing
{
    public sealed record Sealed(DocumentContent Content) : DraftSealing;

    public sealed record Refused(System.Collections.Immutable.ImmutableArray<Refusal> Reasons) : DraftSealing;
}

/// <summary>A document was saved; a package that held an earlier version is superseded.</summary>
public sealed record DraftSaved(DocumentKind Kind, int Version, int Revision, DocumentContent Content) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp)
    {
        var document = file.Documents.File(Kind) ?? new DocumentFile(Kind, []);
        var version = new DocumentVersion(Kind, Version, Revision, Content, DocumentStatus.Draft, null, stamp.Person, stamp.At);
        var versions = document.Versions.Length >= Version ? document.Versions.SetItem(Version - 1, version) : document.Versions.Add(version);
        return file with
        {
            Documents = file.Documents.With(document with { Versions = versions }),
            SignOffs = file.SignOffs.SupersedeHolding(Kind, stamp.At),
            Plan = Reviewed(file),
        };
    }

    PlanReview Reviewed(CaseFile file) =>
        Kind == DocumentKind.D12 && file.Documents.Latest(Kind)?.Content is FormContent before && Content is FormContent after
            ? file.Plan.AfterKursplan(before, after)
            : file.Plan;
}

public sealed record DraftIsStale(int Version, int Revision) : Refusal(new Words(
    "Noen andre har lagret dokumentet etter at du åpnet det. Se hva som er endret, og lagre på nytt. Det du skrev er tatt vare på.",
    "Nokon andre har lagra dokumentet etter at du opna det. Sjå kva som er endra, og lagre på nytt. Det du skreiv er teke vare på."));

/// <summary>The document belongs to a gate that later gates rest on.</summary>
public sealed record DocumentSettled() : Refusal(new Words(
    "Dokumentet hører til en fase som er ferdig, og kan ikke endres. Skriv en endring i kursrapporten eller meld et forslag til neste gang.",
    "Dokumentet høyrer til ein fase som er ferdig, og kan ikkje endrast. Skriv ei endring i kursrapporten eller meld eit framlegg til neste gong."))
{
    internal static Refusal? Check(CaseFile file, DocumentKind kind)
    {
        if (kind is DocumentKind.D01) return new DocumentSettled();
        if (GateDocuments.GateOf(kind) is not { } gate) return null;
        if (!PhaseMachine.Applies(gate, file.Flow)) return new DocumentSettled();
        if (file.Passed(gate) is null) return null;
        var laterPassed = file.Passings.Any(passing => passing.ReopenedAt is null && passing.Gate > gate);
        return laterPassed || file.Delivery.HasStarted && gate == Gate.G2 ? new DocumentSettled() : null;
    }
}
