using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>One thing that keeps a case from <see cref="Medvirkningsgrad.Full"/>, in words that say which gate or meeting lacks what.</summary>
public abstract record Shortfall
{
    public abstract Words Says { get; }

    public sealed record AtGate(Gate Gate, GateAgreement Agreement) : Shortfall
    {
        public override Words Says => new($"{Gate.Words().Nb} ({Gate}): {Agreement.Words().Nb}.", $"{Gate.Words().Nn} ({Gate}): {Agreement.Words().Nn}.");
    }

    public sealed record InMeeting(int Meeting, MeetingType Type, ImmutableArray<Invalidity> Invalidities) : Shortfall
    {
        public override Words Says => Invalidities.Contains(Invalidity.NoBrukerrepresentant)
            ? new($"{Name} hadde ingen brukerrepresentant, og brukersiden har ikke svart på forslagene.", $"{Name} hadde ingen brukarrepresentant, og brukarsida har ikkje svart på framlegga.")
            : Invalidities.Contains(Invalidity.NoFagperson)
                ? new($"{Name} hadde ingen fagperson, og fagsiden har ikke svart på forslagene.", $"{Name} hadde ingen fagperson, og fagsida har ikkje svart på framlegga.")
                : new($"{Name} ble innkalt for sent, og brukersiden har ikke svart på forslagene.", $"{Name} blei innkalla for seint, og brukarsida har ikkje svart på framlegga.");

        string Name => $"{(Type == MeetingType.Evaluation ? "Evalueringsmøte" : "Planleggingsmøte")} (møte {Meeting})";
    }

    public sealed record Deviated(DeviationKind Kind, int Samling) : Shortfall
    {
        public override Words Says => new($"Samling {Samling} mistet det siste innslaget med erfaringskunnskap (avvik).", $"Samling {Samling} mista det siste innslaget med erfaringskunnskap (avvik).");
    }
}
