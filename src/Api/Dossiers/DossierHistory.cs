using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What has happened, was refused and was read, as a dossier's pages tell it: the same sentences as the history's, with who it was as and what was written.</summary>
/// <param name="file">The case after all of it.</param>
sealed class DossierHistory(DossierRecord record, CaseFile file, FormCatalogue forms, PeopleDirectory directory, DateTimeOffset now)
{
    readonly Viewer nb = new(null, Language.Nb, directory, now), nn = new(null, Language.Nn, directory, now);

    public ImmutableArray<DossierLine> Of(StreamId name) => record.Streams.FirstOrDefault(one => one.Name == name.Value) is { } stream ? Of(stream, record.Facts(stream)) : [];

    /// <summary>Movements of the process that say nothing to people are left out; they are among the facts.</summary>
    /// <param name="facts">What the stream's events say.</param>
    public ImmutableArray<DossierLine> Of(DossierStream stream, IEnumerable<StampedFact> facts)
    {
        var (texts, marks) = (stream.Texts.ToDictionary(text => text.Commitment, StringComparer.Ordinal), record.Marks(new(stream.Name)));
        return [.. facts.Zip(stream.Events, (told, stored) => Line(told, stored, texts, marks)).OfType<DossierLine>()];
    }

    DossierLine? Line(StampedFact told, DossierEvent stored, Dictionary<string, KeptText> texts, IReadOnlyDictionary<string, ErasureMark> marks)
    {
        if (HistorySearch.Sentence(told.Fact, told.Stamp, nb, nn) is not { } sentence) return null;
        // a document's own text stands with the document
        ImmutableArray<string> carried = told.Fact is DraftSaved ? [] : EventBytes.Texts(stored.Name, stored.Body);
        return new(
            stored.Version, told.Stamp.At, sentence, As(told.Stamp), [.. carried.Where(texts.ContainsKey).Select(text => texts[text]).Select(Text)],
            [.. carried.Where(marks.ContainsKey).Select(text => marks[text].Sentence)]);
    }

    DossierText Text(KeptText text) => new(FieldNames.Of(text.Field, forms), FigureNames.Read(text.Field, file) ?? Words.Same(text.Value));

    static Words As(Stamp stamp) => stamp.Person is null ? Words.Same("") : new(
        $"Som {stamp.Capacity.Words().Nb.ToLowerInvariant()}, innlogget med {SignInNames.Of(stamp.SignIn).Nb}.", $"Som {stamp.Capacity.Words().Nn.ToLowerInvariant()}, innlogga med {SignInNames.Of(stamp.SignIn).Nn}.");
}
