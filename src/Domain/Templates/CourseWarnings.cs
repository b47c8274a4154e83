namespace LmsWorkflow.Domain;

/// <summary>What a course type says about a run: to think about, never to stop for (R108, R196).</summary>
public static class CourseWarnings
{
    public static IEnumerable<Refusal> Of(CaseFile file)
    {
        if (file.Course?.Group is not { } group) yield break;
        if (file.Delivery.Announcement is { } announced && (announced.Minimum < group.Fewest || announced.Maximum > group.Most)) yield return new PlacesOutsideCourseType(group.Fewest, group.Most);
        if (file.Delivery.Registration is { } registered && !group.Fits(Participants(file, registered.Confirmed))) yield return new GroupSizeOutsideCourseType(group.Fewest, group.Most);
    }

    /// <summary>In an offer to children the group is the children (R196).</summary>
    static int Participants(CaseFile file, HeadCount confirmed) => file.Course?.Kind == CourseKind.Smil ? confirmed.Children : confirmed.Total;
}

/// <summary>R108, R196.</summary>
public sealed record PlacesOutsideCourseType(int Fewest, int Most) : Refusal(new Words(
    $"Denne kurstypen er laget for {Fewest}–{Most} deltakere. Tenk gjennom om antallet plasser passer.",
    $"Denne kurstypen er laga for {Fewest}–{Most} deltakarar. Tenk gjennom om talet på plassar passar."));

/// <summary>R108, R196.</summary>
public sealed record GroupSizeOutsideCourseType(int Fewest, int Most) : Refusal(new Words(
    $"Gruppen er mindre eller større enn {Fewest}–{Most}, som kurstypen er laget for. Tenk gjennom om dere skal holde kurset slik.",
    $"Gruppa er mindre eller større enn {Fewest}–{Most}, som kurstypen er laga for. Tenk gjennom om de skal halde kurset slik."));
