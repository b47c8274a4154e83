using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A course type with rules of its own (R5: the sub-type of a tilbud).</summary>
public enum CourseKind { Annet, Mestringstreff, Smil, GrunnkursHelsepedagogikk }

/// <summary>
/// Mal: what a case of a course type starts with, as data beside its process definition. Every value is a default with at most a warning, never a block:
/// Standard metode is content-neutral (domain notes §5).
/// </summary>
/// <param name="Help">One sentence for the koordinator who chooses.</param>
/// <param name="Goals">Goals to pick from when the kursplan is written.</param>
public sealed record CaseTemplate(
    string Definition, Words Help, CourseKind Kind, ImmutableArray<ParticipantKind> Participants, ImmutableArray<MeetingAgenda> Agendas, ImmutableArray<Words> Goals,
    ImmutableArray<TemplateSamling> Programme, TilbudType? Type = null, GroupSize? Group = null, TemplateForms? Evaluation = null)
{
    /// <summary>The programme as a draft, its texts in the written form of the one who opened the case.</summary>
    /// <param name="salt">A fresh salt for each text: the domain knows no chance.</param>
    public ProgrammeContent? ProgrammeDraft(Language language, Func<string> salt)
    {
        if (Programme.IsEmpty) return null;
        var number = 0;
        return new([.. Programme.Select((samling, at) => samling.Draft(at + 1, ref number, language, salt))], [], null);
    }
}

/// <summary>Fewest and most participants a course type is meant for (R108, R196).</summary>
public sealed record GroupSize(int Fewest, int Most)
{
    public bool Fits(int participants) => participants >= Fewest && participants <= Most;
}

/// <param name="Form">Key of a shipped evaluation form.</param>
/// <param name="Parents">Key of the form parents answer, where children and parents each have one.</param>
public sealed record TemplateForms(string Form, string? Parents = null);

/// <summary>Agenda a meeting template starts with, by the keys of <see cref="AgendaTemplates"/>.</summary>
public sealed record MeetingAgenda(MeetingTemplate Template, ImmutableArray<string> Topics)
{
    public bool Equals(MeetingAgenda? other) => other is not null && Template == other.Template && Topics.AsSpan().SequenceEqual(other.Topics.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Template, Topics.Length);
}

/// <param name="Theme">Number of the course type's theme the samling is about (R66, R67).</param>
/// <param name="Category">A gathering with parents, counted separately (R198).</param>
public sealed record TemplateSamling(ImmutableArray<TemplateItem> Items, int? Theme = null, SamlingCategory? Category = null)
{
    internal Samling Draft(int number, ref int item, Language language, Func<string> salt)
    {
        var items = ImmutableArray.CreateBuilder<ProgrammeItem>(Items.Length);
        foreach (var planned in Items) items.Add(planned.Draft(++item, language, salt));
        return new(number, null, Items.IsEmpty ? null : Items[0].Start, null, SamlingForm.Fysisk, items.MoveToImmutable(), null) { Theme = Theme, Category = Category };
    }
}

/// <param name="Sides">Whose knowledge leads the item; the group decides who.</param>
public sealed record TemplateItem(
    TimeOnly Start, int Minutes, Words Title, ProgrammeItemType Type, ImmutableArray<Side> Sides, Words? Method = null,
    bool Mestring = false, bool OralEvaluation = false, bool Expectations = false, bool FollowUp = false)
{
    internal ProgrammeItem Draft(int id, Language language, Func<string> salt) => new(
        id, Start, Minutes, SealedText.Seal("post.tittel", Title.In(language), salt()), Type, [.. Sides.Select(side => new Responsible(null, null, side))],
        Method is null ? null : SealedText.Seal("post.metode", Method.In(language), salt()), null, Mestring, OralEvaluation, Expectations, FollowUp);
}
