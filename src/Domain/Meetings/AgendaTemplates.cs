using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Template for a meeting: three for planning, one for evaluation, one for dialogue (domain notes §4.5, R49).</summary>
public enum MeetingTemplate { None, P1, P2, P3, E1, Dialogue }

/// <summary>Standard topics by key. A key's words may be polished, its meaning never changes: facts hold the key.</summary>
public static class AgendaTemplates
{
    static readonly ImmutableArray<(string Key, Words Title)> Topics =
    [
        ("P1.1", new("Velkommen og presentasjon", "Velkomen og presentasjon")),
        ("P1.2", new("Hva betyr likeverdig samarbeid hos oss", "Kva betyr likeverdig samarbeid hos oss")),
        ("P1.3", new("Mandat og forankring", "Mandat og forankring")),
        ("P1.4", new("Gjennomgang av behovsvurderingen – erfaringssiden først", "Gjennomgang av behovsvurderinga – erfaringssida først")),
        ("P1.5", new("Målgruppe og mål", "Målgruppe og mål")),
        ("P1.6", new("Møteplan, honorar og reise", "Møteplan, honorar og reise")),
        ("P1.7", new("Oppgaver", "Oppgåver")),
        ("P1.8", new("Runde: hvordan var møtet?", "Runde: korleis var møtet?")),
        ("P2.1", new("Godkjenne referat", "Godkjenne referat")),
        ("P2.2", new("Siden sist", "Sidan sist")),
        ("P2.3", new("Tema og rekkefølge", "Tema og rekkjefølgje")),
        ("P2.4", new("Hvem gjør hva (fag / erfaring / sammen)", "Kven gjer kva (fag / erfaring / saman)")),
        ("P2.5", new("Metoder og pauser", "Metodar og pausar")),
        ("P2.6", new("Rammer og budsjett", "Rammer og budsjett")),
        ("P2.7", new("Oppgaver", "Oppgåver")),
        ("P2.8", new("Runde: hvordan var møtet?", "Runde: korleis var møtet?")),
        ("P3.1", new("Godkjenne referat", "Godkjenne referat")),
        ("P3.2", new("Programmet ferdig", "Programmet ferdig")),
        ("P3.3", new("Kunngjøringen lest i klarspråk", "Kunngjeringa lesen i klarspråk")),
        ("P3.4", new("Evalueringsopplegg", "Evalueringsopplegg")),
        ("P3.5", new("Oppfølging etter kurset", "Oppfølging etter kurset")),
        ("P3.6", new("Klar for godkjenning?", "Klar for godkjenning?")),
        ("P3.7", new("Runde: hvordan var møtet?", "Runde: korleis var møtet?")),
        ("E1.1", new("Tall og svar", "Tal og svar")),
        ("E1.2", new("Innhold, pedagogikk og teknikk", "Innhald, pedagogikk og teknikk")),
        ("E1.3", new("Brukerinnleggene", "Brukarinnlegga")),
        ("E1.4", new("Samarbeidet og oppgavefordelingen", "Samarbeidet og oppgåvefordelinga")),
        ("E1.5", new("Endringer til neste gang", "Endringar til neste gong")),
        ("E1.6", new("Anbefaling: fortsette, revidere eller avslutte", "Tilråding: halde fram, revidere eller avslutte")),
        ("E1.7", new("Takk og oppfølging av brukerrepresentantene", "Takk og oppfølging av brukarrepresentantane")),
        ("Gjentak.1", new("Endringslisten fra forrige gang: gjort, utsatt eller avvist", "Endringslista frå førre gong: gjort, utsett eller avvist")),
        ("Tema.1", new("De seks temaene: hvem har hva, og skal noe byttes ut?", "Dei seks temaa: kven har kva, og skal noko bytast ut?")),
        ("Barn.1", new("Politiattest, samtykke og forsamtaler", "Politiattest, samtykke og forsamtalar")),
        ("Barn.2", new("Samlingene med foreldre", "Samlingane med foreldre")),
        ("Barn.3", new("Hvordan vi spør barn og unge til råds", "Korleis vi spør barn og unge til råds")),
        ("Barn.4", new("Ettersamtaler og veien videre for familiene", "Ettersamtalar og vegen vidare for familiane")),
        ("Helsepedagogikk.1", new("Deltakere fra sykehus, kommuner og brukerorganisasjoner", "Deltakarar frå sjukehus, kommunar og brukarorganisasjonar")),
        ("Dialogue.1", new("Innsigelsen, fortalt av den som meldte den", "Innseiinga, fortald av den som melde ho")),
        ("Dialogue.2", new("Hva vi er enige om, og hva vi er uenige om", "Kva vi er samde om, og kva vi er usamde om")),
        ("Dialogue.3", new("Mulige løsninger", "Moglege løysingar")),
        ("Dialogue.4", new("Veien videre", "Vegen vidare")),
    ];

    static readonly ImmutableDictionary<string, Words> ByKey = Topics.ToImmutableDictionary(topic => topic.Key, topic => topic.Title);

    /// <summary>Keys of a template's topics, in order.</summary>
    public static ImmutableArray<string> Of(MeetingTemplate template) =>
        template == MeetingTemplate.None ? [] : [.. Topics.Where(topic => topic.Key.StartsWith($"{template}.", StringComparison.Ordinal)).Select(topic => topic.Key)];

    /// <summary>What a standard topic is called, or null when the key is unknown.</summary>
    public static Words? Title(string key) => ByKey.GetValueOrDefault(key);
}
