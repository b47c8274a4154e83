namespace LmsWorkflow.Workflows;

/// <summary>Where something is drawn, in the units of the diagram (BPMN 2.0.2 §12.2, DC Bounds).</summary>
readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double MidX => X + (Width / 2);
    public double MidY => Y + (Height / 2);

    public Box Moved(double x, double y) => this with { X = X + x, Y = Y + y };

    public static Box Around(double midX, double midY, double width, double height) => new(midX - (width / 2), midY - (height / 2), width, height);
}
