using System.Globalization;
using System.Text;

namespace CrossCloudMesh.Plan.Pictures.Svg;

/// <summary>An SVG picture that needs nothing but itself: its colours follow the reader's choice of light or dark.</summary>
internal sealed class SvgPage
{
    private const string Style =
        """
        .ccm{--paper:#ffffff;--area:#f4f5f7;--rule:#d5d9e0;--ink:#1c2128;--soft:#59636e;--line:#8b95a3;--accent:#2f5bd0;--tint:#e8eefc;--busy:#c3ccda;--bad:#b3261e;
        font-family:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
        @media (prefers-color-scheme:dark){.ccm{--paper:#20252d;--area:#191d23;--rule:#343c48;--ink:#e8ebf0;--soft:#a3adba;--line:#76818f;--accent:#8fb0ff;--tint:#232f4d;--busy:#414b5a;--bad:#ff8a80}}
        @media print{.ccm{--paper:#ffffff;--area:#f4f5f7;--rule:#d5d9e0;--ink:#1c2128;--soft:#59636e;--line:#8b95a3;--accent:#2f5bd0;--tint:#e8eefc;--busy:#c3ccda;--bad:#b3261e}}
        .ccm text{fill:var(--ink)}.ccm .soft{fill:var(--soft)}.ccm .accent{fill:var(--accent)}.ccm .bad{fill:var(--bad)}.ccm .strong{font-weight:600}
        .ccm .end{text-anchor:end}.ccm .mid{text-anchor:middle}
        .ccm .area{fill:var(--area);stroke:var(--rule)}.ccm .card{fill:var(--paper);stroke:var(--rule)}.ccm .pill{fill:var(--paper);stroke:var(--line)}
        .ccm .bridge{fill:var(--paper);stroke:var(--accent);stroke-dasharray:4 3}.ccm .broken{fill:var(--paper);stroke:var(--bad);stroke-width:2}
        .ccm .badge{fill:var(--tint)}.ccm .line{fill:none;stroke:var(--line);stroke-width:2}.ccm .line2{fill:none;stroke:var(--line);stroke-width:1.25;stroke-dasharray:5 4}
        .ccm .lineb{fill:none;stroke:var(--accent);stroke-width:1.5;stroke-dasharray:4 3}.ccm .rule{fill:none;stroke:var(--rule)}
        .ccm .busy{fill:var(--busy)}.ccm .critical{fill:var(--accent)}.ccm .onbar{fill:var(--paper)}.ccm .bound{stroke:var(--soft);stroke-dasharray:3 3}
        """;

    private readonly StringBuilder text = new(16 * 1024);

    /// <param name="id">Of the picture within a page that has several.</param>
    /// <param name="title">What it is, for those who do not see it.</param>
    /// <param name="description">What it shows, in words.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public SvgPage(string id, string title, string description, double width, double height)
    {
        text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ccm\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" ")
            .Append($"width=\"{Number(width)}\" height=\"{Number(height)}\" viewBox=\"0 0 {Number(width)} {Number(height)}\">\n")
            .Append($"<title id=\"{id}-title\">{XmlText.Escaped(title)}</title>\n<desc id=\"{id}-desc\">{XmlText.Escaped(description)}</desc>\n")
            .Append("<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n");
    }

    public void Box(Box box, string kind, double radius, string? tip = null)
    {
        var shape = $"<rect class=\"{kind}\" x=\"{Number(box.X)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\" rx=\"{Number(radius)}\"";
        text.Append(tip is null ? $"{shape}/>\n" : $"{shape}><title>{XmlText.Escaped(tip)}</title></rect>\n");
    }

    public void Text(Label label)
    {
        var kinds = label.Kind.Length == 0 ? "" : $" class=\"{label.Kind}\"";
        text.Append($"<text{kinds} x=\"{Number(label.X)}\" y=\"{Number(label.Y)}\" font-size=\"{Number(label.Size)}\">{XmlText.Escaped(label.Text)}</text>\n");
    }

    /// <summary>A line that leaves and arrives level.</summary>
    public void Curve(string kind, double x1, double y1, double x2, double y2)
    {
        var middle = (x1 + x2) / 2;
        text.Append($"<path class=\"{kind}\" d=\"M{Number(x1)} {Number(y1)}C{Number(middle)} {Number(y1)} {Number(middle)} {Number(y2)} {Number(x2)} {Number(y2)}\"/>\n");
    }

    public void Line(string kind, double x1, double y1, double x2, double y2) =>
        text.Append($"<path class=\"{kind}\" d=\"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}\"/>\n");

    public string Done() => text.Append("</svg>\n").ToString();

    /// <summary>To a tenth of a pixel, the same whatever the language of the machine.</summary>
    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A rectangle, in pixels from the upper left corner of the picture.</summary>
internal sealed record Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleY => Y + (Height / 2);

    /// <summary>Whether two share any place.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>Whether another lies in this one, edges included.</summary>
    public bool Holds(Box other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}

/// <summary>A line of text.</summary>
/// <param name="X">Where it starts, ends or has its middle, as its kind says.</param>
/// <param name="Y">Of the line that letters stand on.</param>
/// <param name="Size">Of the font, in pixels.</param>
/// <param name="Kind">Its classes: <c>strong</c>, <c>soft</c>, <c>end</c>, <c>mid</c>.</param>
/// <param name="Text">What stands there.</param>
internal sealed record Label(double X, double Y, double Size, string Kind, string Text)
{
    private const double Ascent = 0.95;
    private const double Height = 1.2;

    /// <summary>The room that it takes at most.</summary>
    public Box Room
    {
        get
        {
            var kinds = Kind.Split(' ');
            var width = TextWidth.Of(Text, Size, kinds.Contains("strong"));
            var left = kinds.Contains("end") ? X - width : kinds.Contains("mid") ? X - (width / 2) : X;
            return new(left, Y - (Size * Ascent), width, Size * Height);
        }
    }
}
