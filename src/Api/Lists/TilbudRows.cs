using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>The tilbud as its case leaves it (domain notes §4.1): under establishment until the leader has decided.</summary>
static class TilbudRows
{
    public static ImmutableArray<TilbudRow> Of(CaseFile file)
    {
        var identity = file.Identity!;
        return [new(identity.Tilbud, file.Id, identity.Title.Commitment, identity.LmsUnit, identity.Type, Standing(file), identity.RegisteredAt)];
    }

    static string Standing(CaseFile file) => file switch
    {
        { Standing: Domain.Standing.Cancelled } => "cancelled",
        { Continuation: not null } => "decided",
        { Phase: Phase.Delivery or Phase.Evaluation or Phase.Continuation } => "trial",
        _ => "establishing",
    };
}
