using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Plan.Timeline;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>How long the first update takes, as a schedule, and what would shorten it.</summary>
internal static class TimePart
{
    private static readonly string[] Columns = ["step", "#at", "#takes", "#saves"];

    public static void Write(Markup page, CreationTimeline timeline)
    {
        var span = $"from {TimelineSection.Clock(timeline.LowSeconds)} to {TimelineSection.Clock(timeline.HighSeconds)}";
        page.Element("p", $"{TimelineSection.Minutes(timeline.CriticalPathSeconds)}, {span}, with all at once that need not wait.", "lead");
        page.In("figure", () => page.Raw(TimelineSvg.Draw(timeline, Signs.Short)), ("tabindex", "0"), ("aria-label", "Schedule"));
        page.Table(
            "The steps that decide the time; what a step saves is how much shorter the whole gets if it takes no time",
            Columns,
            TimelineSection.Long(timeline.Path).Select(step => new Cell[]
            {
                Signs.Short(step.Urn),
                TimelineSection.Clock(step.StartSeconds),
                TimelineSection.Clock(step.DurationSeconds),
                new(TimelineSection.Clock(step.SavedSeconds), step.SavedSeconds == 0 ? "soft" : ""),
            }));
        page.In("ul", () =>
        {
            foreach (var sentence in TimelineSection.Remarks(timeline).Concat(timeline.Floors.Select(TimelineSection.Sentence)))
            {
                page.Element("li", sentence);
            }

            page.Element("li", $"{Signs.Plural(timeline.Untimed, "resource")} of seconds each; steps of seconds are not shown");
        });
    }
}
