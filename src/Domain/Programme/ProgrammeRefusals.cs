using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>R53.</summary>
public sealed record FagItemMissing() : Refusal(new Words(
    "Programmet mangler et faginnlegg som en fagperson har ansvar for. Legg inn minst ett.",
    "Programmet manglar eit faginnlegg som ein fagperson har ansvar for. Legg inn minst eitt."));

/// <summary>R54.</summary>
public sealed record LivedExperienceMissing() : Refusal(new Words(
    "Programmet mangler et erfaringsinnlegg som en brukerrepresentant eller en annen erfaren bruker har ansvar for. Legg inn minst ett.",
    "Programmet manglar eit erfaringsinnlegg som ein brukarrepresentant eller ein annan erfaren brukar har ansvar for. Legg inn minst eitt."));

/// <summary>R55.</summary>
public sealed record ExchangeOfExperienceMissing() : Refusal(new Words(
    "Programmet mangler tid der deltakerne utveksler erfaringer. Legg inn minst én post av typen erfaringsutveksling.",
    "Programmet manglar tid der deltakarane utvekslar erfaringar. Legg inn minst éin post av typen erfaringsutveksling."));

/// <summary>R56.</summary>
public sealed record MestringItemMissing() : Refusal(new Words(
    "Ingen post i programmet er merket «mestring». Merk minst én post som handler om å mestre livet med utfordringen.",
    "Ingen post i programmet er merkt «meistring». Merk minst éin post som handlar om å meistre livet med utfordringa."));

/// <summary>R57.</summary>
public sealed record SamlingDateMissing(int Samling) : Refusal(new Words(
    $"Samling {Samling} mangler dato. Skriv datoen.", $"Samling {Samling} manglar dato. Skriv datoen."));

/// <summary>R57.</summary>
public sealed record SamlingIsEmpty(int Samling) : Refusal(new Words(
    $"Samling {Samling} har ingen poster. Legg inn poster, eller fjern samlingen.", $"Samling {Samling} har ingen postar. Legg inn postar, eller ta bort samlinga."));

/// <summary>R57.</summary>
public sealed record ItemIncomplete(int Samling, TimeOnly? Start, ImmutableArray<Words> Missing) : Refusal(new Words(
    $"{ProgrammeNames.Place(Samling, Start).Nb} mangler {string.Join(", ", Missing.Select(what => what.Nb))}. Fyll ut.",
    $"{ProgrammeNames.Place(Samling, Start).Nn} manglar {string.Join(", ", Missing.Select(what => what.Nn))}. Fyll ut."));

/// <summary>R58.</summary>
public sealed record ItemsOverlap(int Samling, TimeOnly First, TimeOnly Second) : Refusal(new Words(
    $"Samling {Samling}: postene kl. {ProgrammeNames.Clock(First)} og kl. {ProgrammeNames.Clock(Second)} overlapper. Flytt en av dem, eller gi dem samme gruppenummer hvis de går parallelt.",
    $"Samling {Samling}: postane kl. {ProgrammeNames.Clock(First)} og kl. {ProgrammeNames.Clock(Second)} overlappar. Flytt ein av dei, eller gi dei same gruppenummer dersom dei går parallelt."));

/// <summary>R60.</summary>
public sealed record StretchTooLong(int Samling, int Minutes, int Longest) : Refusal(new Words(
    $"Samling {Samling} har {Minutes} minutter uten pause. Vurder en pause etter høyst {Longest} minutter.",
    $"Samling {Samling} har {Minutes} minutt utan pause. Vurder ein pause etter høgst {Longest} minutt."));

/// <summary>R61.</summary>
public sealed record LittleUserParticipation() : Refusal(new Words(
    "Brukere med egen erfaring er med i under en fjerdedel av tiden. Vurder om de bør ha ansvar for mer, alene eller sammen med fagpersoner.",
    "Brukarar med eiga erfaring er med i under ein fjerdedel av tida. Vurder om dei bør ha ansvar for meir, åleine eller saman med fagpersonar."));

/// <summary>R62.</summary>
public sealed record OralEvaluationMissing(int Samling) : Refusal(new Words(
    $"Samling {Samling} slutter ikke med en muntlig evaluering på minst 5 minutter. Legg den inn til slutt, eller skriv hvorfor den ikke trengs.",
    $"Samling {Samling} sluttar ikkje med ei munnleg evaluering på minst 5 minutt. Legg ho inn til slutt, eller skriv kvifor ho ikkje trengst."));

/// <summary>R63.</summary>
public sealed record ExpectationsMissing() : Refusal(new Words(
    "Den første samlingen mangler tid til forventninger og grupperegler. Vurder å legge det inn tidlig i programmet.",
    "Den første samlinga manglar tid til forventningar og gruppereglar. Vurder å leggje det inn tidleg i programmet."));

/// <summary>R64.</summary>
public sealed record StructureDeviates(int Samling) : Refusal(new Words(
    $"Samling {Samling} er bygd opp annerledes enn den første. Fast oppbygning gir trygghet; se om det er meningen.",
    $"Samling {Samling} er bygd opp annleis enn den første. Fast oppbygging gir tryggleik; sjå om det er meininga."));

/// <summary>R65.</summary>
public sealed record LeadersNeedReason() : Refusal(new Words(
    "Et kurs har vanligvis to kursledere, og minst én av dem har egen erfaring. Velg kursledere, eller skriv hvorfor det er annerledes her.",
    "Eit kurs har vanlegvis to kursleiarar, og minst éin av dei har eiga erfaring. Vel kursleiarar, eller skriv kvifor det er annleis her."));
