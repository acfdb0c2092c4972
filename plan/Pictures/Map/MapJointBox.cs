using CrossCloudMesh.Plan.Pictures.Svg;

namespace CrossCloudMesh.Plan.Pictures.Map;

/// <summary>The box of what joins two sites, before it has a place.</summary>
internal sealed class MapJointBox
{
    private const double Size = 11.5;
    private const double NameSize = 13;
    private const double Padding = 12;
    private const double LineHeight = 17;
    private const double MostWidth = 260;

    private readonly List<(string Text, double Size, string Kind)> lines = [];

    public MapJointBox(MapJoint joint, int gap)
    {
        (Joint, Gap) = (joint, gap);
        if (joint.Name.Length > 0)
        {
            lines.Add((joint.Name, NameSize, joint.IsBridge ? "accent strong mid" : "strong mid"));
        }

        lines.AddRange(joint.Lines.Select((line, place) => (line, Size, joint.IsBroken && place == joint.Lines.Count - 1 ? "bad strong mid" : "soft mid")));
        Width = Math.Min(MostWidth, lines.Select(line => TextWidth.Of(line.Text, line.Size, IsBold(line.Kind))).DefaultIfEmpty(0).Max() + (2 * Padding));
        Height = (lines.Count * LineHeight) + Padding;
    }

    public MapJoint Joint { get; }

    /// <summary>In which gap: that in front of the column of this index.</summary>
    public int Gap { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The box at its place, as wide as the widest of its gap.</summary>
    public MapBox At(double x, double y, double width)
    {
        var box = new Box(x, y, width, Height);
        var labels = lines.Select((line, place) => new Label(
            x + (width / 2),
            y + (Padding / 2) + (LineHeight * (place + 0.75)),
            line.Size,
            line.Kind,
            TextWidth.Fit(line.Text, width - Padding, line.Size, IsBold(line.Kind))));
        var tip = string.Join('\n', [$"{Joint.One} and {Joint.Other}", .. lines.Select(line => line.Text)]);
        return new(Joint.IsBridge ? "bridge" : Joint.IsBroken ? "broken" : "pill", box, [.. labels], [], tip);
    }

    private static bool IsBold(string kind) => kind.Contains("strong", StringComparison.Ordinal);
}
