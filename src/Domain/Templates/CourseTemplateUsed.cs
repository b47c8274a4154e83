using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The case was opened from a course type's template. What it proposed is in drafts that both sides edit and sign as any other.</summary>
/// <param name="Key">The template's definition.</param>
/// <param name="Agendas">What the meetings' agendas start with; kept here so that a later template changes nothing in the case.</param>
public sealed record CourseTemplateUsed(string Key, CourseKind Kind, GroupSize? Group, ImmutableArray<MeetingAgenda> Agendas) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Course = new(Key, Kind, Group, Agendas) };
}

/// <summary>The course type of a case.</summary>
public sealed record CourseType(string Template, CourseKind Kind, GroupSize? Group, ImmutableArray<MeetingAgenda> Agendas)
{
    public ImmutableArray<string>? AgendaOf(MeetingTemplate template) => Agendas.FirstOrDefault(agenda => agenda.Template == template)?.Topics;
}
