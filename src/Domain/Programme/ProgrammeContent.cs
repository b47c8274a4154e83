using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>Type of a programme item (R57).</summary>
public enum ProgrammeItemType { Fag, Erfaring, Erfaringsutveksling, Felles, Pause, Maltid, Sosialt, Aktivitet }

/// <summary>How participants meet.</summary>
public enum SamlingForm { Fysisk, Digital, Hybrid }

/// <summary>Gatherings with parents stand for themselves and their parents are counted separately (R198).</summary>
public enum SamlingCategory { MedForeldre, BareForeldre }

/// <summary>Who has an item or leads the course: a member of the case, somebody from outside by name, or a side that has not decided who yet.</summary>
/// <param name="Member">Null for somebody from outside.</param>
/// <param name="External">Name or function of somebody from outside.</param>
/// <param name="Side">Whose knowledge they bring; for a member the side of the appointment.</param>
public sealed record Responsible(PersonId? Member, SealedText? External, Side? Side)
{
    /// <summary>Only the side is known.</summary>
    public bool IsUndecided => Member is null && External is null;
}

/// <summary>Programpost (R57). A draft may lack anything; <see cref="ProgrammeFindings"/> says what.</summary>
/// <param name="Id">Stays with the item from version to version.</param>
/// <param name="ParallelGroup">Items of one samling with the same number run side by side in split groups (R58).</param>
/// <param name="Mestring">The item is about living with the challenge (R56).</param>
/// <param name="OralEvaluation">The day is evaluated aloud (R62).</param>
/// <param name="Expectations">Expectations and group rules (R63).</param>
/// <param name="FollowUp">What comes after the course: GP, municipality, peers (R68).</param>
public sealed record ProgrammeItem(
    int Id, TimeOnly? Start, int? Minutes, SealedText? Title, ProgrammeItemType Type, ImmutableArray<Responsible> Responsible, SealedText? Method,
    int? ParallelGroup, bool Mestring, bool OralEvaluation, bool Expectations, bool FollowUp)
{
    /// <summary>Breaks are not teaching (R59): Pause and meals.</summary>
    public bool IsBreak => Type is ProgrammeItemType.Pause or ProgrammeItemType.Maltid;

    public TimeOnly? End => Start is { } start && Minutes is { } minutes ? start.AddMinutes(minutes) : null;

    public bool Involves(Side side) => Responsible.Any(responsible => responsible.Side == side);

    /// <summary>Everybody responsible brings lived experience.</summary>
    public bool IsLedByUsersAlone => Responsible.Length > 0 && Responsible.All(responsible => responsible.Side == Side.Bruker);

    internal void WriteCanonical(CanonicalWriter writer)
    {
        writer.Number("item", Id);
        writer.Value("start", Start?.ToString("HH:mm", CultureInfo.InvariantCulture));
        writer.Number("minutes", Minutes);
        writer.Text("title", Title);
        writer.Value("type", Type.ToString());
        writer.Text("method", Method);
        writer.Number("parallel", ParallelGroup);
        writer.Value("tags", $"{(Mestring ? "m" : "")}{(OralEvaluation ? "o" : "")}{(Expectations ? "e" : "")}{(FollowUp ? "f" : "")}");
        ProgrammeContent.WriteCanonical(writer, "responsible", Responsible);
    }
}

/// <summary>Samling: one meeting of the participants.</summary>
/// <param name="Start">When participants meet; null: when the first item starts.</param>
/// <param name="Place">Room and address, or how to join digitally.</param>
/// <param name="NoOralEvaluationReason">Why the day does not end with an oral evaluation (R62).</param>
public sealed record Samling(
    int Number, DateOnly? Date, TimeOnly? Start, SealedText? Place, SamlingForm Form, ImmutableArray<ProgrammeItem> Items, SealedText? NoOralEvaluationReason)
{
    /// <summary>Number of the course type's theme the samling is about; null when it is about none (R66, R67).</summary>
    public int? Theme { get; init; }

    /// <summary>A gathering of another kind than the ordinary; null for the ordinary (R198).</summary>
    public SamlingCategory? Category { get; init; }

    public TimeOnly? StartsAt => Start ?? Items.Where(item => item.Start is not null).Min(item => item.Start);

    public TimeOnly? EndsAt => Items.Where(item => item.End is not null).Max(item => item.End);

    /// <summary>Items in order of time; those without a start last.</summary>
    public IEnumerable<ProgrammeItem> InOrder => Items.OrderBy(item => item.Start ?? TimeOnly.MaxValue);

    internal void WriteCanonical(CanonicalWriter writer)
    {
        writer.Number("samling", Number);
        writer.Date("date", Date);
        writer.Value("start", Start?.ToString("HH:mm", CultureInfo.InvariantCulture));
        writer.Text("place", Place);
        writer.Value("form", Form.ToString());
        writer.Text("noOralEvaluationReason", NoOralEvaluationReason);
        // written only when set: what was signed before samlinger could have them keeps its hash
        if (Theme is not null) writer.Number("theme", Theme);
        if (Category is { } category) writer.Value("category", category.ToString());
        writer.Number("items", Items.Length);
        foreach (var item in Items) item.WriteCanonical(writer);
    }
}

/// <summary>Program (D13): samlinger with their items, and who leads the course.</summary>
/// <param name="Leaders">Kursledere; two are expected, one of them with own experience (R65).</param>
/// <param name="LeadersReason">Why there is a single leader, or none with own experience (R65).</param>
public sealed record ProgrammeContent(ImmutableArray<Samling> Samlinger, ImmutableArray<Responsible> Leaders, SealedText? LeadersReason) : DocumentContent
{
    /// <summary>Why themes of the course type were removed or replaced (R66).</summary>
    public SealedText? ThemesReason { get; init; }

    public static ProgrammeContent Empty { get; } = new([], [], null);

    public DateOnly? FirstDay => Samlinger.Where(samling => samling.Date is not null).Min(samling => samling.Date);

    public DateOnly? LastDay => Samlinger.Where(samling => samling.Date is not null).Max(samling => samling.Date);

    public Samling? Numbered(int number) => number >= 1 && number <= Samlinger.Length ? Samlinger[number - 1] : null;

    /// <summary>Two programmes are the same when they say the same.</summary>
    public bool Equals(ProgrammeContent? other) => other is not null && (ReferenceEquals(this, other) || CanonicalWriter.Hash(this) == CanonicalWriter.Hash(other));

    public override int GetHashCode() => Samlinger.Length;

    public override void WriteCanonical(CanonicalWriter writer)
    {
        writer.Number("samlinger", Samlinger.Length);
        foreach (var samling in Samlinger) samling.WriteCanonical(writer);
        WriteCanonical(writer, "leaders", Leaders);
        writer.Text("leadersReason", LeadersReason);
        if (ThemesReason is not null) writer.Text("themesReason", ThemesReason);
    }

    internal static void WriteCanonical(CanonicalWriter writer, string key, ImmutableArray<Responsible> people)
    {
        writer.Number(key, people.Length);
        foreach (var (member, external, side) in people)
        {
            writer.Value("member", member?.ToString());
            writer.Text("external", external);
            writer.Value("side", side?.ToString());
        }
    }
}
