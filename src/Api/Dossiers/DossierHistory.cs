using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What has happened, was refused and was read, as a dossier's pages tell it: the same sentences as the history's, with who it was as and what was written.</summary>
sealed class DossierHistory(DossierRecord record, Viewer nb, Viewer nn, Viewer me)
{
    /// <summary>Movements of the process that say nothing to people are left out; they are among the facts.</summary>
    public ImmutableArray<DossierLine> Of(StreamId name)
    {
        if (record.Streams.FirstOrDefault(one => one.Name == name.Value) is not { } stream) return [];
        var (texts, marks) = (stream.Texts.ToDictionary(text => text.Commitment, StringComparer.Ordinal), record.Marks(name));
        return [.. record.Facts(stream).Zip(stream.Events, (told, stored) => Line(told, stored, texts, marks)).OfType<DossierLine>()];
    }

    DossierLine? Line(StampedFact told, DossierEvent stored, Dictionary<string, KeptText> texts, IReadOnlyDictionary<string, ErasureMark> marks)
    {
        if (HistorySearch.Sentence(told.Fact, told.Stamp, nb, nn) is not { } sentence) return null;
        // a document's own text stands with the document
        ImmutableArray<string> carried = told.Fact is DraftSaved ? [] : EventBytes.Texts(stored.Name, stored.Body);
        return new(
            stored.Version, told.Stamp.At, me.Say(sentence), As(told.Stamp),
            [.. carried.Where(texts.ContainsKey).Select(text => texts[text]).Select(text => new TextLine(me.Say(FieldNames.Of(text.Field)), FigureNames.Shown(text.Field, text.Value, me)))],
            [.. carried.Where(marks.ContainsKey).Select(text => marks[text].Sentence)]);
    }

    string As(Stamp stamp) => stamp.Person is null ? "" : me.Say(
        $"Som {stamp.Capacity.Words().Nb.ToLowerInvariant()}, innlogget med {SignInNames.Of(stamp.SignIn).Nb}.", $"Som {stamp.Capacity.Words().Nn.ToLowerInvariant()}, innlogga med {SignInNames.Of(stamp.SignIn).Nn}.");
}
