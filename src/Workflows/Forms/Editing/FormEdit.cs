using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One change somebody asks for in one form. Everything in the file that it does not concern stays as it was.</summary>
public abstract record FormEdit
{
    /// <summary>Makes the change in the opened file, or says why not; then the file is not used.</summary>
    internal abstract IEnumerable<Refusal> On(FormTree form);
}

/// <param name="Form">The file after the change; null when it was refused.</param>
public sealed record FormEdited(byte[]? Form, IReadOnlyList<Refusal> Refused);

/// <summary>The question, heading or list is not in the form.</summary>
public sealed record PlaceIsGone() : Refusal(new Words(
    "Spørsmålet finnes ikke i skjemaet lenger. Last siden på nytt, og se hva som står der nå.",
    "Spørsmålet finst ikkje i skjemaet lenger. Last sida på nytt, og sjå kva som står der no."));

/// <summary>R179, N15: bokmål and nynorsk are published together.</summary>
/// <param name="Field">As in the request.</param>
public sealed record TextInOneFormOnly(string Field) : Refusal(new Words(
    "Skriv teksten både på bokmål og nynorsk.", "Skriv teksten både på bokmål og nynorsk."));

public sealed record TextIsTooLong(string Field, int Most) : Refusal(new Words(
    $"Teksten er for lang. Kort den ned til høyst {Most} tegn.", $"Teksten er for lang. Kort han ned til høgst {Most} teikn."));

public sealed record AnswersMissing() : Refusal(new Words(
    "Skriv minst ett svar å velge mellom, på bokmål og nynorsk.", "Skriv minst eitt svar å velje mellom, på bokmål og nynorsk."))
{
    public static string Field => "answers";
}

public sealed record LimitsAreSwapped() : Refusal(new Words(
    "Det minste tallet er større enn det største. Bytt dem, eller la det ene stå tomt.", "Det minste talet er større enn det største. Byt dei, eller la det eine stå tomt."))
{
    public static string Field => "least";
}

/// <param name="Why">What the reader of forms says of the file as it would have become.</param>
public sealed record FormWouldNotBeReadable(Words Why) : Refusal(Why);
