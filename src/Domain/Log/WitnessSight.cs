namespace LmsWorkflow.Domain;

/// <summary>Whether a checkpoint goes on from the last one somebody outside has kept. Says no unless everything is shown.</summary>
public static class WitnessSight
{
    /// <summary>Null when it does; else what is wrong.</summary>
    /// <param name="last">The last one seen; null: this is the first.</param>
    public static Words? Unmet(Checkpoint? last, WitnessRequest request)
    {
        if (Checkpoint.Read(request.Note.Text) is not { } now) return new("Dette er ikke et kontrollpunkt.", "Dette er ikkje eit kontrollpunkt.");
        if (last is null) return null;
        if (now.Origin != last.Origin) return new(
            $"Kontrollpunktet er fra en annen logg ({now.Origin}) enn det forrige ({last.Origin}).", $"Kontrollpunktet er frå ein annan logg ({now.Origin}) enn det førre ({last.Origin}).");
        if (now.Size < last.Size) return new(
            $"Loggen er blitt kortere: forrige kontrollpunkt hadde {last.Size} hendelser, dette har {now.Size}. Noe er fjernet, eller databasen er en gammel kopi.",
            $"Loggen er blitt kortare: førre kontrollpunkt hadde {last.Size} hendingar, dette har {now.Size}. Noko er fjerna, eller databasen er ein gammal kopi.");
        if (now.Size == last.Size && now.Text() != last.Text()) return new(
            $"Loggen har to utgaver: to kontrollpunkter med {now.Size} hendelser er forskjellige.", $"Loggen har to utgåver: to kontrollpunkt med {now.Size} hendingar er ulike.");
        if (now.Size == last.Size) return null;
        if (request.Old != last.Size) return new(
            $"Det følger ikke med bevis for at loggen går videre fra {last.Size} hendelser. Be om filen på nytt, med bevis fra {last.Size}.",
            $"Det følgjer ikkje med prov for at loggen går vidare frå {last.Size} hendingar. Be om fila på nytt, med prov frå {last.Size}.");
        return MerkleProof.IsConsistent(last.Size, last.Root, now.Size, now.Root, request.Proof) ? null : new(
            $"Loggen går ikke videre fra det forrige kontrollpunktet. Noe blant de første {last.Size} hendelsene er endret, fjernet eller satt inn etter at du så dem.",
            $"Loggen går ikkje vidare frå det førre kontrollpunktet. Noko blant dei første {last.Size} hendingane er endra, fjerna eller sett inn etter at du såg dei.");
    }
}
