using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>What a text that lies apart is, to people.</summary>
public static class FieldNames
{
    /// <param name="forms">Of the case it is in; a form's field is called what it is called there.</param>
    public static Words Of(string field, FormCatalogue forms) => field switch
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
        _ when IsOfDocument(field, out var kind) => OfDocument(kind, Label(forms[kind], field[4..]) ?? Written(field)),
        _ => Words.Same(field),
    };

    static bool IsOfDocument(string field, out DocumentKind kind) => Enum.TryParse(field.Split('.')[0], out kind) && Enum.IsDefined(kind) && field.Length > 4;

    static Words OfDocument(DocumentKind kind, Words label) => new($"{DocumentNames.Of(kind).Nb}: {label.Nb}", $"{DocumentNames.Of(kind).Nn}: {label.Nn}");

    /// <summary>A column of a list is called by both names.</summary>
    static Words? Label(FormDefinition? form, string key)
    {
        if (form?.Field(key) is { } field) return field.Label;
        if (key.Split('.') is not [var name, var within] || form?.Field(name) is not { } list || list.Columns.FirstOrDefault(column => column.Key == within) is not { } column) return null;
        return new($"{list.Label.Nb}, {column.Label.Nb}", $"{list.Label.Nn}, {column.Label.Nn}");
    }

    /// <summary>What is written in an act of its own.</summary>
    static Words Written(string field) => field switch
    {
        "D01.behov" => new("Behovet", "Behovet"),
        "D01.malgruppe" => new("Målgruppe", "Målgruppe"),
        "D03.formal" => new("Formål", "Føremål"),
        "D03.forlop" => new("Pasientforløp", "Pasientforløp"),
        "D03.nullbegrunnelse" => new("Hvorfor det ikke er satt av penger til medvirkning", "Kvifor det ikkje er sett av pengar til medverknad"),
        "D06.oppgave" => new("Oppgaven", "Oppgåva"),
        "D06.ikkeoppgave" => new("Dette er ikke oppgaven", "Dette er ikkje oppgåva"),
        "D06.tidsbruk" => new("Forventet tidsbruk", "Forventa tidsbruk"),
        "D06.stotte" => new("Støtte", "Støtte"),
        "D06.vilkar" => new("Vilkår", "Vilkår"),
        "D09.sak" => new("Sak", "Sak"),
        "D09.sted" => new("Sted", "Stad"),
        "D09.avlysning" => new("Hvorfor møtet ble avlyst", "Kvifor møtet vart avlyst"),
        "D10.drofting" => new("Drøftingen", "Drøftinga"),
        "D10.vedtak" => new("Det som ble bestemt", "Det som vart bestemt"),
        "D10.samarbeid" => new("Hvordan samarbeidet gikk", "Korleis samarbeidet gjekk"),
        "D10.forslag" => new("Forslag", "Forslag"),
        "D10.avvist" => new("Hvorfor forslaget ble avvist", "Kvifor forslaget vart avvist"),
        "D10.rettelse" => new("Rettelse", "Retting"),
        "D10.kommentar" => new("Kommentar", "Kommentar"),
        "D12.endring.grunn" => new("Hvorfor endringen ble behandlet slik", "Kvifor endringa vart behandla slik"),
        "D20.muntlig" => new("Muntlig evaluering", "Munnleg evaluering"),
        "D20.justering" => new("Justeringer", "Justeringar"),
        "D20.endring" => new("Endring i programmet", "Endring i programmet"),
        "D20.endringsgrunn" => new("Hvorfor programmet ble endret", "Kvifor programmet vart endra"),
        "D22.svar" => new("Svar", "Svar"),
        "D22.omskrevet" => new("Omskrevet svar", "Omskrive svar"),
        "D22.tema" => new("Temaer", "Tema"),
        SealedSlip.Field or SealedRatings.Field => new("Avkryssing", "Avkryssing"),
        KeptAnswers.Field or KeptRatings.Field => new("Tall", "Tal"),
        "D23.annerledes" => new("Hva som bør gjøres annerledes", "Kva som bør gjerast annleis"),
        "D24.laringspunkt" => new("Læringspunkt", "Læringspunkt"),
        "D24.endring" => new("Forslag til endring", "Framlegg til endring"),
        "D24.anbefaling" or "D25.begrunnelse" => new("Begrunnelse", "Grunngiving"),
        _ => Words.Same(field[4..]),
    };
}
