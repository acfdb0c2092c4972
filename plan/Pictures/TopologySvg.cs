using CrossCloudMesh.Plan.Pictures.Map;
using CrossCloudMesh.Plan.Pictures.Svg;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>What a stack is made of, as an SVG picture: clouds side by side, their sites as cards, and between them what joins them.</summary>
/// <remarks>It needs no font, no script and no other file, follows light and dark by itself, and is the same for the same plan.</remarks>
public static class TopologySvg
{
    private const double AreaRadius = 14;
    private const double CardRadius = 10;
    private const double BadgeRadius = 11;

    /// <summary>The whole picture as one element <c>svg</c>.</summary>
    public static string Draw(PlanDocument plan)
    {
        var model = MapModel.Of(plan);
        var layout = new MapLayout(model);
        var page = new SvgPage("topology", $"Topology of {plan.Stack.Name}", Description(model), layout.Width, layout.Height);
        foreach (var area in layout.Areas)
        {
            Draw(page, area, AreaRadius);
        }

        foreach (var curve in layout.Curves)
        {
            page.Curve(curve.Kind, curve.X1, curve.Y1, curve.X2, curve.Y2);
        }

        foreach (var box in layout.Cards.Concat(layout.Joints))
        {
            Draw(page, box, CardRadius);
        }

        return page.Done();
    }

    private static void Draw(SvgPage page, MapBox box, double radius)
    {
        page.Box(box.Box, box.Kind, radius, box.Tip);
        foreach (var label in box.Labels)
        {
            page.Text(label);
        }

        foreach (var (around, label) in box.Badges)
        {
            page.Box(around, "badge", BadgeRadius);
            page.Text(label);
        }
    }

    private static string Description(MapModel model) => string.Join(
        " ",
        model.Clouds.Select(cloud => $"{cloud.Title}: {string.Join("; ", cloud.Cards.Select(Said))}.")
            .Concat(model.Joints.Select(joint => $"{joint.One} and {joint.Other}: {string.Join(", ", joint.Lines.Prepend(joint.Name).Where(line => line.Length > 0))}.")));

    private static string Said(MapCard card) => string.Join(", ", [card.Name, card.Place, .. card.Lines, .. card.Badges]);
}
