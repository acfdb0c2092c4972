using CrossCloudMesh.Plan.Pictures.Svg;

namespace CrossCloudMesh.Plan.Pictures.Map;

/// <summary>The card of a site before it has a place: its size, and what stands where in it.</summary>
internal sealed class MapCardBox
{
    /// <summary>Of most texts, in pixels.</summary>
    public const double SmallSize = 12;

    /// <summary>No card is wider, in pixels; what does not fit is cut.</summary>
    public const double MostWidth = 300;

    private const double NameSize = 15;
    private const double Padding = 14;
    private const double HeadHeight = 38;
    private const double LineHeight = 19;
    private const double BadgeHeight = 22;
    private const double BadgePadding = 10;
    private const double BadgeGap = 6;
    private const double LeastWidth = 210;

    public MapCardBox(MapCard card)
    {
        Card = card;
        var head = TextWidth.Of(card.Name, NameSize, isBold: true) + TextWidth.Of(card.Place, SmallSize) + Padding;
        var lines = card.Lines.Select(line => TextWidth.Of(line, SmallSize, line == card.Cluster)).DefaultIfEmpty(0).Max();
        var badges = card.Badges.Select(badge => TextWidth.Of(badge, SmallSize, isBold: true) + (2 * BadgePadding)).DefaultIfEmpty(0).Max();
        Width = Math.Clamp(Math.Max(head, Math.Max(lines, badges)) + (2 * Padding), LeastWidth, MostWidth);
        Height = HeadHeight + (card.Lines.Count() * LineHeight) + (card.Badges.Count * (BadgeHeight + BadgeGap)) + Padding - 4;
    }

    public MapCard Card { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The card at its place, as wide as the widest of its column.</summary>
    public MapBox At(double x, double y, double width)
    {
        var box = new Box(x, y, width, Height);
        var room = width - (2 * Padding);
        var name = TextWidth.Fit(Card.Name, room * 0.7, NameSize, isBold: true);
        var left = room - TextWidth.Of(name, NameSize, isBold: true) - (Padding / 2);
        List<Label> labels =
        [
            new(x + Padding, y + 26, NameSize, "strong", name),
            new(box.Right - Padding, y + 26, SmallSize, "soft end", TextWidth.Fit(Card.Place, left, SmallSize)),
        ];
        var line = y + HeadHeight + (LineHeight * 0.7);
        foreach (var text in Card.Lines)
        {
            var isCluster = text == Card.Cluster;
            labels.Add(new(x + Padding, line, SmallSize, isCluster ? "strong" : "soft", TextWidth.Fit(text, room, SmallSize, isCluster)));
            line += LineHeight;
        }

        var badges = new List<(Box, Label)>();
        var top = y + HeadHeight + (Card.Lines.Count() * LineHeight) + BadgeGap;
        foreach (var badge in Card.Badges)
        {
            var text = TextWidth.Fit(badge, room - (2 * BadgePadding), SmallSize, isBold: true);
            var around = new Box(x + Padding, top, TextWidth.Of(text, SmallSize, isBold: true) + (2 * BadgePadding), BadgeHeight);
            badges.Add((around, new(around.X + (around.Width / 2), top + 15, SmallSize, "accent strong mid", text)));
            top += BadgeHeight + BadgeGap;
        }

        return new("card", box, labels, badges, string.Join('\n', [$"{Card.Name} {Card.Place}", .. Card.Lines, .. Card.Badges]));
    }
}
