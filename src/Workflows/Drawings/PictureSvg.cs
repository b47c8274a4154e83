using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>How a picture is to be written.</summary>
/// <param name="Language">Written form of names and descriptions.</param>
/// <param name="Title">What the drawing is called by those who cannot see it.</param>
/// <param name="Describes">What is to be seen in it, in a few sentences.</param>
public sealed record SvgWish(Language Language, Words Title, Words Describes)
{
    public PictureMarks Marks { get; init; } = PictureMarks.None;

    /// <summary>Begins every id, so that several drawings can stand on one page.</summary>
    public string Prefix { get; init; } = "tegning";

    /// <summary>Size on the screen against the drawing's own units.</summary>
    public double Scale { get; init; } = 1;
}

/// <summary>
/// Writes a picture as SVG that needs nothing else: no style sheet, no script, no style attribute, so the same text is a picture on a page under the strictest
/// content policy and a file to take away. Texts are escaped by the writer. Dark on light, signs and outlines beside colours.
/// </summary>
public static class PictureSvg
{
    const string Namespace = "http://www.w3.org/2000/svg";
    const double Margin = 24;

    public static string Of(Picture picture, SvgWish wish)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true })) new Writing(xml, wish).Whole(picture);
        return text.ToString();
    }

    /// <summary>The sign of a mark alone, for the explanation beside a drawing.</summary>
    public static string Sign(MarkKind kind)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true })) new Writing(xml, new(Language.Nb, Words.Same(""), Words.Same(""))).SignAlone(kind);
        return text.ToString();
    }

    /// <summary>Fill, outline, width, dashes of what is marked; the sign's path in a circle of radius 9.</summary>
    sealed record Look(string Fill, string Stroke, double Width, string? Dashes, string Sign);

    static readonly Look Plain = new("#ffffff", "#41526a", 1.5, null, "");

    static Look Of(MarkKind kind) => kind switch
    {
        MarkKind.Done => new("#e3f2e6", "#1c6b36", 2, null, "M-4.5 0.5 L-1.5 3.5 L4.5 -3.5"),
        MarkKind.Here => new("#dcebfa", "#0b5394", 4, null, "M-3 -5 L5 0 L-3 5 Z"),
        MarkKind.Stuck => new("#fde6e3", "#a3211b", 4, "3 3", "M0 -5 L0 1 M0 4 L0 4.6"),
        MarkKind.Added => new("#e3f2e6", "#1c6b36", 3, null, "M-4.5 0 L4.5 0 M0 -4.5 L0 4.5"),
        MarkKind.Removed => new("#fde6e3", "#a3211b", 3, "8 5", "M-4.5 0 L4.5 0"),
        MarkKind.Changed => new("#fdf0d5", "#8a5300", 3, "14 4", "M-4.5 -2 L4.5 -2 M-4.5 2 L4.5 2 M-2 5 L2 -5"),
        MarkKind.Moved => new("#efe7f8", "#5f3b93", 2.5, "3 4", "M-5 0 L4 0 M1 -3.5 L4.5 0 L1 3.5"),
        MarkKind.Path => new("#efe7f8", "#5f3b93", 4, null, "M-3 -4 L2 0 L-3 4"),
        _ => new("#dcebfa", "#0b5394", 2.5, null, "M-4 4 L-4 0 M0 4 L0 -4 M4 4 L4 -2"),
    };

    sealed class Writing(XmlWriter xml, SvgWish wish)
    {
        const string Ink = "#16202c", Line = "#41526a", Font = "Inter, Arial, 'Liberation Sans', Helvetica, sans-serif";

        public void Whole(Picture picture)
        {
            var view = picture.Bounds.Around(Margin);
            Begin("svg", ("class", "picture__svg"), ("viewBox", $"{N(view.X)} {N(view.Y)} {N(view.Width)} {N(view.Height)}"), ("width", N(view.Width * wish.Scale)), ("height", N(view.Height * wish.Scale)),
                ("role", "img"), ("aria-labelledby", $"{wish.Prefix}-navn {wish.Prefix}-om"), ("font-family", Font), ("font-size", "12"), ("fill", Ink));
            Text("title", wish.Title.In(wish.Language), ("id", $"{wish.Prefix}-navn"));
            Text("desc", wish.Describes.In(wish.Language), ("id", $"{wish.Prefix}-om"));
            Empty("rect", ("x", N(view.X)), ("y", N(view.Y)), ("width", N(view.Width)), ("height", N(view.Height)), ("fill", "#ffffff"));
            foreach (var shape in picture.Shapes.Where(IsGround)) Shape(shape);
            foreach (var line in picture.Lines) DrawLine(line);
            foreach (var shape in picture.Shapes.Where(shape => !IsGround(shape))) Shape(shape);
            foreach (var line in picture.Lines) LineName(line);
            End();
        }

        public void SignAlone(MarkKind kind)
        {
            Begin("svg", ("class", "picture__sign"), ("viewBox", "-16 -13 32 26"), ("width", "32"), ("height", "26"), ("aria-hidden", "true"));
            Outline(new(-14, -11, 28, 22), Of(kind), 4);
            Sign(kind, new(0, 0));
            End();
        }

        /// <summary>What other things are drawn upon.</summary>
        static bool IsGround(DrawnShape shape) => shape.IsOpen || shape.Form is ShapeForm.Pool or ShapeForm.Lane or ShapeForm.Group;

        void Shape(DrawnShape shape)
        {
            var mark = wish.Marks.Of(shape.Id);
            var look = mark is null ? Plain : Of(mark.Kind);
            Begin("g", ("class", $"picture__{shape.Form.ToString().ToLowerInvariant()}{(mark is null ? "" : $" is-{mark.Kind.ToString().ToLowerInvariant()}")}"), ("data-element", shape.Id));
            var said = shape.Element is { } element ? ElementWords.Line(element) : Names(shape);
            Text("title", mark is null ? said.In(wish.Language) : $"{said.In(wish.Language)} – {mark.Says.In(wish.Language)}");
            switch (shape.Form)
            {
                case ShapeForm.Event: Event(shape, look); break;
                case ShapeForm.Gateway: Gateway(shape, look); break;
                case ShapeForm.Activity: Activity(shape, look); break;
                default: Rest(shape, look); break;
            }

            if (mark is not null) Marked(shape, mark);
            End();
        }

        static Words Names(DrawnShape shape) => shape.Name.Nb.Length > 0 ? shape.Name : Words.Same(shape.Id.Replace('_', ' '));

        void Event(DrawnShape shape, Look look)
        {
            var (middle, radius) = (shape.Bounds.Middle, Math.Min(shape.Bounds.Width, shape.Bounds.Height) / 2);
            var element = shape.Element!;
            var dashes = element.Kind is ElementKind.BoundaryEvent or ElementKind.StartEvent && !element.Interrupts ? "4 3" : look.Dashes;
            Circle(middle, radius, look.Fill, look.Stroke, element.Kind == ElementKind.EndEvent ? Math.Max(4, look.Width) : look.Width, dashes);
            if (element.Kind is ElementKind.BoundaryEvent or ElementKind.CatchEvent or ElementKind.ThrowEvent) Circle(middle, radius - 4, "none", look.Stroke, 1.2, dashes);
            Trigger(element, middle, radius * 0.5);
            Label(shape);
        }

        void Trigger(ProcessElement element, Point at, double size)
        {
            var throws = element.Kind is ElementKind.EndEvent or ElementKind.ThrowEvent;
            var path = element.Trigger switch
            {
                Workflows.Trigger.Message => "M-1 -0.7 L1 -0.7 L1 0.7 L-1 0.7 Z M-1 -0.7 L0 0.15 L1 -0.7",
                Workflows.Trigger.Error => "M-0.9 0.8 L-0.4 -0.6 L0.25 0.25 L0.9 -0.9 L0.4 0.7 L-0.3 -0.1 Z",
                Workflows.Trigger.Signal => "M0 -1 L1 0.75 L-1 0.75 Z",
                Workflows.Trigger.Escalation => "M0 -1 L0.8 0.9 L0 0.2 L-0.8 0.9 Z",
                Workflows.Trigger.Conditional => "M-0.8 -1 L0.8 -1 L0.8 1 L-0.8 1 Z M-0.5 -0.5 L0.5 -0.5 M-0.5 0 L0.5 0 M-0.5 0.5 L0.5 0.5",
                Workflows.Trigger.Link => "M-1 -0.4 L0.2 -0.4 L0.2 -0.9 L1.1 0 L0.2 0.9 L0.2 0.4 L-1 0.4 Z",
                Workflows.Trigger.Cancel => "M-0.8 -0.8 L0.8 0.8 M0.8 -0.8 L-0.8 0.8",
                Workflows.Trigger.Compensation => "M0 -0.8 L-1 0 L0 0.8 Z M1 -0.8 L0 0 L1 0.8 Z",
                Workflows.Trigger.Multiple => "M0 -1 L0.95 -0.3 L0.6 0.8 L-0.6 0.8 L-0.95 -0.3 Z",
                _ => null,
            };
            if (element.Trigger == Workflows.Trigger.Timer)
            {
                Circle(at, size * 1.25, "#ffffff", Ink, 1.2, null);
                Empty("path", ("d", $"M{N(at.X)} {N(at.Y - size)} L{N(at.X)} {N(at.Y)} L{N(at.X + (size * 0.7))} {N(at.Y + (size * 0.3))}"), ("fill", "none"), ("stroke", Ink), ("stroke-width", "1.4"));
            }
            else if (element.Trigger == Workflows.Trigger.Terminate) Circle(at, size * 1.1, Ink, Ink, 1, null);
            else if (path is not null) Path(Scaled(path, at, size), throws ? Ink : "none", throws && element.Trigger == Workflows.Trigger.Message ? "#ffffff" : Ink, 1.3);
        }

        void Gateway(DrawnShape shape, Look look)
        {
            var (box, at) = (shape.Bounds, shape.Bounds.Middle);
            Empty("path", [("d", $"M{N(at.X)} {N(box.Y)} L{N(box.Right)} {N(at.Y)} L{N(at.X)} {N(box.Bottom)} L{N(box.X)} {N(at.Y)} Z"), ("fill", look.Fill), .. Stroke(look.Stroke, look.Width, look.Dashes)]);
            var size = Math.Min(box.Width, box.Height) * 0.2;
            switch (shape.Element!.Kind)
            {
                case ElementKind.ExclusiveGateway: Path(Scaled("M-0.7 -1 L0.7 1 M0.7 -1 L-0.7 1", at, size), "none", Ink, 3); break;
                case ElementKind.ParallelGateway: Path(Scaled("M-1.1 0 L1.1 0 M0 -1.1 L0 1.1", at, size), "none", Ink, 3); break;
                case ElementKind.InclusiveGateway: Circle(at, size * 1.1, "none", Ink, 2.5, null); break;
                case ElementKind.EventBasedGateway:
                    Circle(at, size * 1.5, "none", Ink, 1.2, null);
                    Path(Scaled("M0 -1 L0.95 -0.3 L0.6 0.8 L-0.6 0.8 L-0.95 -0.3 Z", at, size), "none", Ink, 1.3);
                    break;
                default: Path(Scaled("M-1.1 0 L1.1 0 M0 -1.1 L0 1.1 M-0.8 -0.8 L0.8 0.8 M0.8 -0.8 L-0.8 0.8", at, size), "none", Ink, 2.5); break;
            }

            Label(shape);
        }

        void Activity(DrawnShape shape, Look look)
        {
            var element = shape.Element!;
            if (shape.IsOpen)
            {
                var open = wish.Marks.Of(shape.Id) is null ? look with { Fill = element.Lms.Phase is null ? "#ffffff" : "#f6f8fb" } : look with { Fill = Mixed(look) };
                Outline(shape.Bounds, element.Kind == ElementKind.EventSubProcess ? open with { Dashes = open.Dashes ?? "2 4" } : open, 10);
                Lines(TextFit.Within(shape.Name.In(wish.Language), shape.Bounds.Width - 44, 40, 15, 13, 12), new(shape.Bounds.X + 14, shape.Bounds.Y + 10), "start", bold: true);
                return;
            }

            Outline(shape.Bounds, element.Kind == ElementKind.CallActivity ? look with { Width = Math.Max(4, look.Width) } : element.Kind == ElementKind.EventSubProcess ? look with { Dashes = "2 4" } : look, 10);
            Task(element, shape.Bounds);
            var foot = element.Loop != LoopKind.None || element.Kind.IsScope() ? 16 : 4;
            var head = HasSign(element) ? 17 : 4;
            var room = new Area(shape.Bounds.X + 6, shape.Bounds.Y + head, shape.Bounds.Width - 12, shape.Bounds.Height - head - foot);
            var text = TextFit.Within(shape.Name.In(wish.Language), room.Width, room.Height, 12, 11, 10, 9);
            Lines(text, new(room.Middle.X, room.Y + ((room.Height - text.Height) / 2)), "middle");
            Foot(element, shape.Bounds);
        }

        /// <summary>Light enough for the dark text of what lies inside.</summary>
        static string Mixed(Look look) => look.Fill switch { "#dcebfa" => "#f2f8fe", "#e3f2e6" => "#f3faf4", "#fde6e3" => "#fef5f4", "#fdf0d5" => "#fef9ee", _ => "#f8f5fc" };

        static bool HasSign(ProcessElement element) =>
            Meaning.IsSignOff(element) || Meaning.IsGate(element) || element.Kind is ElementKind.UserTask or ElementKind.ManualTask or ElementKind.ServiceTask or ElementKind.SendTask or ElementKind.ReceiveTask or ElementKind.ScriptTask or ElementKind.BusinessRuleTask;

        void Task(ProcessElement element, Area box)
        {
            var at = new Point(box.X + 18, box.Y + 12);
            if (Meaning.IsSignOff(element))
            {
                Circle(new(at.X, at.Y), 6, "#ffffff", Ink, 1.4, null);
                Circle(new(at.X + 8, at.Y), 6, "none", Ink, 1.4, null);
            }
            else if (Meaning.IsGate(element)) Path(Scaled("M-1 1 L-1 -1 L1 -1 L1 1 M-0.35 1 L-0.35 -0.35 L0.35 -0.35 L0.35 1 M-1.2 1 L1.2 1", at, 6), "none", Ink, 1.4);
            else if (element.Kind is ElementKind.UserTask or ElementKind.ManualTask)
            {
                Circle(new(at.X, at.Y - 3), 3, "none", Ink, 1.3, null);
                Path($"M{N(at.X - 6)} {N(at.Y + 6)} Q{N(at.X - 6)} {N(at.Y + 1)} {N(at.X)} {N(at.Y + 1)} Q{N(at.X + 6)} {N(at.Y + 1)} {N(at.X + 6)} {N(at.Y + 6)} Z", "none", Ink, 1.3);
            }
            else if (element.Kind is ElementKind.SendTask or ElementKind.ReceiveTask) Path(Scaled("M-1 -0.7 L1 -0.7 L1 0.7 L-1 0.7 Z M-1 -0.7 L0 0.15 L1 -0.7", at, 6), "none", Ink, 1.3);
            else if (HasSign(element))
            {
                Circle(at, 3.2, "none", Ink, 1.3, null);
                Path(Scaled("M0 -1 L0 -0.6 M0 1 L0 0.6 M-1 0 L-0.6 0 M1 0 L0.6 0 M-0.7 -0.7 L-0.42 -0.42 M0.7 -0.7 L0.42 -0.42 M-0.7 0.7 L-0.42 0.42 M0.7 0.7 L0.42 0.42", at, 6.5), "none", Ink, 1.6);
            }
        }

        void Foot(ProcessElement element, Area box)
        {
            var at = new Point(box.Middle.X, box.Bottom - 9);
            if (element.Kind.IsScope())
            {
                Empty("rect", [("x", N(at.X - 6)), ("y", N(at.Y - 6)), ("width", "12"), ("height", "12"), ("fill", "#ffffff"), .. Stroke(Ink, 1.2, null)]);
                Path(Scaled("M-1 0 L1 0 M0 -1 L0 1", at, 4), "none", Ink, 1.2);
                at = new(at.X + 18, at.Y);
            }

            var path = element.Loop switch
            {
                LoopKind.Parallel => "M-0.8 -1 L-0.8 1 M0 -1 L0 1 M0.8 -1 L0.8 1",
                LoopKind.Sequential => "M-1 -0.8 L1 -0.8 M-1 0 L1 0 M-1 0.8 L1 0.8",
                LoopKind.Standard => "M-0.9 0.5 Q-1.2 -1 0.2 -1 Q1.4 -0.8 0.9 0.4 L0.3 0.9 M-1.3 0.2 L-0.9 0.7 L-0.4 0.2",
                _ => null,
            };
            if (path is not null) Path(Scaled(path, at, 5), "none", Ink, 1.6);
        }

        void Rest(DrawnShape shape, Look look)
        {
            var box = shape.Bounds;
            var name = shape.Name.In(wish.Language);
            switch (shape.Form)
            {
                case ShapeForm.Pool or ShapeForm.Lane:
                    Outline(box, look, 0);
                    var text = TextFit.Within(name, box.Height - 12, 26, 12, 11, 10);
                    Begin("g", ("transform", $"translate({N(box.X + 5)} {N(box.Middle.Y)}) rotate(-90)"));
                    Lines(text, new(0, 0), "middle");
                    End();
                    break;
                case ShapeForm.Group:
                    Outline(box, look with { Fill = "none", Dashes = "10 4 2 4" }, 10);
                    break;
                case ShapeForm.Note:
                    Path($"M{N(box.X + 12)} {N(box.Y)} L{N(box.X)} {N(box.Y)} L{N(box.X)} {N(box.Bottom)} L{N(box.X + 12)} {N(box.Bottom)}", "none", look.Stroke, look.Width);
                    Lines(TextFit.Within(name, box.Width - 12, box.Height - 6, 12, 11, 10), new(box.X + 7, box.Y + 4), "start");
                    break;
                default:
                    Path($"M{N(box.X)} {N(box.Y)} L{N(box.Right - 10)} {N(box.Y)} L{N(box.Right)} {N(box.Y + 10)} L{N(box.Right)} {N(box.Bottom)} L{N(box.X)} {N(box.Bottom)} Z", look.Fill, look.Stroke, look.Width);
                    Label(shape);
                    break;
            }
        }

        /// <summary>The name outside the outline: where the drawing says, with the room its words need, or below.</summary>
        void Label(DrawnShape shape)
        {
            var name = shape.Name.In(wish.Language);
            if (name.Length == 0) return;
            var box = LabelBox(shape);
            var text = TextFit.Within(name, box.Width, box.Height, 11, 10, 9);
            Lines(text, new(box.Middle.X, box.Y), "middle", halo: true);
        }

        void DrawLine(DrawnLine line)
        {
            var mark = wish.Marks.Of(line.Id);
            var look = mark is null ? new("none", Line, 1.6, null, "") : Of(mark.Kind);
            var dashes = line.Form switch { LineForm.Message => "7 4", LineForm.Association => "1.5 4", _ => mark is null ? null : look.Dashes };
            Begin("g", ("class", $"picture__line{(mark is null ? "" : $" is-{mark.Kind.ToString().ToLowerInvariant()}")}"), ("data-element", line.Id));
            Text("title", Told(line, mark));
            var width = mark is null ? 1.6 : Math.Max(2.5, look.Width);
            var points = line.Points;
            var (tip, before) = (points[^1], Before(points));
            var arrow = line.Form != LineForm.Association;
            var end = arrow ? Toward(tip, before, 7) : tip;
            Empty("path", [("d", Rounded([.. points.Take(points.Length - 1), end])), ("fill", "none"), .. Stroke(look.Stroke, width, dashes)]);
            if (arrow) Arrow(tip, before, look.Stroke, line.Form == LineForm.Message ? "#ffffff" : look.Stroke, width > 2 ? 1.35 : 1);
            if (line.Flow is { } flow) Beginning(flow, points, look.Stroke);
            End();
        }

        string Told(DrawnLine line, PictureMark? mark)
        {
            var told = line.Flow is { } flow
                ? wish.Language == Language.Nn ? $"Veg frå {ElementWords.Named(flow.Source).Nn} til {ElementWords.Named(flow.Target).Nn}" : $"Vei fra {ElementWords.Named(flow.Source).Nb} til {ElementWords.Named(flow.Target).Nb}"
                : line.Form == LineForm.Message ? wish.Language == Language.Nn ? "Melding mellom prosessar" : "Melding mellom prosesser" : wish.Language == Language.Nn ? "Kopling" : "Kobling";
            var name = line.Name.In(wish.Language);
            return $"{told}{(name.Length > 0 ? $": {name}" : "")}{(mark is null ? "" : $" – {mark.Says.In(wish.Language)}")}";
        }

        void Beginning(SequenceFlow flow, ImmutableArray<Point> points, string stroke)
        {
            var (from, next) = (points[0], points[1]);
            var away = Toward(from, next, -8);
            if (flow.Source.Default == flow)
            {
                var (dx, dy) = Unit(from, next);
                Empty("path", [("d", $"M{N(away.X - (dx * 4) - (dy * 5))} {N(away.Y - (dy * 4) + (dx * 5))} L{N(away.X + (dx * 4) + (dy * 5))} {N(away.Y + (dy * 4) - (dx * 5))}"), .. Stroke(stroke, 1.8, null)]);
            }
            else if (flow.IsConditional && flow.Source.Kind.IsActivity())
            {
                var (dx, dy) = Unit(from, next);
                Path($"M{N(from.X)} {N(from.Y)} L{N(from.X + (dx * 8) - (dy * 5))} {N(from.Y + (dy * 8) + (dx * 5))} L{N(from.X + (dx * 16))} {N(from.Y + (dy * 16))} L{N(from.X + (dx * 8) + (dy * 5))} {N(from.Y + (dy * 8) - (dx * 5))} Z", "#ffffff", stroke, 1.3);
            }
        }

        void LineName(DrawnLine line)
        {
            var name = line.Name.In(wish.Language);
            if (name.Length == 0) return;
            var box = LabelBox(line, name);
            var text = TextFit.Within(name, box.Width, box.Height, 11, 10, 9);
            Lines(text, new(box.Middle.X, box.Y), "middle", halo: true);
        }

        /// <summary>The sign at the upper left corner, and what is counted at the upper right, both on the outline.</summary>
        void Marked(DrawnShape shape, PictureMark mark)
        {
            var box = shape.Bounds;
            var small = shape.Form is ShapeForm.Event or ShapeForm.Gateway;
            Sign(mark.Kind, small ? new(box.X + 2, box.Y + 2) : new(box.X, box.Y));
            if (mark.Pill is not { Length: > 0 } pill) return;
            var width = Math.Max(22, (TextFit.Width(pill, 11) * 1.1) + 12);
            var at = new Point(box.Right - (small ? 0 : width / 3), box.Y);
            var look = Of(mark.Kind);
            Empty("rect", ("x", N(at.X - (width / 2))), ("y", N(at.Y - 9)), ("width", N(width)), ("height", "18"), ("rx", "9"), ("fill", look.Stroke), ("stroke", "#ffffff"), ("stroke-width", "1.5"));
            Text("text", pill, ("x", N(at.X)), ("y", N(at.Y + 4)), ("text-anchor", "middle"), ("font-size", "11"), ("font-weight", "bold"), ("fill", "#ffffff"));
        }

        void Sign(MarkKind kind, Point at)
        {
            var look = Of(kind);
            Circle(at, 9, look.Stroke, "#ffffff", 1.5, null);
            Path(Scaled(look.Sign, at, 1), kind == MarkKind.Here ? "#ffffff" : "none", "#ffffff", 2);
        }

        void Lines(FittedText text, Point top, string anchor, bool bold = false, bool halo = false)
        {
            for (var i = 0; i < text.Lines.Length; i++)
            {
                List<(string, string)> attributes = [("x", N(top.X)), ("y", N(top.Y + (text.LineHeight * i) + (text.Size * 0.92))), ("text-anchor", anchor), ("font-size", N(text.Size))];
                if (bold) attributes.Add(("font-weight", "bold"));
                if (halo) attributes.AddRange([("paint-order", "stroke"), ("stroke", "#ffffff"), ("stroke-width", "3"), ("stroke-linejoin", "round")]);
                Text("text", text.Lines[i], [.. attributes]);
            }
        }

        void Outline(Area box, Look look, double radius) => Empty(
            "rect", [("x", N(box.X)), ("y", N(box.Y)), ("width", N(box.Width)), ("height", N(box.Height)), ("rx", N(radius)), ("fill", look.Fill), .. Stroke(look.Stroke, look.Width, look.Dashes)]);

        void Circle(Point at, double radius, string fill, string stroke, double width, string? dashes) => Empty(
            "circle", [("cx", N(at.X)), ("cy", N(at.Y)), ("r", N(radius)), ("fill", fill), .. Stroke(stroke, width, dashes)]);

        void Path(string path, string fill, string stroke, double width) => Empty(
            "path", [("d", path), ("fill", fill), .. Stroke(stroke, width, null), ("stroke-linejoin", "round"), ("stroke-linecap", "round")]);

        static (string, string)[] Stroke(string stroke, double width, string? dashes) =>
            dashes is null ? [("stroke", stroke), ("stroke-width", N(width))] : [("stroke", stroke), ("stroke-width", N(width)), ("stroke-dasharray", dashes)];

        void Arrow(Point tip, Point before, string stroke, string fill, double size)
        {
            var (dx, dy) = Unit(before, tip);
            var (back, wide) = (11 * size, 4.5 * size);
            Empty("path", [("d", $"M{N(tip.X)} {N(tip.Y)} L{N(tip.X - (dx * back) - (dy * wide))} {N(tip.Y - (dy * back) + (dx * wide))} L{N(tip.X - (dx * back) + (dy * wide))} {N(tip.Y - (dy * back) - (dx * wide))} Z"), ("fill", fill), .. Stroke(stroke, 1, null)]);
        }

        /// <summary>The last point that is not the tip itself.</summary>
        static Point Before(ImmutableArray<Point> points)
        {
            for (var i = points.Length - 2; i >= 0; i--)
                if (points[i] != points[^1]) return points[i];
            return points[^1] with { X = points[^1].X - 1 };
        }

        static Point Toward(Point from, Point to, double distance)
        {
            var (dx, dy) = Unit(from, to);
            return new(from.X + (dx * Math.Abs(distance)), from.Y + (dy * Math.Abs(distance)));
        }

        static (double X, double Y) Unit(Point from, Point to)
        {
            var length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
            return length == 0 ? (1, 0) : ((to.X - from.X) / length, (to.Y - from.Y) / length);
        }

        /// <summary>Corners a little round, so that lines that meet are told apart.</summary>
        static string Rounded(ImmutableArray<Point> points)
        {
            const double Radius = 6;
            var path = new StringBuilder($"M{N(points[0].X)} {N(points[0].Y)}");
            for (var i = 1; i < points.Length - 1; i++)
            {
                var (before, corner, after) = (points[i - 1], points[i], points[i + 1]);
                var radius = Math.Min(Radius, Math.Min(Length(before, corner), Length(corner, after)) / 2);
                var (into, away) = (Toward(corner, before, radius), Toward(corner, after, radius));
                path.Append(CultureInfo.InvariantCulture, $" L{N(into.X)} {N(into.Y)} Q{N(corner.X)} {N(corner.Y)} {N(away.X)} {N(away.Y)}");
            }

            return path.Append(CultureInfo.InvariantCulture, $" L{N(points[^1].X)} {N(points[^1].Y)}").ToString();
        }

        static double Length(Point from, Point to) => Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));

        /// <summary>A path of moves and lines about a middle, each number a share of a size.</summary>
        static string Scaled(string path, Point at, double size)
        {
            var (result, horizontal) = (new StringBuilder(), true);
            foreach (var part in path.Split(' '))
            {
                var letter = part.Length > 0 && char.IsLetter(part[0]) ? part[..1] : "";
                if (letter.Length > 0) horizontal = true;
                result.Append(result.Length == 0 ? "" : " ").Append(letter);
                if (part.Length == letter.Length) continue;
                var number = double.Parse(part.AsSpan(letter.Length), CultureInfo.InvariantCulture);
                result.Append(N((horizontal ? at.X : at.Y) + (number * size)));
                horizontal = !horizontal;
            }

            return result.ToString();
        }

        void Begin(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            xml.WriteStartElement(name, Namespace);
            foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        }

        void End() => xml.WriteEndElement();

        void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Begin(name, attributes);
            End();
        }

        void Text(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Begin(name, attributes);
            xml.WriteString(text);
            End();
        }
    }

    /// <summary>Where the name of a shape stands that has it outside: as many lines as it needs, with its middle where the drawing has it.</summary>
    public static Area LabelBox(DrawnShape shape)
    {
        if (shape.Label is not { } label) return new(shape.Bounds.Middle.X - 48, shape.Bounds.Bottom + 5, 96, 40);
        var width = Math.Clamp(label.Width + 14, 60, 116);
        return new(label.Middle.X - (width / 2), label.Y, width, 40);
    }

    /// <summary>Where the name of a line stands: as the drawing has it, or over the middle of its longest piece.</summary>
    public static Area LabelBox(DrawnLine line, string name)
    {
        var wide = Math.Min(90, TextFit.Width(name, 11) + 2);
        if (line.Label is { } label) return new(label.Middle.X - (Math.Max(label.Width + 8, wide) / 2), label.Y, Math.Max(label.Width + 8, wide), 40);
        var longest = Enumerable.Range(0, line.Points.Length - 1).MaxBy(i => Math.Abs(line.Points[i + 1].X - line.Points[i].X) + Math.Abs(line.Points[i + 1].Y - line.Points[i].Y));
        var (a, b) = (line.Points[longest], line.Points[longest + 1]);
        return new(((a.X + b.X) / 2) - (wide / 2), ((a.Y + b.Y) / 2) - (Math.Abs(a.Y - b.Y) < 1 ? 15 : 6), wide, 40);
    }

    static string N(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
