namespace CrossCloudMesh.Plan.Timeline;

/// <summary>How long a first <c>pulumi up</c> takes, and why: the chain of resources that decides it.</summary>
/// <param name="CriticalPathSeconds">What to expect, with all at once that does not wait.</param>
/// <param name="LowSeconds">If everything is as fast as it was ever seen.</param>
/// <param name="HighSeconds">If everything is as slow as it was ever seen.</param>
/// <param name="Path">What decides the time, each step waiting for the one before it.</param>
/// <param name="Floors">What the clouds themselves impose, by site.</param>
/// <param name="Untimed">Resources of types without a time of their own, which count as seconds.</param>
public sealed record CreationTimeline(
    int CriticalPathSeconds,
    int LowSeconds,
    int HighSeconds,
    Sequence<TimelineStep> Path,
    Sequence<SiteFloor> Floors,
    int Untimed)
{
    /// <summary>What would decide the time if the step that saves the most were not there at all; null where nothing is left then.</summary>
    public TimelineDetour? Next { get; init; }

    /// <summary>The whole as a schedule, a row for each layer of each site, of each link, and of what serves all.</summary>
    public Sequence<TimelineLane> Lanes { get; init; } = [];

    /// <summary>The longest chain that any cloud imposes, in seconds; no program is done before that. 0 where no chain is known.</summary>
    public int LowerBoundSeconds => Floors.Select(floor => floor.FloorSeconds).DefaultIfEmpty(0).Max();

    /// <summary>The timeline of a plan's resources.</summary>
    /// <exception cref="ArgumentException">Some resources wait for one another in a circle.</exception>
    public static CreationTimeline Of(IReadOnlyList<PlannedResource> resources)
    {
        var schedule = new Schedule(resources);
        var path = schedule.CriticalPath();
        return new(
            schedule.Typical.TotalSeconds,
            schedule.Low.TotalSeconds,
            schedule.High.TotalSeconds,
            path,
            SiteFloor.Of(resources, schedule),
            schedule.Untimed)
        {
            Next = TimelineDetour.Of(schedule, path),
            Lanes = TimelineLane.Of(resources, schedule, path),
        };
    }
}

/// <summary>One resource on the way.</summary>
/// <param name="Urn">Which.</param>
/// <param name="StartSeconds">Since the beginning of the update.</param>
/// <param name="DurationSeconds">Until it can be used.</param>
public sealed record TimelineStep(string Urn, int StartSeconds, int DurationSeconds)
{
    /// <summary>How much shorter the whole gets if this takes no time; at most what it takes, less where another way is nearly as long.</summary>
    public int SavedSeconds { get; init; }
}
