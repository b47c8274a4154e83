using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>Puts elements in and takes them out so that the file still reads as its author indented it.</summary>
static class XmlLayout
{
    public static void InsertAfter(XElement before, XElement child)
    {
        var space = SpaceBefore(before);
        Indent(child, space);
        if (space is null) before.AddAfterSelf(child);
        else before.AddAfterSelf(new XText(space), child);
    }

    public static void InsertBefore(XElement after, XElement child)
    {
        var space = SpaceBefore(after);
        Indent(child, space);
        if (space is null) after.AddBeforeSelf(child);
        else after.AddBeforeSelf(child, new XText(space));
    }

    public static void Append(XElement parent, XElement child)
    {
        if (parent.Elements().LastOrDefault() is { } last)
        {
            InsertAfter(last, child);
            return;
        }

        if (SpaceBefore(parent) is not { } space)
        {
            parent.Add(child);
            return;
        }

        Indent(child, space + "  ");
        foreach (var blank in parent.Nodes().OfType<XText>().Where(text => string.IsNullOrWhiteSpace(text.Value)).ToList()) blank.Remove();
        parent.Add(new XText(space + "  "), child, new XText(space));
    }

    /// <summary>An element whose last child goes becomes an empty one.</summary>
    public static void Remove(XElement child)
    {
        var parent = child.Parent;
        if (child.PreviousNode is XText { Parent: not null } blank && string.IsNullOrWhiteSpace(blank.Value)) blank.Remove();
        child.Remove();
        if (parent is not null && !parent.Elements().Any() && string.IsNullOrWhiteSpace(parent.Value)) parent.RemoveNodes();
    }

    static string? SpaceBefore(XElement element) =>
        element.PreviousNode is XText text && string.IsNullOrWhiteSpace(text.Value) && text.Value.LastIndexOf('\n') is >= 0 and var line ? text.Value[line..] : null;

    static void Indent(XElement element, string? space)
    {
        if (space is null || !element.HasElements) return;
        foreach (var child in element.Elements().ToList())
        {
            Indent(child, space + "  ");
            child.AddBeforeSelf(new XText(space + "  "));
        }

        element.Add(new XText(space));
    }
}
