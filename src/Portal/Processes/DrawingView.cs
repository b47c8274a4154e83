using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A draft to be drawn. The drawing itself is fetched by the tool.</summary>
/// <param name="IsOpen">It can be saved; otherwise it is only looked at.</param>
public sealed record DrawingView(string Key, Words Name, int Draft, int Revision, bool IsOpen);
