namespace LmsWorkflow.Domain;

/// <summary>A gate was passed; the case is in the next phase. Only ever decided through <see cref="PhaseMachine"/>.</summary>
/// <param name="Package">The package both sides had signed at that instant; null at G0 and G4b.</param>
public sealed record GatePassed(Gate Gate, int? Package) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Phase = PhaseMachine.Move(Gate).To,
        Passings = file.Passings.Add(new(Gate, stamp.At, Package, null)),
        Documents = Package is null ? file.Documents : SignedOff(file),
    };

    /// <summary>The act of passing, decided by the guard: a fact, or what is missing.</summary>
    public static Decision Decide(CaseContext context, Gate gate)
    {
        var unmet = PhaseMachine.Unmet(context, gate);
        return unmet.IsEmpty
            ? Decision.Accept(new GatePassed(gate, context.Case.SignOffs.Current(gate)?.Number))
            : new Decision.Refused(unmet);
    }

    DocumentSet SignedOff(CaseFile file)
    {
        var documents = file.Documents;
        foreach (var pinned in file.SignOffs.Latest(Gate)!.Documents)
        {
            var document = documents.File(pinned.Kind)!;
            var version = document.Numbered(pinned.Version)! with { Status = DocumentStatus.SignedOff };
            documents = documents.With(document with { Versions = document.Versions.SetItem(pinned.Version - 1, version) });
        }

        return documents;
    }
}

/// <summary>A passed gate closed again (N3, R86): the later phase is interrupted and the work leads back to joint editing.</summary>
public sealed record GateReopened(Gate Gate, ReopenCause Cause) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Phase = PhaseMachine.Move(Gate).From,
        Passings = [.. file.Passings.Select(passing => passing.ReopenedAt is null && passing.Gate >= Gate ? passing with { ReopenedAt = stamp.At } : passing)],
    };
}
