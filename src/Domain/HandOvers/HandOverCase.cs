using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A finished case goes to the archive (Noark 5). Changes nothing in the case, so it is noted among its reads.</summary>
public static class HandOverCase
{
    public static ImmutableArray<Refusal> Unmet(CaseFile file, Actor actor, DateOnly today) =>
        CaseAccess.Capacity(actor, Act.HandOver, file, today) is null ? [new NotAllowed(Act.HandOver)]
        : IsFinished(file) ? [] : [new CaseNotFinished()];

    public static bool IsFinished(CaseFile file) => file.Standing is Standing.Closed or Standing.Cancelled;
}

/// <summary>Somebody made a hand-over to the archive. Lies in the companion stream of reads of each case in it.</summary>
/// <param name="Sha256">Of the file, 64 hex digits.</param>
/// <param name="Cases">How many cases were in it.</param>
public sealed record CaseHandedOver(string Sha256, int Cases) : Fact;

public sealed record CaseNotFinished() : Refusal(new Words(
    "Saken er ikke ferdig. Den kan avleveres når den er avsluttet eller avlyst.", "Saka er ikkje ferdig. Ho kan avleverast når ho er avslutta eller avlyst."));

public sealed record NoCasesToHandOver() : Refusal(new Words(
    "Ingen saker ble ferdige i denne perioden ved dette senteret, blant dem du kan avlevere. Velg et annet senter eller en annen periode.",
    "Ingen saker vart ferdige i denne perioden ved dette senteret, mellom dei du kan avlevere. Vel eit anna senter eller ein annan periode."));

public sealed record TooManyCasesToHandOver() : Refusal(new Words(
    "Det er for mange saker for én avlevering. Velg en kortere periode.", "Det er for mange saker for éi avlevering. Vel ein kortare periode."));

public sealed record PeriodIsUnreadable() : Refusal(new Words(
    "Velg senter, første dag og siste dag. Siste dag kan ikke være før første.", "Vel senter, første dag og siste dag. Siste dag kan ikkje vere før første."));
