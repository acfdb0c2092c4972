using System.Xml.Linq;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Plan.Pictures.Map;
using CrossCloudMesh.Plan.Pictures.Svg;

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
        _ = XDocument.Parse(TopologySvg.Draw(plan));
    }

    private static bool Touches(Box box, MapCurve curve) =>
        (curve.X2.Equals(box.X) || curve.X2.Equals(box.Right)) && curve.Y2 >= box.Y && curve.Y2 <= box.Bottom;

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
