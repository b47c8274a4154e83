using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>What documents and their states are called, and where they are.</summary>
public static class DocumentNames
{
    public static Words Of(DocumentKind kind, FormCatalogue forms) => forms[kind]?.Title ?? Of(kind);

    public static Words Of(DocumentKind kind) => kind switch
    {
        DocumentKind.D01 => new("Behovsmelding", "Behovsmelding"),
        DocumentKind.D02 => new("Tilbudssjekk", "Tilbodssjekk"),
        DocumentKind.D03 => new("Forankringsvedtak", "Forankringsvedtak"),
        DocumentKind.D04 => new("Forespørsel om brukerrepresentant", "Førespurnad om brukarrepresentant"),
        DocumentKind.D05 => new("Oppnevning", "Oppnemning"),
        DocumentKind.D06 => new("Rolleavklaring", "Rolleavklaring"),
        DocumentKind.D07 => new("Taushetserklæring", "Teieplikterklæring"),
        DocumentKind.D08 => new("Behovsvurdering", "Behovsvurdering"),
        DocumentKind.D09 => new("Innkalling", "Innkalling"),
        DocumentKind.D10 => new("Referat", "Referat"),
        DocumentKind.D11 => new("Mandat", "Mandat"),
        DocumentKind.D12 => new("Kursplan", "Kursplan"),
        DocumentKind.D13 => new("Program", "Program"),
        DocumentKind.D14 => new("Budsjett", "Budsjett"),
        DocumentKind.D15 => new("Evalueringsplan", "Evalueringsplan"),
        DocumentKind.D16 => new("Kunngjøring", "Kunngjering"),
        DocumentKind.D17 => new("Invitasjon", "Invitasjon"),
        DocumentKind.D18 => new("Sjekkliste før kurs", "Sjekkliste før kurs"),
        DocumentKind.D19 => new("Oppmøte", "Oppmøte"),
        DocumentKind.D20 => new("Dagslogg", "Dagslogg"),
        DocumentKind.D21 => new("Gjennomføringsoversikt", "Gjennomføringsoversikt"),
        DocumentKind.D22 => new("Deltakerevaluering", "Deltakarevaluering"),
        DocumentKind.D23 => new("Samarbeidsevaluering", "Samarbeidsevaluering"),
        DocumentKind.D24 => new("Kursrapport", "Kursrapport"),
        _ => new("Videreføringsvedtak", "Vidareføringsvedtak"),
    };

    /// <summary>Programme and budget have pages of their own.</summary>
    public static string Slug(DocumentKind kind) => kind switch
    {
        DocumentKind.D13 => "/program",
        DocumentKind.D14 => "/budsjett",
        _ => $"/dokumenter/{kind}",
    };

    public static Words State(DocumentVersion version, Viewer me) => version.Status switch
    {
        DocumentStatus.Draft => new($"Utkast {version.Number}, lagret {me.Date(version.SavedAt)}", $"Utkast {version.Number}, lagra {me.Date(version.SavedAt)}"),
        DocumentStatus.Frozen => new($"Låst versjon {version.Number}", $"Låst versjon {version.Number}"),
        _ => new($"Godkjent versjon {version.Number}", $"Godkjent versjon {version.Number}"),
    };

    public static string Mark(DocumentStatus status) => status switch
    {
        DocumentStatus.SignedOff => "mark--done",
        DocumentStatus.Frozen => "mark--now",
        _ => "mark--wait",
    };
}
