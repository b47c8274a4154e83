using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What came of an edit.</summary>
/// <param name="Xml">The whole file; null when it was refused.</param>
/// <param name="At">The step or way to go on at: the new one when one was made.</param>
public sealed record EditedDrawing(byte[]? Xml, string At, Refusal? Refused);

/// <summary>Edits a BPMN file. Foreign extensions, ids, shapes and layout of the text stay as they were where the edit says nothing of them.</summary>
public static class DrawingEditor
{
    public static EditedDrawing Apply(ReadOnlyMemory<byte> xml, DrawingEdit edit)
    {
        if (DrawingXml.Read(xml) is not { } drawing) return new(null, edit.At, new DrawingIsUnreadable());
        return edit.Apply(drawing) is { } refusal ? new(null, edit.At, refusal) : new(drawing.Write(), drawing.At ?? edit.At, null);
    }
}
