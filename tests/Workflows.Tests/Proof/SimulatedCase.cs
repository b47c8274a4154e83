using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>What happened that must not happen while the guard is switched off.</summary>
enum Wrong
{
    None,

    /// <summary>A gate without both sides' valid sign-off of all its documents, or without the leader's decision.</summary>
    Unsigned,

    /// <summary>A gate, a phase or the closing out of turn.</summary>
    OutOfTurn,

    /// <summary>A text somebody refused was signed again before the parties had worked on it together.</summary>
    NoJointWork,
}

/// <summary>A case as small as it can be: the phase, and for each gate how its text stands and who has signed what. Written without a look at what the proof keeps track of.</summary>
sealed class SimulatedCase(Phase first)
{
    readonly GateText[] gates = new GateText[6];

    public Phase Phase { get; private set; } = first;

    /// <summary>Messages and signals from outside that have come; each comes once.</summary>
    public int Heard { get; set; }

    public SimulatedCase Copy()
    {
        var copy = new SimulatedCase(Phase) { Heard = Heard };
        gates.CopyTo(copy.gates, 0);
        return copy;
    }

    public string Key => $"{(int)Phase}.{Heard}.{string.Join('.', gates.Select(gate => gate.Bits))}";

    public bool IsFrozen(Gate gate) => gates[(int)gate].Has(GateText.Frozen);

    public bool IsObjected(Gate gate) => gates[(int)gate].Has(GateText.Objected);

    public bool IsReturned(Gate gate) => gates[(int)gate].Has(GateText.Returned);

    public bool OwesJointWork(Gate gate) => gates[(int)gate].Has(GateText.Owes);

    public FeelValue Ask(Gate gate, string question) => FeelValue.Of(question switch
    {
        "ready" => MayPass(gate),
        "passed" => Phase > PhaseMachine.Move(gate).From,
        "signed" => HasSigned(gate, Side.Fag, GateDocuments.Of(gate)) && HasSigned(gate, Side.Bruker, GateDocuments.Of(gate)),
        "frozen" => IsFrozen(gate),
        "returned" or "changeRequested" => IsReturned(gate),
        "objected" => IsObjected(gate),
        "escalated" => gates[(int)gate].Has(GateText.Escalated),
        "reopened" => gates[(int)gate].Has(GateText.Reopened),
        _ => false,
    });

    /// <summary>What the guard asks, as far as it is about participation.</summary>
    public bool MayPass(Gate gate) => Phase == PhaseMachine.Move(gate).From && IsSigned(gate);

    public bool IsSigned(Gate gate) => gate is Gate.G0 or Gate.G4b
        ? gates[(int)gate].Has(GateText.Decided)
        : IsFrozen(gate) && !IsObjected(gate) && HasSigned(gate, Side.Fag, GateDocuments.Of(gate)) && HasSigned(gate, Side.Bruker, GateDocuments.Of(gate));

    public bool HasSigned(Gate gate, Side side, IEnumerable<DocumentKind> documents) => gates[(int)gate].HasSigned(side, Mask(gate, documents));

    public void Pass(Gate gate)
    {
        Phase = PhaseMachine.Move(gate).To;
        gates[(int)gate] = default;
    }

    public void Sign(Gate gate, Side side, IEnumerable<DocumentKind> documents) => gates[(int)gate] = gates[(int)gate].Signed(side, Mask(gate, documents));

    public void Decide(Gate gate) => Set(gate, GateText.Decided);

    public void Freeze(Gate gate) => gates[(int)gate] = gates[(int)gate].Unsigned().With(GateText.Frozen).Without(GateText.Returned);

    /// <summary>A frozen text that is changed is frozen no longer (R83).</summary>
    public void Edit(Gate gate)
    {
        if (IsFrozen(gate)) SendBack(gate);
        gates[(int)gate] = gates[(int)gate].Unsigned();
    }

    public void AskForChange(Gate gate)
    {
        SendBack(gate);
        Set(gate, GateText.Owes);
    }

    /// <summary>Sign-offs stay as long as the text does (R97).</summary>
    public void Object(Gate gate) => Set(gate, GateText.Objected | GateText.Owes);

    public void Withdraw(Gate gate) => gates[(int)gate] = gates[(int)gate].Without(GateText.Objected | GateText.Escalated);

    public void AgreeOnNewText(Gate gate)
    {
        Withdraw(gate);
        SendBack(gate);
    }

    public void Escalate(Gate gate) => Set(gate, GateText.Escalated);

    public void ReturnWithGuidance(Gate gate) => gates[(int)gate] = gates[(int)gate].Without(GateText.Escalated);

    public void WorkedTogether(Gate gate) => gates[(int)gate] = gates[(int)gate].Without(GateText.Owes);

    public void Reopen(Gate gate, bool byObjection)
    {
        for (var later = gate; later <= Gate.G4b; later++) gates[(int)later] = default;
        Phase = PhaseMachine.Move(gate).From;
        Set(gate, GateText.Reopened | GateText.Owes | (byObjection ? GateText.Objected | GateText.Frozen : GateText.Returned));
    }

    void SendBack(Gate gate) => gates[(int)gate] = gates[(int)gate].Unsigned().With(GateText.Returned).Without(GateText.Frozen);

    void Set(Gate gate, int bits) => gates[(int)gate] = gates[(int)gate].With(bits);

    static int Mask(Gate gate, IEnumerable<DocumentKind> documents) =>
        documents.Aggregate(0, (mask, document) => GateDocuments.Of(gate).IndexOf(document) is var at && at >= 0 ? mask | 1 << at : mask);

    readonly record struct GateText(int Bits)
    {
        public const int Frozen = 1, Returned = 2, Objected = 4, Escalated = 8, Reopened = 16, Decided = 32, Owes = 64;

        /// <summary>Beside the documents: something has been signed at all.</summary>
        const int Something = 64;

        public bool Has(int bits) => (Bits & bits) == bits;

        public GateText With(int bits) => new(Bits | bits);

        public GateText Without(int bits) => new(Bits & ~bits);

        public GateText Unsigned() => new(Bits & 255);

        public GateText Signed(Side side, int documents) => new(Bits | (documents | Something) << At(side));

        public bool HasSigned(Side side, int documents) => (Bits >> At(side) & (documents | Something)) == (documents | Something);

        static int At(Side side) => side == Side.Fag ? 8 : 16;
    }
}
