using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Makes one change in a form file. Never fails: what would leave the form unreadable is refused in words, and the file stays as it was.</summary>
public static class FormEditor
{
    public static FormEdited Apply(ReadOnlyMemory<byte> form, FormEdit edit)
    {
        if (FormTree.Open(form) is not { } tree) return Refused(Unreadable(form));
        Refusal[] refused = [.. edit.On(tree)];
        if (refused.Length > 0) return new(null, refused);
        var edited = tree.Bytes();
        return FormReader.Read(edited) is { Form: null } reading ? Refused([.. reading.Findings.Select(finding => finding.Sentence).Distinct()]) : new(edited, []);
    }

    static Words[] Unreadable(ReadOnlyMemory<byte> form) =>
        FormReader.Read(form).Findings.Select(finding => finding.Sentence).DefaultIfEmpty(FormReader.NotJson).Take(1).ToArray();

    static FormEdited Refused(Words[] why) => new(null, [.. why.Select(words => new FormWouldNotBeReadable(words))]);
}
