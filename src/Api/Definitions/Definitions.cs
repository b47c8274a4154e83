using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

public sealed class Definitions
{
    public FormCatalogue FormsOf(CaseFile file) => FormCatalogue.Empty;
    public TemporaryWorkflow Workflow(CaseFile file) => new();
}
public sealed class TemporaryWorkflow
{
    public Decision Decide(CaseContext context, CaseRequest request) => request.Decide(context);
}
public sealed record FireDueTimer(int Timer) : CaseRequest
{
    public override Act Act => Act.SystemAct;
    public override Decision Decide(CaseContext context) => Decision.Accept();
}
