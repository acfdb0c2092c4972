using System.Globalization;
using System.Xml.Linq;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Plan.Pictures.Map;
using CrossCloudMesh.Plan.Pictures.Svg;
using CrossCloudMesh.Plan.Timeline;

namespace CrossCloudMesh.Tests.Plan;

/// <summary>What makes a map legible: nothing lies on something else, and every text stays in its box.</summary>
internal static class Legible
{
    public static void Map(PlanDocument plan)
    {
        var layout = new MapLayout(MapModel.Of(plan));
        var page = new Box(0, 0, layout.Width, layout.Height);
        MapBox[] boxes = [.. layout.Cards, .. layout.Joints];
        Apart([.. boxes.Select(box => box.Box)]);
        Apart([.. layout.Areas.Select(area => area.Box), .. layout.Joints.Select(joint => joint.Box)]);
        Assert.All(layout.Areas.Concat(boxes), box =>
        {
            Assert.True(page.Holds(box.Box), $"{box.Tip} is off the page");
            Assert.All(box.Labels, label => Assert.True(box.Box.Holds(label.Room), $"{label.Text} sticks out of {box.Tip}"));
            Apart([.. box.Labels.Select(label => label.Room), .. box.Badges.Select(badge => badge.Box)]);
            Assert.All(box.Badges, badge => Assert.True(box.Box.Holds(badge.Box) && badge.Box.Holds(badge.Label.Room), $"{badge.Label.Text} sticks out"));
        });
        Assert.All(layout.Cards, card => Assert.Single(layout.Areas, area => area.Box.Holds(card.Box)));
        Assert.All(layout.Joints, joint => Assert.Contains(layout.Curves, curve => Touches(joint.Box, curve)));
        Assert.All(layout.Curves, curve => Assert.Contains(layout.Cards, card => Leaves(card.Box, curve)));
        _ = XDocument.Parse(TopologySvg.Draw(plan));
    }

    /// <summary>The schedule as it is drawn: bars and texts on the page, no text on another, and each name on a bar within the bar.</summary>
    public static void Schedule(CreationTimeline timeline)
    {
        var drawn = XDocument.Parse(TimelineSvg.Draw(timeline, urn => urn[(urn.LastIndexOf(':') + 1)..])).Root!;
        var page = new Box(0, 0, Number(drawn, "width"), Number(drawn, "height"));
        var bars = drawn.Elements().Where(element => element.Name.LocalName == "rect")
            .Select(bar => new Box(Number(bar, "x"), Number(bar, "y"), Number(bar, "width"), Number(bar, "height"))).ToList();
        var labels = drawn.Elements().Where(element => element.Name.LocalName == "text")
            .Select(text => new Label(Number(text, "x"), Number(text, "y"), Number(text, "font-size"), (string?)text.Attribute("class") ?? "", text.Value)).ToList();

        Assert.All(bars, bar => Assert.True(page.Holds(bar), $"{bar} is off the page"));
        Assert.All(labels, label => Assert.True(page.Holds(label.Room), $"{label.Text} is off the page"));
        Apart([.. labels.Select(label => label.Room)]);
        Assert.All(labels.Where(label => label.Kind.StartsWith("onbar", StringComparison.Ordinal)), label =>
            Assert.Contains(bars, bar => bar.X <= label.Room.X && label.Room.Right <= bar.Right && bar.Y <= label.Y && label.Y <= bar.Bottom));
        Assert.All(labels.Where(label => label.Kind is "strong" or "soft"), label => Assert.DoesNotContain(bars, bar => bar.Overlaps(label.Room)));
    }

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    private static bool Touches(Box box, MapCurve curve) =>
        (curve.X2.Equals(box.X) || curve.X2.Equals(box.Right)) && curve.Y2 >= box.Y && curve.Y2 <= box.Bottom;

    private static bool Leaves(Box box, MapCurve curve) =>
        (curve.X1.Equals(box.X) || curve.X1.Equals(box.Right)) && curve.Y1 >= box.Y && curve.Y1 <= box.Bottom;

    private static void Apart(Box[] boxes)
    {
        for (var one = 0; one < boxes.Length; one++)
        {
            for (var other = one + 1; other < boxes.Length; other++)
            {
                Assert.False(boxes[one].Overlaps(boxes[other]), $"{boxes[one]} lies on {boxes[other]}");
            }
        }
    }
}
