using CrossCloudMesh.Plan.Pictures.Svg;

namespace CrossCloudMesh.Plan.Pictures.Map;

/// <summary>A box with what stands in it.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Box">Where.</param>
/// <param name="Labels">Its texts.</param>
/// <param name="Badges">Boxes in it, each with its text.</param>
/// <param name="Tip">All of it, for who points at it.</param>
internal sealed record MapBox(string Kind, Box Box, IReadOnlyList<Label> Labels, IReadOnlyList<(Box Box, Label Label)> Badges, string Tip);

/// <summary>A line between the sides of two boxes.</summary>
internal sealed record MapCurve(string Kind, double X1, double Y1, double X2, double Y2);

/// <summary>
/// Where everything of a map stands: each cloud a column with its sites as cards, each joint a box in the gap between two columns, and lines from
/// box to card that stay in that gap. Nothing can overlap, however many sites and joints there are.
/// </summary>
internal sealed class MapLayout
{
    private const double Margin = 16;
    private const double AreaPadding = 14;
    private const double TitleHeight = 34;
    private const double CardGap = 18;
    private const double JointGap = 12;
    private const double Channel = 28;
    private const double MostChannel = 60;
    private const double SideOffset = 5;

    private readonly MapModel model;
    private readonly List<MapBox> areas = [];
    private readonly Dictionary<string, (MapBox Box, int Column)> cards = new(StringComparer.Ordinal);
    private readonly List<MapBox> joints = [];
    private readonly List<MapCurve> curves = [];

    public MapLayout(MapModel model)
    {
        this.model = model;
        var columns = model.Clouds.Select((cloud, index) => new MapColumn(cloud, index)).ToList();
        var columnOf = columns.SelectMany(column => column.Cloud.Cards.Select(card => (card.Name, column.Index)))
            .ToDictionary(each => each.Name, each => each.Index, StringComparer.Ordinal);
        var gaps = model.Joints.Select(joint => new MapJointBox(joint, Gap(columnOf[joint.One], columnOf[joint.Other]))).ToLookup(joint => joint.Gap);
        var height = columns.Select(column => column.Height).Concat(gaps.Select(gap => gap.Sum(joint => joint.Height + JointGap))).DefaultIfEmpty(TitleHeight).Max();

        var x = Margin;
        var places = new Dictionary<int, (double X, double Width)>();
        for (var index = 0; index <= columns.Count; index++)
        {
            if (gaps.Contains(index))
            {
                var (channel, width) = (Math.Min(MostChannel, Channel + gaps[index].Count()), gaps[index].Max(joint => joint.Width));
                var (before, after) = (index > 0 ? channel : 0, index < columns.Count ? channel : 0);
                places[index] = (x + before, width);
                x += before + width + after;
            }
            else if (index > 0 && index < columns.Count)
            {
                x += Channel;
            }

            if (index < columns.Count)
            {
                Place(columns[index], x, Margin + ((height - columns[index].Height) / 2));
                x += columns[index].Width;
            }
        }

        foreach (var gap in gaps)
        {
            Place(gap, places[gap.Key], height);
        }

        (Width, Height) = (x + Margin, height + (2 * Margin));
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Around the cards of each cloud.</summary>
    public IReadOnlyList<MapBox> Areas => areas;

    /// <summary>In the order of their clouds.</summary>
    public IEnumerable<MapBox> Cards => cards.Values.Select(card => card.Box);

    public IReadOnlyList<MapBox> Joints => joints;

    public IReadOnlyList<MapCurve> Curves => curves;

    /// <summary>The gap in front of the later column; what joins two sites of one cloud stands at the free side of it.</summary>
    private int Gap(int one, int other) => one != other ? Math.Max(one, other) : one == model.Clouds.Count - 1 && one > 0 ? one + 1 : one;

    private void Place(MapColumn column, double x, double y)
    {
        var area = new Box(x, y, column.Width, column.Height);
        var title = TextWidth.Fit(column.Cloud.Title, column.Width - (2 * AreaPadding), MapCardBox.SmallSize, isBold: true);
        areas.Add(new("area", area, [new(x + AreaPadding, y + 22, MapCardBox.SmallSize, "soft strong", title)], [], column.Cloud.Title));
        var top = y + TitleHeight;
        foreach (var card in column.Cards)
        {
            cards[card.Card.Name] = (card.At(x + AreaPadding, top, column.Width - (2 * AreaPadding)), column.Index);
            top += card.Height + CardGap;
        }
    }

    /// <summary>Each as near to the middle of what it joins as the others leave room.</summary>
    private void Place(IEnumerable<MapJointBox> gap, (double X, double Width) place, double height)
    {
        MapJointBox[] sorted =
        [
            .. gap.OrderBy(Wish).ThenBy(joint => joint.Joint.One, StringComparer.Ordinal).ThenBy(joint => joint.Joint.Other, StringComparer.Ordinal)
                .ThenBy(joint => joint.Joint.IsBridge),
        ];
        var tops = new double[sorted.Length];
        var free = Margin;
        for (var index = 0; index < sorted.Length; index++)
        {
            tops[index] = Math.Max(free, Wish(sorted[index]) - (sorted[index].Height / 2));
            free = tops[index] + sorted[index].Height + JointGap;
        }

        var end = height + Margin;
        for (var index = sorted.Length - 1; index >= 0; index--)
        {
            tops[index] = Math.Min(tops[index], end - sorted[index].Height);
            end = tops[index] - JointGap;
            joints.Add(sorted[index].At(place.X, tops[index], place.Width));
            Lead(sorted[index].Joint, joints[^1].Box);
        }
    }

    private double Wish(MapJointBox joint) => (cards[joint.Joint.One].Box.Box.MiddleY + cards[joint.Joint.Other].Box.Box.MiddleY) / 2;

    private void Lead(MapJoint joint, Box box)
    {
        var (one, other) = (cards[joint.One], cards[joint.Other]);
        string[] kinds = joint switch { { IsBridge: true } => ["lineb"], { HasBackup: true } => ["line", "line2"], _ => ["line"] };
        foreach (var end in new[] { one.Box.Box, other.Box.Box })
        {
            var isLeft = end.X < box.X;
            var apart = one.Column != other.Column ? 0 : end.MiddleY < box.MiddleY ? -box.Height / 4 : box.Height / 4;
            for (var line = 0; line < kinds.Length; line++)
            {
                var offset = (line - ((kinds.Length - 1) / 2.0)) * SideOffset;
                // Lines to one card come in where they come from, so that they cross as little as can be.
                var at = Math.Clamp(box.MiddleY, end.Y + (end.Height * 0.2), end.Bottom - (end.Height * 0.2));
                curves.Add(new(kinds[line], isLeft ? end.Right : end.X, at + offset, isLeft ? box.X : box.Right, box.MiddleY + apart + offset));
            }
        }
    }

    /// <summary>A cloud with its cards, before it has a place.</summary>
    private sealed class MapColumn(MapCloud cloud, int index)
    {
        public MapCloud Cloud => cloud;

        public int Index => index;

        public IReadOnlyList<MapCardBox> Cards { get; } = [.. cloud.Cards.Select(card => new MapCardBox(card))];

        public double Width => Math.Max(Cards.Max(card => card.Width), Math.Min(MapCardBox.MostWidth, TitleWidth)) + (2 * AreaPadding);

        private double TitleWidth => TextWidth.Of(cloud.Title, MapCardBox.SmallSize, isBold: true);

        public double Height => TitleHeight + Cards.Sum(card => card.Height) + ((Cards.Count - 1) * CardGap) + AreaPadding;
    }
}
