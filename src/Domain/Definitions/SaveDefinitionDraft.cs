using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Saves a drawing as a draft. A draft need not be right: what is wrong with it is listed until it is published.</summary>
/// <param name="Draft">The draft it is a new revision of; null begins a new one.</param>
/// <param name="BasedOn">The revision the editor had open.</param>
/// <param name="ContentHash">The drawing, in the content store already.</param>
/// <param name="Forms">Forms of the documents; null: those of the draft, else of what it builds on.</param>
/// <param name="Template">What a new definition is copied from.</param>
public sealed record SaveDefinitionDraft(
    int? Draft, int? BasedOn, string ContentHash, ImmutableArray<PublishedForm>? Forms, WrittenText? Note, DefinitionTemplate? Template) : DefinitionRequest
{
    public override Act Act => Act.EditDefinition;

    public override Decision Decide(DefinitionContext context)
    {
        var file = context.File;
        if (Require.Clean(Note, "note") is { } unclean) return Decision.Refuse(unclean);
        if (Draft is not { } number) return Decision.Accept(New(file));
        if (file.Draft(number) is not { Standing: DraftStanding.Open } draft) return Decision.Refuse(new DefinitionDraftIsGone());
        if (BasedOn != draft.Revision) return Decision.Refuse(new DefinitionDraftIsStale(draft.Revision));
        return Decision.Accept(new DefinitionDraftSaved(
            number, draft.Revision + 1, draft.BaseVersion, ContentHash, Forms ?? draft.Forms, Sealed() ?? draft.Note, draft.Template?.Key, draft.Template?.Version));
    }

    DefinitionDraftSaved New(DefinitionFile file) => new(
        file.Drafts.Length + 1, 1, file.LatestNumber, ContentHash, Forms ?? file.Latest?.Forms ?? [], Sealed(), Template?.Key, Template?.Version);

    SealedText? Sealed() => Note is { IsBlank: false } note ? note.Seal("definition.note") : null;
}

/// <summary>Gives a draft up.</summary>
public sealed record DiscardDefinitionDraft(int Draft) : DefinitionRequest
{
    public override Act Act => Act.EditDefinition;

    public override Decision Decide(DefinitionContext context) => context.File.Draft(Draft) is { Standing: DraftStanding.Open }
        ? Decision.Accept(new DefinitionDraftDiscarded(Draft))
        : Decision.Refuse(new DefinitionDraftIsGone());
}

public sealed record DefinitionDraftIsGone() : Refusal(new Words(
    "Utkastet er ikke åpent lenger. Last siden på nytt, og begynn et nytt utkast hvis du trenger det.",
    "Utkastet er ikkje ope lenger. Last sida på nytt, og begynn eit nytt utkast om du treng det."));

/// <param name="Revision">The revision that is the latest now.</param>
public sealed record DefinitionDraftIsStale(int Revision) : Refusal(new Words(
    $"Noen andre har lagret utkastet siden du åpnet det, og det er nå lagring {Revision}. Din utgave er tatt vare på. Se hva som er endret, og lagre på nytt eller lag et eget utkast.",
    $"Nokon andre har lagra utkastet sidan du opna det, og det er no lagring {Revision}. Di utgåve er teken vare på. Sjå kva som er endra, og lagre på nytt eller lag eit eige utkast."));
