using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Invitasjon (D17): made of the announcement, the programme and the deadline, so that it never says anything else than what both sides signed.</summary>
static class Invitation
{
    public static ImmutableArray<ReadField> Read(CaseContext context, Viewer me)
    {
        var announcement = ContentView.Read(context.Case.Documents.Latest(DocumentKind.D16)?.Content, context.Forms[DocumentKind.D16], me).Where(field => field.Text.Length > 0).ToImmutableArray();
        if (announcement.IsEmpty) return [];
        return [.. announcement, .. When(context, me), .. Deadline(context, me)];
    }

    static IEnumerable<ReadField> When(CaseContext context, Viewer me)
    {
        if (context.Case.Documents.Latest(DocumentKind.D13)?.Content is not ProgrammeContent programme || programme.Samlinger.IsEmpty) yield break;
        var lines = programme.Samlinger.Where(samling => samling.Date is not null).Select(samling =>
            $"{me.DayAndDate(samling.Date!.Value)}{(samling.StartsAt is { } start && samling.EndsAt is { } end ? $" {me.Say("kl.", "kl.")} {ProgrammeNames.Clock(start)}–{ProgrammeNames.Clock(end)}" : "")}{(samling.Place is { } place ? ", " + me.Text(place) : "")}");
        yield return new("d17.samlinger", new("Samlinger", "Samlingar"), null, string.Join("\n", lines));
    }

    static IEnumerable<ReadField> Deadline(CaseContext context, Viewer me)
    {
        if (context.Case.Delivery.Announcement is { } announced)
            yield return new("d17.frist", new("Påmeldingsfrist", "Påmeldingsfrist"), null, me.Date(announced.RegistrationDeadline));
    }
}
