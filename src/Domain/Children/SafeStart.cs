namespace LmsWorkflow.Domain;

/// <summary>What must be in order before children meet. The course may be announced without; it may not start (R193–R195).</summary>
public static class SafeStart
{
    /// <summary>R193: every course leader, brukerrepresentanter included.</summary>
    public static GateCondition LeadersCertified { get; } = new("LeadersCertified", static context =>
    {
        if (!PlanCompleteness.ForChildren(context.Case)) return null;
        if (context.Case.Delivery.Plan is not { } plan) return new CourseNotAnnounced();
        foreach (var leader in plan.Leaders)
            if (!context.Case.Families.HasCertificate(leader)) return new PoliceCertificateMissing();
        return null;
    });

    /// <summary>R194, R195: consent and conversation for every family that stays, and no child registered without.</summary>
    public static GateCondition FamiliesPrepared { get; } = new("FamiliesPrepared", static context =>
    {
        var families = context.Case.Families;
        if (context.Case.Delivery.Registration?.Confirmed.Children > families.Staying.Sum(family => family.Consents.Length)) return new ConsentMissing();
        foreach (var family in families.Staying)
        {
            if (family.Consents.IsEmpty) return new ConsentMissing();
            if (family.PreConversation is null) return new PreConversationMissing();
        }

        return families.All.IsEmpty ? new ConsentMissing() : null;
    });

    /// <summary>R195.</summary>
    public static GateCondition PostConversationsOffered { get; } = new("PostConversationsOffered", static context =>
    {
        foreach (var family in context.Case.Families.Staying)
            if (family.PostConversationOffered is null) return new PostConversationNotOffered();
        return null;
    });

    /// <summary>What stops a samling with children.</summary>
    internal static IEnumerable<Refusal> Unmet(CaseContext context, RecordAttendance asked)
    {
        if (!PlanCompleteness.ForChildren(context.Case)) yield break;
        if (LeadersCertified.Unmet(context) is { } uncertified) yield return uncertified;
        var families = context.Case.Families;
        int[] children = [.. (asked.Participants.IsDefault ? [] : asked.Participants).Where(one => one is { Kind: AttendeeKind.Child, Minutes: > 0 }).Select(one => one.Participant)];
        if (asked.Met.Children > families.Consented || children.Any(child => families.OfChild(child) is null)) yield return new ConsentMissing();
        if (context.Case.Course?.Kind == CourseKind.Smil && Meeting(families, children).Any(family => family.PreConversation is null)) yield return new PreConversationMissing();
    }

    static IEnumerable<Family> Meeting(Families families, int[] children) =>
        children.Length == 0 ? families.Staying : children.Select(families.OfChild).OfType<Family>();
}

/// <summary>R193.</summary>
public sealed record PoliceCertificateMissing() : Refusal(new Words(
    "Kurset kan ikke starte før politiattesten er sett for alle som leder det, også brukerrepresentanten. Koordinator registrerer datoen den ble sett.",
    "Kurset kan ikkje starte før politiattesten er sett for alle som leier det, også brukarrepresentanten. Koordinator registrerer datoen han blei sett."));

/// <summary>R194.</summary>
public sealed record ConsentMissing() : Refusal(new Words(
    "Samtykke fra dem som har foreldreansvar, mangler for minst ett barn. Registrer samtykket før barnet deltar.",
    "Samtykke frå dei som har foreldreansvar, manglar for minst eitt barn. Registrer samtykket før barnet deltek."));

/// <summary>R195.</summary>
public sealed record PreConversationMissing() : Refusal(new Words(
    "Minst én familie har ikke hatt forsamtale. Ta samtalen og registrer datoen før første samling.",
    "Minst éin familie har ikkje hatt forsamtale. Ta samtalen og registrer datoen før første samling."));

/// <summary>R195.</summary>
public sealed record PostConversationNotOffered() : Refusal(new Words(
    "Minst én familie har ikke fått tilbud om ettersamtale. Tilby den, og registrer datoen.",
    "Minst éin familie har ikkje fått tilbod om ettersamtale. Tilby henne, og registrer datoen."));
