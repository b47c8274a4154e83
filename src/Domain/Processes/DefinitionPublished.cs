using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A form as published beside a definition: these bytes, for this document.</summary>
public sealed record PublishedForm(DocumentKind Kind, string ContentHash);

/// <summary>A version of a process definition with its forms can drive cases from now on. Immutable; a case is pinned to its version (design §5).</summary>
/// <param name="ContentHash">Lower-case hex SHA-256 of the BPMN file; the bytes lie in the content store.</param>
/// <param name="Draft">The draft it was; null for what came with the product at the first start.</param>
/// <param name="Note">Why, in the publisher's words.</param>
/// <param name="Proposal">The proposal both sides consented to, when the version weakens participation.</param>
/// <param name="Rehearsal">The kept scenarios had all gone as they say; null when there were none.</param>
public sealed record DefinitionPublished(
    string Key, int Version, string ContentHash, ImmutableArray<PublishedForm> Forms, int? Draft = null, SealedText? Note = null, int? Proposal = null,
    Rehearsed? Rehearsal = null) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp)
    {
        var proposal = Proposal is { } number ? file.Proposal(number) : null;
        // the second to consent puts it in force, but it was somebody else who asked
        var version = new PublishedVersion(Version, ContentHash, Forms, stamp.At, proposal?.By ?? stamp.Person, Note, Draft, Proposal) { Rehearsal = Rehearsal };
        var after = file with { Published = file.Published.Add(version) };
        if (proposal is not null) after = after.With(proposal with { Standing = ProposalStanding.Consented });
        return Draft is { } draft && after.Draft(draft) is { } found ? after.With(found with { Standing = DraftStanding.Published }) : after;
    }
}
