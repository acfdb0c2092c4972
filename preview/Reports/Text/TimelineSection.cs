using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Timeline;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>How long the update takes, the steps that decide it, and what the clouds impose by themselves.</summary>
internal static class TimelineSection
{
    private const int Column = 14;
    private const int NameColumn = 30;
    private const int BarColumn = 76;

    /// <summary>Steps shorter than this are left out of the picture.</summary>
    private const int LeastSeconds = 10;

    public static void Write(Canvas page, PlanDocument plan, Detail detail)
    {
        if (plan.Timeline is not { } timeline)
        {
            return;
        }

        page.Write("  ").Write("up takes", Ink.Faint).To(Column).Write(Minutes(timeline.CriticalPathSeconds), Ink.Strong)
            .Line($", from {Clock(timeline.LowSeconds)} to {Clock(timeline.HighSeconds)}; all at once that need not wait");
        if (detail != Detail.Summary)
        {
            Steps(page, timeline);
            foreach (var floor in timeline.Floors)
            {
                page.To(Column).Line(
                    $"{floor.Site}: {floor.Chain} after {Clock(floor.PlannedSeconds)}, of which the cloud imposes {Clock(floor.FloorSeconds)}", Ink.Faint);
            }

            page.To(Column).Line($"{Signs.Plural(timeline.Untimed, "resource")} of seconds each; steps of seconds are not shown", Ink.Faint);
        }

        page.Line();
    }

    private static void Steps(Canvas page, CreationTimeline timeline)
    {
        foreach (var step in timeline.Path)
        {
            if (step.DurationSeconds < LeastSeconds)
            {
                continue;
            }

            var (from, to) = (Place(step.StartSeconds), Place(step.StartSeconds + step.DurationSeconds));
            page.To(Column).Write($"{Clock(step.StartSeconds),6} {"+" + Clock(step.DurationSeconds),7}").To(NameColumn)
                .Write(Fit(Signs.Short(step.Urn), BarColumn - NameColumn - 1))
                .To(BarColumn + from).Line(new string('█', Math.Max(1, to - from)), Ink.Faint);
        }

        int Place(int seconds) => seconds * (Canvas.Width - BarColumn) / Math.Max(1, timeline.CriticalPathSeconds);
    }

    private static string Fit(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    private static string Clock(int seconds) => $"{seconds / 60}:{seconds % 60:00}";

    /// <summary>A span as people say it.</summary>
    public static string Minutes(int seconds) => seconds < 60 ? $"{seconds} s" : $"{seconds / 60} min {seconds % 60} s";
}
