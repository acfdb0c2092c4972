using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Timeline;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>How long the update takes, the steps that decide it and what each would save, what would decide it next, and what the clouds impose by themselves.</summary>
internal static class TimelineSection
{
    private const int Column = 14;
    private const int NameColumn = 38;
    private const int BarColumn = 76;
    private const int LayerColumn = 32;
    private const int CountColumn = 48;
    private const int TimeColumn = 60;

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
            foreach (var sentence in Remarks(timeline))
            {
                page.To(Column).Flow(sentence.Split(' '));
            }

            foreach (var floor in timeline.Floors)
            {
                page.To(Column).Line(Sentence(floor), Ink.Faint);
            }

            page.To(Column).Line($"{Signs.Plural(timeline.Untimed, "resource")} of seconds each; steps of seconds are not shown", Ink.Faint);
        }

        if (detail == Detail.Full)
        {
            Lanes(page, timeline);
        }

        page.Line();
    }

    /// <summary>What to know of what decides the time: what would decide it next, and how far it is from what the clouds impose.</summary>
    public static IEnumerable<string> Remarks(CreationTimeline timeline)
    {
        if (timeline.Next is { } next)
        {
            var by = next.Path.MaxBy(step => step.DurationSeconds)!;
            yield return $"without {Signs.Short(next.Past)} it takes {Clock(next.Seconds)}, by way of {Signs.Short(by.Urn)}";
        }

        if (timeline.LowerBoundSeconds is > 0 and var bound)
        {
            yield return $"the clouds impose {Clock(bound)} whatever the program says; {Clock(timeline.CriticalPathSeconds - bound)} is of our own making";
        }
    }

    /// <summary>What the cloud of a site imposes, as a sentence.</summary>
    public static string Sentence(SiteFloor floor) =>
        $"{floor.Site}: {floor.Chain} after {Clock(floor.PlannedSeconds)}, of which the cloud imposes {Clock(floor.FloorSeconds)}";

    /// <summary>The steps of a path that are worth a line.</summary>
    public static IEnumerable<TimelineStep> Long(Sequence<TimelineStep> path) => path.Where(step => step.DurationSeconds >= TimelineLane.LeastSeconds);

    private static void Steps(Canvas page, CreationTimeline timeline)
    {
        if (Long(timeline.Path).Any())
        {
            page.To(Column).Line($"{"at",6} {"takes",7} {"saves",7}", Ink.Faint);
        }

        foreach (var step in Long(timeline.Path))
        {
            page.To(Column).Write($"{Clock(step.StartSeconds),6} {"+" + Clock(step.DurationSeconds),7} {(step.SavedSeconds > 0 ? "-" : "") + Clock(step.SavedSeconds),7}").To(NameColumn)
                .Write(Fit(Signs.Short(step.Urn), BarColumn - NameColumn - 1));
            Bar(page, timeline, [], [new(step.StartSeconds, step.StartSeconds + step.DurationSeconds)]);
        }
    }

    private static void Lanes(Canvas page, CreationTimeline timeline)
    {
        page.Line().To(Column).Write("place", Ink.Faint).To(LayerColumn).Write("layer", Ink.Faint).To(CountColumn).Write("resources", Ink.Faint)
            .To(TimeColumn).Line($"{"from",6} {"to",6}", Ink.Faint);
        foreach (var lane in timeline.Lanes)
        {
            page.To(Column).Write(Fit(lane.Place, LayerColumn - Column - 1)).To(LayerColumn).Write(Fit(lane.Layer, CountColumn - LayerColumn - 1))
                .To(CountColumn).Write($"{lane.Resources,9}").To(TimeColumn).Write($"{Clock(lane.StartSeconds),6} {Clock(lane.EndSeconds),6}");
            Bar(page, timeline, lane.Busy, lane.Critical);
        }
    }

    /// <summary>What decides the whole is full, all else shaded.</summary>
    private static void Bar(Canvas page, CreationTimeline timeline, Sequence<TimelineSpan> busy, Sequence<TimelineSpan> critical)
    {
        var bar = new string(' ', Canvas.Width - BarColumn).ToCharArray();
        Fill(busy, '░');
        Fill(critical, '█');
        if (busy.Count + critical.Count > 0)
        {
            page.To(BarColumn).Write(new string(bar).TrimEnd(), Ink.Faint);
        }

        page.Line();

        void Fill(Sequence<TimelineSpan> spans, char with)
        {
            foreach (var span in spans)
            {
                var from = Math.Min(Place(span.StartSeconds), bar.Length - 1);
                bar.AsSpan(from, Math.Clamp(Place(span.EndSeconds) - from, 1, bar.Length - from)).Fill(with);
            }
        }

        int Place(int seconds) => (int)((long)seconds * bar.Length / Math.Max(1, timeline.CriticalPathSeconds));
    }

    private static string Fit(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    /// <summary>A time since the beginning, or a span, in minutes and seconds.</summary>
    public static string Clock(int seconds) => $"{seconds / 60}:{seconds % 60:00}";

    /// <summary>A span as people say it.</summary>
    public static string Minutes(int seconds) => seconds < 60 ? $"{seconds} s" : $"{seconds / 60} min {seconds % 60} s";
}
