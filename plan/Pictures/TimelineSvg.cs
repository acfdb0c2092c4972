using CrossCloudMesh.Plan.Pictures.Svg;
using CrossCloudMesh.Plan.Timeline;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>The first <c>pulumi up</c> as a schedule: what decides it on top, then a row for each layer of each place, and where the clouds' own time ends.</summary>
/// <remarks>Rows in which nothing takes long enough to be seen are left out.</remarks>
public static class TimelineSvg
{
    private const double Width = 980;
    private const double Left = 232;
    private const double Right = 20;
    private const double LayerX = 132;
    private const double Top = 40;
    private const double RowHeight = 22;
    private const double BarHeight = 12;
    private const double GroupGap = 8;
    private const double Size = 12;
    private const double SmallSize = 11;
    private const double BarRadius = 3;
    private const double LeastBar = 2;
    private const double Baseline = 15;
    private const int Minute = 60;
    private const int MostTicks = 12;

    private static readonly int[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 960];

    /// <summary>The whole picture as one element <c>svg</c>.</summary>
    /// <param name="timeline">What to draw.</param>
    /// <param name="nameOf">What a reader knows a URN by.</param>
    public static string Draw(CreationTimeline timeline, Func<string, string> nameOf)
    {
        var lanes = timeline.Lanes.Where(lane => lane.Busy.Count > 0).ToList();
        var groups = lanes.Select(lane => lane.Place).Distinct(StringComparer.Ordinal).Count();
        var bottom = Top + ((lanes.Count + 1) * RowHeight) + (groups * GroupGap) + GroupGap;
        var page = new SvgPage("timeline", "Schedule of the first pulumi up", Description(timeline, nameOf), Width, bottom + RowHeight);
        Axis(page, timeline, bottom);

        var y = Top;
        page.Text(new(0, y + Baseline, Size, "strong", "decides the time"));
        foreach (var step in timeline.Path)
        {
            var tip = $"{nameOf(step.Urn)} from {Clock(step.StartSeconds)}, takes {Clock(step.DurationSeconds)}, saves {Clock(step.SavedSeconds)}";
            Bar(page, timeline, "critical", new(step.StartSeconds, step.StartSeconds + step.DurationSeconds), y, tip);
            Name(page, timeline, step, y, nameOf);
        }

        y += RowHeight;
        var place = "";
        foreach (var lane in lanes)
        {
            if (lane.Place != place)
            {
                y += GroupGap;
                page.Line("rule", 0, y - (GroupGap / 2), Width - Right, y - (GroupGap / 2));
                page.Text(new(0, y + Baseline, Size, "strong", TextWidth.Fit(lane.Place, LayerX - GroupGap, Size, isBold: true)));
                place = lane.Place;
            }

            page.Text(new(LayerX, y + Baseline, Size, "soft", TextWidth.Fit(lane.Layer, Left - LayerX - GroupGap, Size)));
            foreach (var span in lane.Busy)
            {
                Bar(page, timeline, "busy", span, y, $"{lane.Place}, {lane.Layer}: {Clock(span.StartSeconds)} to {Clock(span.EndSeconds)}");
            }

            foreach (var span in lane.Critical.Where(span => span.EndSeconds - span.StartSeconds >= TimelineLane.LeastSeconds))
            {
                Bar(page, timeline, "critical", span, y, $"{lane.Place}, {lane.Layer}: decides from {Clock(span.StartSeconds)} to {Clock(span.EndSeconds)}");
            }

            y += RowHeight;
        }

        return page.Done();
    }

    private static void Axis(SvgPage page, CreationTimeline timeline, double bottom)
    {
        var minutes = (timeline.CriticalPathSeconds / Minute) + 1;
        var step = Array.Find(Steps, each => minutes / each <= MostTicks) is var found and > 0 ? found : (minutes / MostTicks) + 1;
        var bound = timeline.LowerBoundSeconds > 0 ? X(timeline, timeline.LowerBoundSeconds) : double.MaxValue;
        for (var minute = 0; minute < minutes; minute += step)
        {
            var x = X(timeline, minute * Minute);
            page.Line("rule", x, Top - 4, x, bottom);
            page.Text(new(x, bottom + 15, SmallSize, "soft mid", minute == 0 ? "0" : $"{minute} min"));
        }

        if (bound < double.MaxValue)
        {
            page.Line("bound", bound, Top - 12, bound, bottom);
            page.Text(new(bound - 6, Top - 16, SmallSize, "soft end", $"the clouds impose {Clock(timeline.LowerBoundSeconds)}"));
        }
    }

    /// <summary>On a bar that has room for it.</summary>
    private static void Name(SvgPage page, CreationTimeline timeline, TimelineStep step, double y, Func<string, string> nameOf)
    {
        var (from, to) = (X(timeline, step.StartSeconds), X(timeline, step.StartSeconds + step.DurationSeconds));
        var name = nameOf(step.Urn);
        if (TextWidth.Of(name, SmallSize - 1) <= to - from - GroupGap)
        {
            page.Text(new((from + to) / 2, y + Baseline - 1.5, SmallSize - 1, "onbar mid", name));
        }
    }

    private static void Bar(SvgPage page, CreationTimeline timeline, string kind, TimelineSpan span, double y, string tip)
    {
        var (from, to) = (X(timeline, span.StartSeconds), X(timeline, span.EndSeconds));
        page.Box(new(from, y + ((RowHeight - BarHeight) / 2), Math.Max(LeastBar, to - from - 1), BarHeight), kind, BarRadius, tip);
    }

    private static double X(CreationTimeline timeline, int seconds) => Left + ((Width - Left - Right) * seconds / Math.Max(1, timeline.CriticalPathSeconds));

    private static string Clock(int seconds) => $"{seconds / Minute}:{seconds % Minute:00}";

    private static string Description(CreationTimeline timeline, Func<string, string> nameOf) =>
        $"It takes {Clock(timeline.CriticalPathSeconds)}, decided by "
        + string.Join(
            ", ",
            timeline.Path.Where(step => step.DurationSeconds >= TimelineLane.LeastSeconds).Select(step => $"{nameOf(step.Urn)} {Clock(step.DurationSeconds)}")) + ".";
}
