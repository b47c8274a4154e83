using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The invitation (D17) as it can be printed; null until there is an announcement.</summary>
public sealed record InvitationView(CaseFrame Frame, PrintedText? Text)
{
    public static InvitationView From(CaseContext context, Viewer me) => new(CaseFrame.From(context, me), Invitation.Of(context.Case));
}
