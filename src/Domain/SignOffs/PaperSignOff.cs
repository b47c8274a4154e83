namespace LmsWorkflow.Domain;

/// <summary>The koordinator registers an approval given on paper, with its scan (R89). Counts only when a second employee confirms it; never the koordinator's own.</summary>
/// <param name="ScanHash">SHA-256 of the uploaded scan, 64 hex digits.</param>
public sealed record RegisterPaperSignOff(Gate Gate, int Package, string PackageHash, PersonId Signer, string ScanHash) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context)
    {
        var member = context.Case.Group.Active(Signer, context.Today);
        return Decision.Unless(
            SignOffRules.Unmet(context, Gate, Package, PackageHash, member, Signer)
                .Append(Signer == context.Actor.Person ? new OwnPaperSignOff() : null)
                .Append(ScanHash is { Length: 64 } && ScanHash.All(char.IsAsciiHexDigitLower) ? null : new ScanMissing()),
            () => [new SignOffGiven(Gate, Package, PackageHash, Signer, member!.Side, SignOffText.Current, ScanHash)]);
    }
}

/// <summary>A second employee has compared the paper with the frozen text and confirms (R89).</summary>
public sealed record ConfirmPaperSignOff(Gate Gate, int Package, PersonId Signer) : CaseRequest
{
    public override Act Act => Act.ConfirmPaper;

    public override Decision Decide(CaseContext context)
    {
        var paper = context.Case.SignOffs.Given.LastOrDefault(given =>
            given is { Paper.ConfirmedBy: null, WithdrawnAt: null } && given.Gate == Gate && given.Package == Package && given.Person == Signer);
        return Decision.Unless(
            [
                Require.Open(context),
                paper is null ? new NoPaperToConfirm() : null,
                context.Case.Passed(Gate) is not null ? new GateAlreadyPassed(Gate) : null,
                paper?.Paper!.UploadedBy == context.Actor.Person || Signer == context.Actor.Person ? new OwnPaperSignOff() : null,
            ],
            () => [new PaperSignOffConfirmed(Gate, Package, Signer)]);
    }
}

public sealed record PaperSignOffConfirmed(Gate Gate, int Package, PersonId Signer) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        SignOffs = file.SignOffs with
        {
            Given = [.. file.SignOffs.Given.Select(given =>
                given.Gate == Gate && given.Package == Package && given.Person == Signer && given.Paper is { ConfirmedBy: null } paper
                    ? given with { Paper = paper with { ConfirmedBy = stamp.Person } }
                    : given)],
        },
    };
}

public sealed record OwnPaperSignOff() : Refusal(new Words(
    "Den som har lastet opp papiret, eller selv har signert det, kan ikke bekrefte. En annen ansatt må gjøre det.",
    "Den som har lasta opp papiret, eller sjølv har signert det, kan ikkje stadfeste. Ein annan tilsett må gjere det."));

public sealed record ScanMissing() : Refusal(new Words(
    "Last opp bildet eller skanningen av det signerte papiret.", "Last opp biletet eller skanninga av det signerte papiret."));

public sealed record NoPaperToConfirm() : Refusal(new Words(
    "Det er ingen signatur på papir som venter på bekreftelse.", "Det er ingen signatur på papir som ventar på stadfesting."));
