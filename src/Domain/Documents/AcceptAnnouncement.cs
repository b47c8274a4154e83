namespace LmsWorkflow.Domain;

/// <summary>A brukerrepresentant has read the frozen announcement (D16) as the target group will, and accepts it (R76, N5).</summary>
/// <param name="Version">Version of D16 that was read.</param>
public sealed record AcceptAnnouncement(int Version) : CaseRequest
{
    public override Act Act => Act.SignOff;

    public override Decision Decide(CaseContext context)
    {
        var announcement = context.Case.SignOffs.Current(Gate.G2)?.Find(DocumentKind.D16);
        return Decision.Unless(
            [
                Require.Open(context),
                context.ActorsMembership is null ? new NotAppointedNow() : null,
                context.ActorsMembership is { Side: not Side.Bruker } ? new AnnouncementReadByUsersOnly() : null,
                announcement is null ? new PackageNotFrozen() : null,
                announcement is not null && announcement.Version != Version ? new PackageIsStale() : null,
                announcement is not null && context.Case.Plan.HasAccepted(announcement) ? new AnnouncementAlreadyAccepted() : null,
            ],
            () => [new AnnouncementAccepted(announcement!.Version, announcement.Hash, context.Actor.Person!.Value)]);
    }
}

public sealed record AnnouncementAccepted(int Version, string Hash, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Plan = file.Plan with { Announcements = file.Plan.Announcements.Add(new(Version, Hash, Person, stamp.At)) },
    };
}

public sealed record AnnouncementReadByUsersOnly() : Refusal(new Words(
    "Kunngjøringen skal leses og godtas av en brukerrepresentant. Be en brukerrepresentant i arbeidsgruppen lese den.",
    "Kunngjeringa skal lesast og godtakast av ein brukarrepresentant. Be ein brukarrepresentant i arbeidsgruppa lese ho."));

public sealed record AnnouncementAlreadyAccepted() : Refusal(new Words("Kunngjøringen er allerede lest og godtatt.", "Kunngjeringa er alt lesen og godteken."));

public sealed record AnnouncementNotRead() : Refusal(new Words(
    "Ingen brukerrepresentant har lest og godtatt kunngjøringen. Be en brukerrepresentant lese den låste teksten.",
    "Ingen brukarrepresentant har lese og godteke kunngjeringa. Be ein brukarrepresentant lese den låste teksten."));
