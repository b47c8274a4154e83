using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>What was typed is not a value of its kind.</summary>
public sealed record NotUnderstood(string Field) : Refusal(new Words(
    "Vi forstår ikke det som står i feltet. Rett det, og send på nytt.",
    "Vi forstår ikkje det som står i feltet. Rett det, og send på nytt."));

public sealed record NothingChosen(string Field) : Refusal(new Words(
    "Du har ikke valgt noe. Velg ett av alternativene.", "Du har ikkje valt noko. Vel eitt av alternativa."));

public sealed record TilbudNotChosen(string Field) : Refusal(new Words("Velg hvilket tilbud som skal holdes på nytt.", "Vel kva tilbod som skal haldast på nytt."));

public sealed record TilbudTypeNotChosen(string Field) : Refusal(new Words("Velg hva slags tilbud det er.", "Vel kva slags tilbod det er."));

public sealed record NothingWritten(string Field) : Refusal(new Words(
    "Feltet er tomt. Fyll det ut, og send på nytt.", "Feltet er tomt. Fyll det ut, og send på nytt."));
