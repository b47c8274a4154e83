namespace LmsWorkflow.Domain;

/// <summary>Somebody outside may from now on co-sign checkpoints, with this key.</summary>
/// <param name="Key">A public key of the kind witnesses have, as <c>lms witness --new-key</c> writes it.</param>
/// <param name="Name">The organisation's name, shown to everybody. No person's.</param>
public sealed record AdmitWitness(string Key, string Name) : LogRequest
{
    const int LongestName = 100;

    public override Act Act => Act.ManageLog;

    public override Decision Decide(LogBook book)
    {
        var key = NoteKey.Read(Key);
        return Decision.Unless(
            [
                key is not { Kind: NoteKey.Cosignature } ? new WitnessKeyUnreadable() : null,
                string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName ? new WitnessNameMissing() : null,
                key is not null && book.Witness(key.Write()) is not null ? new WitnessAlreadyAdmitted() : null,
            ],
            () => [new WitnessAdmitted(key!.Write(), Name.Trim())]);
    }
}

public sealed record WitnessAdmitted(string Key, string Name) : LogFact
{
    public override LogBook Apply(LogBook book, Stamp stamp) => book with { Witnesses = book.Witnesses.Add(new(Key, Name, stamp.At, null)) };
}

public sealed record WitnessKeyUnreadable(string Field = "key") : Refusal(new Words(
    "Nøkkelen kan ikke leses. Be vitnet sende linjen de fikk da de laget nøkkelen; den har form navn+åtte tegn+resten.",
    "Nøkkelen kan ikkje lesast. Be vitnet sende linja dei fekk då dei laga nøkkelen; ho har form namn+åtte teikn+resten."));

public sealed record WitnessNameMissing(string Field = "name") : Refusal(new Words(
    "Skriv navnet på organisasjonen, med høyst 100 tegn.", "Skriv namnet på organisasjonen, med høgst 100 teikn."));

public sealed record WitnessAlreadyAdmitted(string Field = "key") : Refusal(new Words("Dette vitnet er allerede godtatt.", "Dette vitnet er alt godteke."));
