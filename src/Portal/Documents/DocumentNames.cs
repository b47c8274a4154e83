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

    /// <summary>What a version is to those who work with it now: a text that was locked once is not locked after it went back to joint work.</summary>
    public static Words State(DocumentVersion version, CaseFile file, Viewer me) => version.Status switch
    {
        DocumentStatus.Draft => new($"Utkast {version.Number}, lagret {me.Date(version.SavedAt)}", $"Utkast {version.Number}, lagra {me.Date(version.SavedAt)}"),
        DocumentStatus.Frozen when Holds(version, file) => new($"Låst versjon {version.Number}", $"Låst versjon {version.Number}"),
        DocumentStatus.SignedOff when Holds(version, file) => new($"Godkjent versjon {version.Number}", $"Godkjend versjon {version.Number}"),
        DocumentStatus.Frozen when IsOlder(version, file) => new($"Versjon {version.Number}, erstattet av en nyere", $"Versjon {version.Number}, erstatta av ein nyare"),
        DocumentStatus.Frozen => new($"Versjon {version.Number}, tilbake i felles arbeid", $"Versjon {version.Number}, tilbake i felles arbeid"),
        _ when IsOlder(version, file) => new($"Versjon {version.Number}, godkjent før og erstattet av en nyere", $"Versjon {version.Number}, godkjend før og erstatta av ein nyare"),
        _ => new($"Versjon {version.Number}, godkjent før, må godkjennes på nytt", $"Versjon {version.Number}, godkjend før, må godkjennast på nytt"),
    };

    public static string Mark(DocumentVersion version, CaseFile file) => version.Status switch
    {
        DocumentStatus.Draft => "mark--wait",
        _ when !Holds(version, file) => "mark--wait",
        DocumentStatus.SignedOff => "mark--done",
        _ => "mark--now",
    };

    /// <summary>The latest text is before the signers, or signed; not merely a version that was.</summary>
    public static bool IsLocked(DocumentVersion? version, CaseFile file) => version is { Status: not DocumentStatus.Draft } && Holds(version, file);

    /// <summary>A version no gate asks for stays as it was locked.</summary>
    static bool Holds(DocumentVersion version, CaseFile file) =>
        GateDocuments.GateOf(version.Kind) is not { } gate || file.SignOffs.Current(gate)?.Find(version.Kind)?.Version == version.Number;

    static bool IsOlder(DocumentVersion version, CaseFile file) => file.Documents.Latest(version.Kind) is { } latest && latest.Number > version.Number;
}
