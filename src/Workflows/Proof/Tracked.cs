using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>How a gate's text stands, as far as the drawing tells.</summary>
enum TextStanding
{
    /// <summary>Nothing can be said.</summary>
    Unknown,

    /// <summary>Frozen, and nobody has asked for anything since.</summary>
    Frozen,

    /// <summary>Sent back for change, or the gate was opened again.</summary>
    Returned,

    /// <summary>There is an objection.</summary>
    Objected,
}

/// <summary>What went wrong on a path.</summary>
enum Breach
{
    None,

    /// <summary>A gate was passed without both sides' valid sign-off of its documents.</summary>
    NotSigned,

    /// <summary>A gate was passed although the sign-off was refused.</summary>
    Refused,

    /// <summary>A gate that the leader decides was passed without the decision.</summary>
    NotDecided,

    /// <summary>A gate was passed in another phase than its own.</summary>
    GateOutOfTurn,

    /// <summary>A phase was entered while the gate before it was closed.</summary>
    PhaseOutOfTurn,

    /// <summary>A refused text went to sign-off again without joint work.</summary>
    NoJointWork,

    /// <summary>The case was closed before its last gate.</summary>
    ClosedEarly,
}

/// <summary>What the proof of participation keeps track of, in one word: the phase, and for each gate who has signed and how the text stands.</summary>
readonly record struct Tracked(ulong Word)
{
    const int PhaseBits = 3;
    const int GateBits = 7;

    public static Tracked At(Phase phase) => new((ulong)phase);

    public Phase Phase => (Phase)(Word & 7);

    public Breach Breach => (Breach)(Word >> 60);

    /// <summary>The gate, or phase, that the breach is about.</summary>
    public int BreachAt => (int)(Word >> 56) & 15;

    public bool HasSigned(Gate gate, Side side) => (Of(gate) & (side == Side.Fag ? 1ul : 2ul)) != 0;

    public bool IsDecided(Gate gate) => (Of(gate) & 4) != 0;

    public bool OwesJointWork(Gate gate) => (Of(gate) & 8) != 0;

    public TextStanding Standing(Gate gate) => (TextStanding)(Of(gate) >> 4 & 3);

    /// <summary>It was passed, and has been closed since.</summary>
    public bool IsReopened(Gate gate) => (Of(gate) & 64) != 0;

    public Tracked In(Phase phase) => new((Word & ~7ul) | (ulong)phase);

    public Tracked Signed(Gate gate, Side side) => With(gate, Of(gate) | (side == Side.Fag ? 1ul : 2ul));

    public Tracked Unsigned(Gate gate) => With(gate, Of(gate) & ~3ul);

    public Tracked Decided(Gate gate) => With(gate, Of(gate) | 4);

    public Tracked Owing(Gate gate, bool owes) => With(gate, owes ? Of(gate) | 8 : Of(gate) & ~8ul);

    public Tracked Standing(Gate gate, TextStanding standing) => With(gate, (Of(gate) & ~48ul) | ((ulong)standing << 4));

    public Tracked Cleared(Gate gate) => With(gate, 0);

    /// <summary>Nothing said of its text holds any more; that it has been passed before still does.</summary>
    public Tracked Forgotten(Gate gate) => With(gate, Of(gate) & 64);

    public Tracked Reopened(Gate gate) => With(gate, Of(gate) | 64);

    /// <summary>As it was when it went wrong.</summary>
    public Tracked Broken(Breach breach, int at) => new(Word | ((ulong)breach << 60) | ((ulong)at << 56));

    ulong Of(Gate gate) => Word >> Shift(gate) & 127;

    Tracked With(Gate gate, ulong bits) => new((Word & ~(127ul << Shift(gate))) | (bits << Shift(gate)));

    static int Shift(Gate gate) => PhaseBits + (int)gate * GateBits;
}
