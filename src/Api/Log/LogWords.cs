using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What is found about the record, in words, with the place.</summary>
static class LogWords
{
    public static Words Of(CheckpointResult.Broken broken) => new(
        $"Loggen er ikke lenger den som ble underskrevet med {broken.Last.Checkpoint.Size} hendelser. Noe er endret, fjernet eller hentet tilbake fra en gammel kopi utenom systemet. Nye kontrollpunkter underskrives ikke. Kontroller hele loggen, og meld fra til revisor.",
        $"Loggen er ikkje lenger den som vart underskriven med {broken.Last.Checkpoint.Size} hendingar. Noko er endra, fjerna eller henta tilbake frå ein gammal kopi utanom systemet. Nye kontrollpunkt blir ikkje underskrivne. Kontroller heile loggen, og meld frå til revisor.");

    public static Words Of(CheckEntry check, string at) => check.Faults == 0
        ? new($"{at}: {check.Size} hendelser, alt stemte.", $"{at}: {check.Size} hendingar, alt stemte.")
        : new($"{at}: {check.Size} hendelser, {check.Faults} feil.", $"{at}: {check.Size} hendingar, {check.Faults} feil.");

    public static Words Of(LogFault fault) => fault.Kind switch
    {
        LogFaultKind.EventChanged => new($"Hendelse {fault.Position} i {fault.Place} er ikke den som ble lagret: innhold, navn eller plass er endret.", $"Hending {fault.Position} i {fault.Place} er ikkje den som vart lagra: innhald, namn eller plass er endra."),
        LogFaultKind.EventMissing => new($"Hendelse {fault.Position} mangler. Den er slettet.", $"Hending {fault.Position} manglar. Ho er sletta."),
        LogFaultKind.LeafMissing => new($"Hendelse {fault.Position} mangler i bevisloggen. Den er satt inn utenom systemet, eller leddet i loggen er slettet.", $"Hending {fault.Position} manglar i bevisloggen. Ho er sett inn utanom systemet, eller leddet i loggen er sletta."),
        LogFaultKind.StreamBroken => new($"Rekkefølgen i {fault.Place} er brutt ved hendelse {fault.Position}.", $"Rekkjefølgja i {fault.Place} er broten ved hending {fault.Position}."),
        LogFaultKind.CheckpointDiffers => new($"Kontrollpunktet med {fault.Position} hendelser stemmer ikke. Noe mellom hendelse {fault.After + 1} og {fault.Position} er skrevet om etter at det ble underskrevet.", $"Kontrollpunktet med {fault.Position} hendingar stemmer ikkje. Noko mellom hending {fault.After + 1} og {fault.Position} er skrive om etter at det vart underskrive."),
        LogFaultKind.RecordCut => new($"Det er underskrevet et kontrollpunkt med {fault.Position} hendelser, men det er bare {fault.After}. De siste er fjernet, eller databasen er en gammel kopi.", $"Det er underskrive eit kontrollpunkt med {fault.Position} hendingar, men det er berre {fault.After}. Dei siste er fjerna, eller databasen er ein gammal kopi."),
        LogFaultKind.CheckpointUnsigned => new($"Kontrollpunktet med {fault.Position} hendelser er ikke underskrevet med noen av loggens nøkler.", $"Kontrollpunktet med {fault.Position} hendingar er ikkje underskrive med nokon av nøklane til loggen."),
        LogFaultKind.HeadsDiffer => new($"Sakene slutter ikke der kontrollpunktet med {fault.Position} hendelser sier. Hele hendelser er flyttet eller fjernet fra en sak.", $"Sakene sluttar ikkje der kontrollpunktet med {fault.Position} hendingar seier. Heile hendingar er flytte eller fjerna frå ei sak."),
        LogFaultKind.NodeDiffers => new($"En mellomregning for hendelse {fault.After + 1} til {fault.Position} er endret. Bevis som bygger på den, blir feil; hendelsene selv er hele.", $"Ei mellomrekning for hending {fault.After + 1} til {fault.Position} er endra. Bevis som byggjer på henne, blir feil; hendingane sjølve er heile."),
        LogFaultKind.TextChanged => new($"En tekst passer ikke til det hendelsen lover om den ({fault.Place}). Teksten er endret.", $"Ein tekst passar ikkje til det hendinga lovar om han ({fault.Place}). Teksten er endra."),
        LogFaultKind.TextMissing => new($"En tekst i hendelse {fault.Position} er borte uten at noen har bestemt at den skulle slettes ({fault.Place}).", $"Ein tekst i hending {fault.Position} er borte utan at nokon har bestemt at han skulle slettast ({fault.Place})."),
        LogFaultKind.TextNotErased => new($"Hendelse {fault.Position} sier at en tekst er slettet, men teksten er der fortsatt ({fault.Place}).", $"Hending {fault.Position} seier at ein tekst er sletta, men teksten er der framleis ({fault.Place})."),
        LogFaultKind.ErasureUndecided => new($"Hendelse {fault.Position} sier at tekster i {fault.Place} er slettet, men to personer har ikke bestemt det.", $"Hending {fault.Position} seier at tekstar i {fault.Place} er sletta, men to personar har ikkje bestemt det."),
        _ => new($"Et lagret innhold passer ikke til avtrykket sitt ({fault.Place}). Innholdet er byttet ut.", $"Eit lagra innhald passar ikkje til avtrykket sitt ({fault.Place}). Innhaldet er bytt ut."),
    };
}
