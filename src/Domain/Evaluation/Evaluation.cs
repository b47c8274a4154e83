using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

public enum EvaluationStanding { NotOpened, Open, Closed }

/// <summary>One answer to one question: a number, a category or a text. Exactly one is set.</summary>
public sealed record QuestionAnswer(string Question, int? Number, string? Choice, SealedText? Text);

/// <summary>One participant's answers, with nothing that says whose, when or from where (R122).</summary>
public sealed record AnswerSlip(ImmutableArray<QuestionAnswer> Answers)
{
    public QuestionAnswer? To(string question)
    {
        foreach (var answer in Answers)
            if (answer.Question == question) return answer;
        return null;
    }
}

/// <summary>Answers that came in one way.</summary>
/// <param name="OnPaper">Entered by the koordinator from paper (R129).</param>
public sealed record AnswerBatch(ImmutableArray<AnswerSlip> Slips, bool OnPaper)
{
    /// <summary>How many of the slips lack what was ticked off: erased, or held back from a dossier.</summary>
    public int WithoutTicks { get; init; }
}

/// <summary>How a free text is shown to the group (domain notes §6.4): as written, in a cleaned wording, or not.</summary>
public enum Moderation { Shown, Replaced, Hidden }

/// <param name="Slip">Place among all slips, from 0.</param>
public sealed record ModeratedText(int Slip, string Question, Moderation Moderation, SealedText? Replacement);

/// <summary>A member's answer on the collaboration (D23, R133).</summary>
/// <param name="Ratings">Eight statements, 1–5; empty when they are not there any more.</param>
public sealed record CollaborationAnswer(PersonId Person, Side Side, ImmutableArray<int> Ratings, SealedText? Differently, DateTimeOffset At)
{
    /// <summary>What the ratings are sealed as; null of answers from before they were.</summary>
    public SealedText? Sealed { get; init; }
}

/// <summary>A change for the next time, with owner, due date and target version (R136).</summary>
/// <param name="Statement">The collaboration statement (1–8) it answers, when it comes from a gap (R134).</param>
public sealed record ChangeProposal(
    int Number, SealedText What, PersonId Owner, DateOnly Due, int TargetVersion, int? Statement, PersonId ProposedBy, Side? Side, DateTimeOffset At);

/// <summary>What the group recommends (R137).</summary>
public enum RecommendationKind { Continue, Revise, Transfer, Pause, Stop }

/// <param name="RunsPerYear">How often, when it is to continue.</param>
public sealed record Recommendation(RecommendationKind Kind, int? RunsPerYear, SealedText? Reason, PersonId By, DateTimeOffset At);

/// <summary>Participant evaluation, collaboration evaluation, learning points.</summary>
public sealed record Evaluation
{
    public static Evaluation Empty { get; } = new();

    public EvaluationForm? Form { get; init; }

    /// <summary>Parents answer a form of their own beside the children's (R127, R198); null when there is one form.</summary>
    public EvaluationForm? ParentsForm { get; init; }
    public EvaluationStanding Standing { get; init; }

    /// <summary>SHA-256 of each one-time code, lower-case hex. Which are used is known only to the ballot box (R122).</summary>
    public ImmutableHashSet<string> CodeHashes { get; init; } = [];

    public ImmutableArray<AnswerBatch> Batches { get; init; } = [];
    public ImmutableArray<ModeratedText> Moderated { get; init; } = [];

    /// <summary>Themes the group itself wrote, the only thing shown when too few have answered (R126).</summary>
    public SealedText? Themes { get; init; }

    public ImmutableArray<CollaborationAnswer> Collaboration { get; init; } = [];
    public ImmutableArray<SealedText> LearningPoints { get; init; } = [];
    public ImmutableArray<ChangeProposal> Changes { get; init; } = [];
    public Recommendation? Recommendation { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The form that has the question. Children's and adults' questions are never in one form, so one answer tells which.</summary>
    public EvaluationForm? FormWith(string? question) =>
        question is not null && ParentsForm?.Question(question) is not null && Form?.Question(question) is null ? ParentsForm : Form;

    /// <summary>What is left when single answers have been erased; null before.</summary>
    public KeptFigures? Kept { get; init; }

    /// <summary>An answer is there whose ratings are not, and no figures were kept: no average can be made any more.</summary>
    public bool HasErasedRatings => Kept?.Ratings is null && Collaboration.Any(answer => answer.Ratings.IsEmpty);

    /// <summary>As it is once these texts are gone, for what is kept of it elsewhere.</summary>
    public Evaluation WithoutRatings(IReadOnlySet<string> erased) =>
        this with { Collaboration = [.. Collaboration.Select(answer => answer.Sealed is { } ratings && erased.Contains(ratings.Commitment) ? answer with { Ratings = [] } : answer)] };

    /// <summary>What was ticked off is gone from every slip.</summary>
    public bool HasNoTicks => Batches.Length > 0 && Batches.All(batch => batch.WithoutTicks == batch.Slips.Length);

    public IEnumerable<AnswerSlip> Slips => Batches.SelectMany(batch => batch.Slips);

    /// <summary>A side has answered the collaboration evaluation (R133).</summary>
    public bool CollaborationAnsweredBy(Side side)
    {
        foreach (var answer in Collaboration)
            if (answer.Side == side) return true;
        return false;
    }

    /// <summary>How many of a side have answered the collaboration evaluation.</summary>
    public int AnsweredBy(Side side) => Collaboration.Count(answer => answer.Side == side);

    /// <param name="statement">1–8.</param>
    internal int SumOf(int statement, Side side) => Collaboration.Where(answer => answer.Side == side).Sum(answer => answer.Ratings[statement - 1]);
}

/// <summary>What a leader decided on continuation (D25, R138).</summary>
public enum ContinuationOutcome { Permanent, Continue, Revise, Transfer, Pause, Stop }

/// <summary>The leader's decision on continuation (D25).</summary>
public sealed record Continuation(ContinuationOutcome Outcome, int? RunsPerYear, SealedText? Reason, PersonId Leader, DateTimeOffset At);
