using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>What a text that lies apart is, to people.</summary>
public static class FieldNames
{
    public static Words Of(string field) => field switch
    {
        RetentionKinds.TitleField => new("Tittel", "Tittel"),
        RetentionKinds.ContactField => RetentionNames.Of(RetentionKind.Contacts),
        "person.name" => new("Navn", "Namn"),
        "definition.note" => new("Merknad", "Merknad"),
        "definition.refusal" or "move.refusal" => new("Hvorfor det ble sagt nei", "Kvifor det vart sagt nei"),
        "appointment.channelReason" => new("Hvorfor ikke gjennom brukerorganisasjonen", "Kvifor ikkje gjennom brukarorganisasjonen"),
        "cancel.reason" => new("Hvorfor saken ble avlyst", "Kvifor saka vart avlyst"),
        "hold.reason" => new("Hvorfor saken ble satt på vent", "Kvifor saka vart sett på vent"),
        "changeRequest.reason" => new("Hva som må endres, og hvorfor", "Kva som må endrast, og kvifor"),
        "objection.reason" => new("Innsigelsen", "Innseiinga"),
        "objection.alternative" => new("Forslag i stedet", "Forslag i staden"),
        "objection.risk" => new("Risiko", "Risiko"),
        "objection.safeAlternative" => new("Et tryggere alternativ", "Eit tryggare alternativ"),
        "escalation.reason" => new("Begrunnelse for avgjørelsen", "Grunngiving for avgjerda"),
        "run.postponed" => new("Hvorfor kurset ble utsatt", "Kvifor kurset vart utsett"),
        "waitinglist.reason" => new("Hvorfor rekkefølgen ble endret", "Kvifor rekkjefølgja vart endra"),
        "retention.reason" => new("Hvorfor", "Kvifor"),
        "erasure.reason" => new("Hvorfor det ble foreslått", "Kvifor det vart føreslått"),
        "erasure.answer" => new("Hvorfor teksten ble stående", "Kvifor teksten vart ståande"),
        "linje.tekst" => new("Budsjettlinje", "Budsjettlinje"),
        "post.tittel" => new("Post i programmet", "Post i programmet"),
        "post.metode" => new("Metode", "Metode"),
        "samling.sted" => new("Sted for samlingen", "Stad for samlinga"),
        "samling.begrunnelse" or "tema.begrunnelse" or "kursleder.begrunnelse" => new("Begrunnelse", "Grunngiving"),
        _ when field.EndsWith(".navn", StringComparison.Ordinal) => new("Navn", "Namn"),
        _ when IsOfDocument(field, out var kind) => new($"{DocumentNames.Of(kind).Nb} ({field[4..]})", $"{DocumentNames.Of(kind).Nn} ({field[4..]})"),
        _ => Words.Same(field),
    };

    static bool IsOfDocument(string field, out DocumentKind kind) => Enum.TryParse(field.Split('.')[0], out kind) && Enum.IsDefined(kind) && field.Length > 4;
}
