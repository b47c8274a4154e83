using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// What the plan's documents must have together before they can be frozen (R52, R72, R74). What each lacks by itself is in <see cref="DocumentCompleteness"/>.
/// </summary>
public static class PlanCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context)
    {
        var documents = context.Case.Documents;
        var firstDay = (documents.Latest(DocumentKind.D13)?.Content as ProgrammeContent)?.FirstDay;
        return
        [
            .. Elements(context.Case.Plan),
            .. RerunConditions.ChangesTreated.Unmet(context) is { } untreated ? [untreated] : ImmutableArray<Refusal>.Empty,
            .. documents.Latest(DocumentKind.D13)?.Content is ProgrammeContent programme ? Responsible(context.Case, programme) : [],
            .. documents.Latest(DocumentKind.D14)?.Content is BudgetContent budget ? Budget(context.Case, budget) : [],
            .. documents.Latest(DocumentKind.D16)?.Content is FormContent announcement ? Announcement(announcement, firstDay) : [],
        ];
    }

    /// <summary>Children or youth take part (R60).</summary>
    public static bool ForChildren(CaseFile file) => file.Identity is { } identity && identity.Participants.Contains(ParticipantKind.Barn);

    static IEnumerable<Refusal> Elements(PlanReview plan) =>
        from review in plan.Elements where review.IsOutstanding select new ElementMustBeChecked(review.Element, review.Awaits(Side.Fag), review.Awaits(Side.Bruker));

    /// <summary>A programme copied from an earlier run can name people who are not in this group, or on another side now.</summary>
    static IEnumerable<Refusal> Responsible(CaseFile file, ProgrammeContent programme)
    {
        var named = programme.Leaders.Concat(programme.Samlinger.SelectMany(samling => samling.Items).SelectMany(item => item.Responsible));
        if (named.Any(one => one.Member is { } person && person != file.Identity?.Koordinator && (file.Group.SideOf(person) is not { } side || side != one.Side)))
            yield return new UnknownResponsible();
    }

    static IEnumerable<Refusal> Budget(CaseFile file, BudgetContent budget)
    {
        if (BudgetFigures.Of(budget, file.Anchorings) is { ExceedsFrame: true } figures && !(file.Plan.ExcessApprovedUpTo >= figures.Costs))
            yield return new BudgetExceedsFrame();
    }

    static IEnumerable<Refusal> Announcement(FormContent announcement, DateOnly? firstDay)
    {
        if (announcement["pameldingsfrist"]?.Date is { } deadline && deadline >= firstDay) yield return new RegistrationDeadlineTooLate();
    }
}

/// <summary>What the kursplan must say whatever its form calls mandatory: a form may ask for more, never for less (R51, R56, R68, R69).</summary>
static class KursplanCompleteness
{
    public static IEnumerable<Refusal> Unmet(FormContent plan, FormDefinition? form)
    {
        foreach (var element in Enum.GetValues<DidacticElement>())
            if (IsMissing(plan, form, element.Field())) yield return new DidacticElementMissing(element);
        if (IsMissing(plan, form, "mal_mestring")) yield return new MestringGoalMissing();
        if (IsMissing(plan, form, "oppfolging")) yield return new FollowUpMissing();
        foreach (var aspect in Enum.GetValues<EquityAspect>())
            if (Equity(plan, aspect) is { } reason) yield return reason;
    }

    /// <summary>Empty, and not already reported as a mandatory field of the form.</summary>
    static bool IsMissing(FormContent plan, FormDefinition? form, string key) => plan[key] is null && form?.Field(key) is not { Required: true };

    /// <summary>R69: each aspect is answered; "ikke relevant" needs a reason.</summary>
    static Refusal? Equity(FormContent plan, EquityAspect aspect)
    {
        if (plan[aspect.Text()] is not null) return null;
        return plan[aspect.Answer()]?.Choice == EquityAspects.NotRelevant ? new EquityReasonMissing(aspect) : new EquityAspectUnanswered(aspect);
    }
}

/// <summary>R51.</summary>
public sealed record DidacticElementMissing(DidacticElement Element) : Refusal(new Words(
    $"Kursplanen mangler «{Element.Words().Nb}». Fyll ut alle de seks delene.", $"Kursplanen manglar «{Element.Words().Nn}». Fyll ut alle dei seks delane."));

/// <summary>R52.</summary>
public sealed record ElementMustBeChecked(DidacticElement Element, bool AwaitsFag, bool AwaitsBruker) : Refusal(For(Element, AwaitsFag, AwaitsBruker))
{
    static Words For(DidacticElement element, bool fag, bool bruker)
    {
        var (nb, nn) = (fag, bruker) switch
        {
            (true, true) => ("en fagperson og en brukerrepresentant", "ein fagperson og ein brukarrepresentant"),
            (true, false) => ("en fagperson", "ein fagperson"),
            _ => ("en brukerrepresentant", "ein brukarrepresentant"),
        };
        return new(
            $"«{element.Words().Nb}» i kursplanen må ses på igjen fordi en annen del er endret. Det venter på {nb}.",
            $"«{element.Words().Nn}» i kursplanen må sjåast på att fordi ein annan del er endra. Det ventar på {nn}.");
    }
}

/// <summary>R56.</summary>
public sealed record MestringGoalMissing() : Refusal(new Words(
    "Målet i kursplanen sier ikke hva deltakerne skal mestre. Fyll ut feltet om mestring.",
    "Målet i kursplanen seier ikkje kva deltakarane skal meistre. Fyll ut feltet om meistring."));

/// <summary>R68.</summary>
public sealed record FollowUpMissing() : Refusal(new Words(
    "Kursplanen mangler oppfølging etter kurset. Skriv hva fastlege, kommune, likepersoner eller selvhjelp bidrar med.",
    "Kursplanen manglar oppfølging etter kurset. Skriv kva fastlege, kommune, likepersonar eller sjølvhjelp bidreg med."));

/// <summary>R69.</summary>
public sealed record EquityAspectUnanswered(EquityAspect Aspect) : Refusal(new Words(
    $"Kursplanen sier ikke hvordan dere sikrer likeverdig tilgang uavhengig av {Aspect.Words().Nb}. Svar, eller begrunn at det ikke er relevant.",
    $"Kursplanen seier ikkje korleis de sikrar likeverdig tilgang uavhengig av {Aspect.Words().Nn}. Svar, eller grunngi at det ikkje er relevant."));

/// <summary>R69.</summary>
public sealed record EquityReasonMissing(EquityAspect Aspect) : Refusal(new Words(
    $"Skriv hvorfor {Aspect.Words().Nb} ikke er relevant for likeverdig tilgang.", $"Skriv kvifor {Aspect.Words().Nn} ikkje er relevant for likeverdig tilgang."));

/// <summary>R74.</summary>
public sealed record RegistrationDeadlineTooLate() : Refusal(new Words(
    "Påmeldingsfristen i kunngjøringen er ikke før kursstart. Sett fristen til en dag før den første samlingen.",
    "Påmeldingsfristen i kunngjeringa er ikkje før kursstart. Set fristen til ein dag før den første samlinga."));
