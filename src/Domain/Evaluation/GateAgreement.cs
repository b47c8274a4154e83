namespace LmsWorkflow.Domain;

/// <summary>How far the two sides have come with one gate.</summary>
public enum GateAgreement
{
    /// <summary>No text has been laid before the sides.</summary>
    NotReached,

    /// <summary>The gate was passed and has closed again; no new text has been laid before the sides.</summary>
    Reopened,

    /// <summary>A text was laid before the sides and has gone back to joint work.</summary>
    Returned,
    LacksBoth,
    LacksFag,
    LacksBruker,

    /// <summary>Both have signed, and the gate has not opened yet.</summary>
    NotOpened,
    Both,

    /// <summary>A re-run rests on both sides' sign-offs in the earlier case (R141).</summary>
    Earlier,
}

public static class GateAgreements
{
    public static GateAgreement At(CaseFile file, Gate gate)
    {
        if (!PhaseMachine.Applies(gate, file.Flow)) return file.Rerun?.RestsOn(gate) == true ? GateAgreement.Earlier : GateAgreement.NotReached;
        var passing = file.Passed(gate);
        if (PackageAt(file, gate) is not { } package) return WithoutText(file, gate);
        return (file.SignOffs.Counting(Side.Fag, package), file.SignOffs.Counting(Side.Bruker, package)) switch
        {
            (not null, not null) => passing is null ? GateAgreement.NotOpened : GateAgreement.Both,
            (not null, null) => GateAgreement.LacksBruker,
            (null, not null) => GateAgreement.LacksFag,
            _ => GateAgreement.LacksBoth,
        };
    }

    static GateAgreement WithoutText(CaseFile file, Gate gate) =>
        file.Passings.Any(earlier => earlier.Gate == gate) ? GateAgreement.Reopened : file.SignOffs.Latest(gate) is null ? GateAgreement.NotReached : GateAgreement.Returned;

    /// <summary>The text the gate was passed with, else the one that can be signed now.</summary>
    internal static Package? PackageAt(CaseFile file, Gate gate) => file.Passed(gate) is { } passing
        ? file.SignOffs.Packages.FirstOrDefault(package => package.Gate == gate && package.Number == passing.Package)
        : file.SignOffs.Current(gate);

    /// <summary>Both sides have signed, here or in the case this one is a re-run of.</summary>
    public static bool IsJoint(this GateAgreement agreement) => agreement is GateAgreement.Both or GateAgreement.Earlier;

    public static Words Words(this GateAgreement agreement) => agreement switch
    {
        GateAgreement.Both => new("godkjent av begge sider", "godkjend av begge sider"),
        GateAgreement.Earlier => new("bygger på begges godkjenning forrige gang", "byggjer på godkjenninga frå begge førre gong"),
        GateAgreement.LacksBruker => new("godkjenning fra en brukerrepresentant mangler", "godkjenning frå ein brukarrepresentant manglar"),
        GateAgreement.LacksFag => new("godkjenning fra en fagperson mangler", "godkjenning frå ein fagperson manglar"),
        GateAgreement.LacksBoth => new("godkjenning fra begge sider mangler", "godkjenning frå begge sider manglar"),
        GateAgreement.NotOpened => new("begge sider har godkjent, men porten er ikke åpnet ennå", "begge sider har godkjent, men porten er ikkje opna enno"),
        GateAgreement.Returned => new("teksten er tilbake i felles arbeid og må godkjennes på nytt", "teksten er tilbake i felles arbeid og må godkjennast på nytt"),
        GateAgreement.Reopened => new("ble åpnet igjen og må godkjennes på nytt", "blei opna att og må godkjennast på nytt"),
        _ => new("ikke lagt frem til godkjenning ennå", "ikkje lagd fram til godkjenning enno"),
    };
}
