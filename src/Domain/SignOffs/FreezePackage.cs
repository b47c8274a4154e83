using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The koordinator confirms that the gate's documents are complete (R93) and freezes them as the text both sides will sign (R78).</summary>
public sealed record FreezePackage(Gate Gate) : CaseRequest
{
    public override Act Act => Act.FreezePackage;

    public override Decision Decide(CaseContext context)
    {
        if (Require.Open(context) is { } closed) return Decision.Refuse(closed);
        if (GateDocuments.Of(Gate).IsEmpty) return Decision.Refuse(new GateHasNoPackage());
        if (PhaseMachine.Move(Gate).From != context.Case.Phase) return Decision.Refuse(new NotThisGatesPhase(Gate));
        if (context.Case.SignOffs.Current(Gate) is not null) return Decision.Refuse(new PackageAlreadyFrozen());
        ImmutableArray<Refusal> incomplete = [.. PackageCompleteness.Unmet(context, Gate)];
        return incomplete.IsEmpty ? Decision.Accept(Freeze(context)) : new Decision.Refused(incomplete);
    }

    PackageFrozen Freeze(CaseContext context)
    {
        ImmutableArray<PackagedDocument> documents = [.. GateDocuments.Of(Gate).Select(kind => Pin(context.Case.Documents.Latest(kind)!))];
        var number = context.Case.SignOffs.Packages.Count(package => package.Gate == Gate) + 1;
        return new(Gate, number, documents, Hash(Gate, documents));
    }

    static PackagedDocument Pin(DocumentVersion version) => new(version.Kind, version.Number, version.Hash ?? CanonicalWriter.Hash(version.Content));

    public static string Hash(Gate gate, ImmutableArray<PackagedDocument> documents)
    {
        using var writer = new CanonicalWriter();
        writer.Value("gate", gate.ToString());
        foreach (var document in documents)
        {
            writer.Value("kind", document.Kind.ToString());
            writer.Number("version", document.Version);
            writer.Value("hash", document.Hash);
        }

        return writer.Finish();
    }
}

public sealed record PackageFrozen(Gate Gate, int Number, ImmutableArray<PackagedDocument> Documents, string Hash) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp)
    {
        var documents = file.Documents;
        foreach (var pinned in Documents)
        {
            var document = documents.File(pinned.Kind)!;
            var frozen = document.Numbered(pinned.Version)! with { Hash = pinned.Hash };
            if (frozen.Status == DocumentStatus.Draft) frozen = frozen with { Status = DocumentStatus.Frozen };
            documents = documents.With(document with { Versions = document.Versions.SetItem(pinned.Version - 1, frozen) });
        }

        var package = new Package(Gate, Number, Documents, Hash, stamp.Person!.Value, stamp.At);
        return file with { Documents = documents, SignOffs = file.SignOffs with { Packages = file.SignOffs.Packages.Add(package) } };
    }
}

public sealed record GateHasNoPackage() : Refusal(new Words(
    "Dette steget godkjennes av lederen og har ingen dokumenter begge parter skal signere.",
    "Dette steget blir godkjent av leiaren og har ingen dokument begge partar skal signere."));

public sealed record NotThisGatesPhase(Gate Gate) : Refusal(new Words(
    $"Saken er ikke i fasen der «{Gate.Words().Nb}» gjøres. Se på sakssiden hva som gjenstår nå.",
    $"Saka er ikkje i fasen der «{Gate.Words().Nn}» blir gjort. Sjå på sakssida kva som står att no."));

public sealed record PackageAlreadyFrozen() : Refusal(new Words(
    "Teksten er allerede låst og venter på godkjenning. Rediger et dokument eller be om endring hvis noe må rettes.",
    "Teksten er alt låst og ventar på godkjenning. Rediger eit dokument eller be om endring dersom noko må rettast."));
