namespace CrossCloudMesh.Plan.Timeline;

/// <summary>The way that decides the time once the step that saves the most is not there.</summary>
/// <param name="Past">URN of that step.</param>
/// <param name="Seconds">How long the way is; where that is nearly as long as the whole, shortening the step alone gains little.</param>
/// <param name="Path">Its resources, each waiting for the one before it.</param>
public sealed record TimelineDetour(string Past, int Seconds, Sequence<TimelineStep> Path)
{
    /// <summary>Past the step of a path that saves the most, of several the longest; null where nothing is left.</summary>
    internal static TimelineDetour? Of(Schedule schedule, Sequence<TimelineStep> path)
    {
        if (path.MaxBy(step => (step.SavedSeconds, step.DurationSeconds)) is not { } past || schedule.PathWithout(past.Urn) is not { Count: > 0 } way)
        {
            return null;
        }

        return new(past.Urn, way[^1].StartSeconds + way[^1].DurationSeconds, way);
    }
}
