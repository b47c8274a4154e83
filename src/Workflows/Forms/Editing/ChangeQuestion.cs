using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Writes a question anew: its words, its type, whether it must be answered, its limits and answers. Its key is for ever.</summary>
public sealed record ChangeQuestion(string Place, FormQuestion Question) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        if (form.Find(Place) is not { } found || Components.TypeOf(found.Component) is null) return [new PlaceIsGone()];
        Refusal[] unmet = [.. Question.Unmet()];
        if (unmet.Length == 0) Question.Into(found.Component, isNew: false);
        return unmet;
    }
}
