using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>One document in a package: exactly this version, with this hash.</summary>
public sealed record PackagedDocument(DocumentKind Kind, int Version, string Hash);

/// <summary>The frozen text both sides sign at a gate. The koordinator's freezing confirms completeness (R93) and is never sufficient.</summary>
/// <param name="Hash">SHA-256 over the documents' kinds, versions and hashes.</param>
public sealed record Package(Gate Gate, int Number, ImmutableArray<PackagedDocument> Documents, string Hash, PersonId ConfirmedBy, DateTimeOffset FrozenAt)
{
    /// <summary>A document was edited, or a change was asked for: nobody can sign this text any more.</summary>
    public DateTimeOffset? SupersededAt { get; init; }

    public bool IsCurrent => SupersededAt is null;

    public bool Holds(DocumentKind kind) => Find(kind) is not null;

    public PackagedDocument? Find(DocumentKind kind)
    {
        foreach (var document in Documents)
            if (document.Kind == kind) return document;
        return null;
    }
}

/// <summary>One person's approval of one package (R82).</summary>
/// <param name="TextVersion">Version of <see cref="SignOffText"/> that was accepted.</param>
/// <param name="SignIn">How the person was signed in.</param>
/// <param name="Paper">Set when signed on paper (R89).</param>
public sealed record SignOff(
    Gate Gate, int Package, string PackageHash, PersonId Person, Side Side, int TextVersion, string SignIn, DateTimeOffset At, PaperEvidence? Paper)
{
    public DateTimeOffset? WithdrawnAt { get; init; }

    public bool Counts => WithdrawnAt is null && (Paper is null || Paper.ConfirmedBy is not null);
}

/// <summary>A signature on paper: uploaded by one employee, confirmed by another (R89).</summary>
public sealed record PaperEvidence(string ScanHash, PersonId UploadedBy, PersonId? ConfirmedBy);

/// <summary>Endring ønsket: returns the work to joint editing; not an objection.</summary>
public sealed record ChangeWish(Gate Gate, int Package, PersonId Person, Side Side, SealedText Reason, DateTimeOffset At);

/// <summary>Packages, approvals and change wishes of a case. Append-only: a withdrawal is a new fact, nothing is erased.</summary>
public sealed record SignOffs(ImmutableArray<Package> Packages, ImmutableArray<SignOff> Given, ImmutableArray<ChangeWish> Wishes)
{
    public static SignOffs Empty { get; } = new([], [], []);

    readonly ImmutableArray<GateSigning> signings = GateSigning.OfEveryGate(Packages, Given);

    public ImmutableArray<Package> Packages
    {
        get;
        init
        {
            field = value;
            signings = GateSigning.OfEveryGate(value, Given);
        }
    } = Packages;

    public ImmutableArray<SignOff> Given
    {
        get;
        init
        {
            field = value;
            signings = GateSigning.OfEveryGate(Packages, value);
        }
    } = Given;

    /// <summary>Reminders given while sign-offs were missing (R88).</summary>
    public ImmutableArray<Reminder> Reminders { get; init; } = [];

    /// <summary>The latest package of a gate, current or not.</summary>
    public Package? Latest(Gate gate)
    {
        for (var at = Packages.Length - 1; at >= 0; at--)
            if (Packages[at].Gate == gate) return Packages[at];
        return null;
    }

    /// <summary>The package that can be signed now.</summary>
    public Package? Current(Gate gate) => At(gate).Package;

    /// <summary>A side has signed the gate's current package.</summary>
    public bool HasSigned(Side side, Gate gate) => At(gate).By(side) is not null;

    /// <summary>The gate's current package and who has signed it, found when packages or sign-offs changed and not at every question.</summary>
    /// <remarks>A request may name a gate that does not exist; nothing is signed there.</remarks>
    internal GateSigning At(Gate gate) => (uint)gate < (uint)signings.Length ? signings[(int)gate] : GateSigning.Nothing;

    public SignOff? Counting(Side side, Package package) => GateSigning.Counting(Given, side, package);

    public SignOff? Of(PersonId person, Package package) => Given.LastOrDefault(signOff =>
        signOff.Person == person && signOff.Gate == package.Gate && signOff.Package == package.Number && signOff.WithdrawnAt is null);

    public SignOffs Supersede(Gate gate, DateTimeOffset at) => this with
    {
        Packages = [.. Packages.Select(package => package.Gate == gate && package.IsCurrent ? package with { SupersededAt = at } : package)],
    };

    public SignOffs SupersedeHolding(DocumentKind kind, DateTimeOffset at)
    {
        foreach (var package in Packages)
            if (package.IsCurrent && package.Holds(kind)) return Supersede(package.Gate, at);
        return this;
    }
}

/// <summary>What can be signed at a gate now, and the sign-off of each side that counts for exactly that text.</summary>
sealed record GateSigning(Package? Package, SignOff? Fag, SignOff? Bruker)
{
    public static GateSigning Nothing { get; } = new(null, null, null);
    static readonly ImmutableArray<GateSigning> NothingAnywhere = [.. Enum.GetValues<Gate>().Select(_ => Nothing)];

    /// <summary>Both sides have signed, by two persons (R78, R79).</summary>
    public bool IsComplete { get; } = Package is not null && Fag is not null && Bruker is not null && Fag.Person != Bruker.Person;

    public SignOff? By(Side side) => side == Side.Fag ? Fag : Bruker;

    /// <summary>One for each gate, in the gates' order.</summary>
    public static ImmutableArray<GateSigning> OfEveryGate(ImmutableArray<Package> packages, ImmutableArray<SignOff> given)
    {
        if (packages.IsEmpty) return NothingAnywhere;
        var signings = NothingAnywhere.ToBuilder();
        // the latest package of a gate decides, so a superseded one takes away what stood before it
        foreach (var package in packages) signings[(int)package.Gate] = package.IsCurrent ? Of(package, given) : Nothing;
        return signings.MoveToImmutable();
    }

    static GateSigning Of(Package package, ImmutableArray<SignOff> given) => new(package, Counting(given, Side.Fag, package), Counting(given, Side.Bruker, package));

    public static SignOff? Counting(ImmutableArray<SignOff> given, Side side, Package package)
    {
        foreach (var signOff in given)
            if (signOff.Side == side && signOff.Gate == package.Gate && signOff.Package == package.Number && signOff.PackageHash == package.Hash && signOff.Counts)
                return signOff;
        return null;
    }
}

/// <summary>The short, plain text a person accepts when approving (R84). Versions are kept for ever.</summary>
public static class SignOffText
{
    public const int Current = 1;

    public static Words Version(int version) => version switch
    {
        _ => new(
            "Jeg har lest denne versjonen og godkjenner den. Jeg vet at saken ikke går videre før både fagsiden og brukersiden har godkjent den samme teksten.",
            "Eg har lese denne versjonen og godkjenner han. Eg veit at saka ikkje går vidare før både fagsida og brukarsida har godkjent den same teksten."),
    };
}
