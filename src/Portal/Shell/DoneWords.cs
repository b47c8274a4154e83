using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>What is said after something was carried out. The address carries only the name of the act.</summary>
public static class DoneWords
{
    public static Words? Of(string act) => act switch
    {
        "RegisterNeed" => new("Behovet er registrert, og saken er opprettet.", "Behovet er registrert, og saka er oppretta."),
        "GiveSignOff" => new("Godkjenningen din er registrert.", "Godkjenninga di er registrert."),
        "WithdrawSignOff" => new("Godkjenningen din er trukket.", "Godkjenninga di er trekt."),
        "RequestChange" => new("Teksten er sendt tilbake, og de andre ser hva du ønsker.", "Teksten er send tilbake, og dei andre ser kva du ønskjer."),
        "RaiseObjection" => new("Innsigelsen er meldt. Saken står til den er løst.", "Innseiinga er meld. Saka står til ho er løyst."),
        "WithdrawObjection" => new("Innsigelsen er trukket.", "Innseiinga er trekt."),
        "FreezePackage" => new("Teksten er låst. Begge sider kan nå ta stilling.", "Teksten er låst. Begge sider kan no ta stilling."),
        "SaveDraft" => new("Utkastet er lagret.", "Utkastet er lagra."),
        "AppointMember" => new("Personen er oppnevnt.", "Personen er oppnemnd."),
        "WithdrawFromGroup" => new("Du har trukket deg fra arbeidsgruppen.", "Du har trekt deg frå arbeidsgruppa."),
        "RetryStuck" => new("Prosessen er prøvd på nytt.", "Prosessen er prøvd på nytt."),
        "EnterPaperAnswers" => new("Papirsvaret er lagret. Du kan skrive inn det neste.", "Papirsvaret er lagra. Du kan skrive inn det neste."),
        "PlanMeeting" => new("Møtet er planlagt. Åpne det, og kall inn alle.", "Møtet er planlagt. Opne det, og kall inn alle."),
        "CallMeeting" => new("Alle i arbeidsgruppen er innkalt.", "Alle i arbeidsgruppa er innkalla."),
        _ when act.Length is > 0 and < 60 && act.All(char.IsAsciiLetter) => new("Det er registrert.", "Det er registrert."),
        _ => null,
    };
}
