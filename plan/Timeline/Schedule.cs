using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Timeline;

/// <summary>When each resource is made, if nothing limits how many are made at once.</summary>
/// <remarks>The engine's own limit, <c>--parallel</c>, is at least four for each processor, which a plan of this kind rarely reaches.</remarks>
public sealed class Schedule
{
    private readonly DependencyGraph graph;

    /// <exception cref="ArgumentException">Some resources wait for one another in a circle.</exception>
    public Schedule(IReadOnlyList<PlannedResource> resources)
    {
        graph = new(resources);
        var times = new CreationTime[graph.Nodes.Count];
        for (var node = 0; node < times.Length; node++)
        {
            times[node] = TimeOf(graph.Nodes[node]);
            Untimed += ReferenceEquals(times[node], CreationTimes.Seconds) ? 1 : 0;
        }

        Typical = Run(times, time => time.TypicalSeconds);
        Low = Run(times, time => time.LowSeconds);
        High = Run(times, time => time.HighSeconds);
    }

    /// <summary>The custom resources; the times below stand in the same order.</summary>
    public IReadOnlyList<PlannedResource> Nodes => graph.Nodes;

    public ScheduledTimes Typical { get; }

    public ScheduledTimes Low { get; }

    public ScheduledTimes High { get; }

    /// <summary>Resources that count as seconds because their type has no time of its own.</summary>
    public int Untimed { get; }

    /// <summary>The resources that decide the typical time, each starting when the one before it is done.</summary>
    /// <remarks>Of several equal ones, the one whose URN comes first.</remarks>
    public Sequence<TimelineStep> CriticalPath()
    {
        var savings = new Savings(graph, Typical);
        return Sequence.Create<TimelineStep>([.. Path(Typical.Ends, without: null).Select(node => Step(Typical, node) with { SavedSeconds = savings.Of(node) })]);
    }

    /// <summary>The path that would decide the typical time if one resource were not there, and nothing waited for it.</summary>
    public Sequence<TimelineStep> PathWithout(string urn)
    {
        var (starts, ends) = (new int[Nodes.Count], new int[Nodes.Count]);
        int? without = null;
        foreach (var node in graph.Order)
        {
            if (Nodes[node].Urn == urn)
            {
                without = node;
                continue;
            }

            foreach (var awaited in graph.Waits(node))
            {
                starts[node] = Math.Max(starts[node], ends[awaited]);
            }

            ends[node] = starts[node] + Typical.Ends[node] - Typical.Starts[node];
        }

        var times = new ScheduledTimes(starts, ends, ends.DefaultIfEmpty(0).Max());
        return Sequence.Create<TimelineStep>([.. Path(ends, without).Select(node => Step(times, node))]);
    }

    private TimelineStep Step(ScheduledTimes times, int node) => new(Nodes[node].Urn, times.Starts[node], times.Ends[node] - times.Starts[node]);

    private List<int> Path(IReadOnlyList<int> ends, int? without)
    {
        var path = new List<int>();
        for (var node = Latest(Enumerable.Range(0, Nodes.Count)); node is { } step; node = Latest(graph.Waits(step)))
        {
            path.Add(step);
        }

        path.Reverse();
        return path;

        int? Latest(IEnumerable<int> nodes)
        {
            int? latest = null;
            foreach (var node in nodes)
            {
                if (node != without && (latest is not { } best || ends[node] > ends[best]))
                {
                    latest = node;
                }
            }

            return latest;
        }
    }

    private ScheduledTimes Run(CreationTime[] times, Func<CreationTime, int> seconds)
    {
        var (starts, ends, total) = (new int[times.Length], new int[times.Length], 0);
        foreach (var node in graph.Order)
        {
            foreach (var awaited in graph.Waits(node))
            {
                starts[node] = Math.Max(starts[node], ends[awaited]);
            }

            ends[node] = starts[node] + seconds(times[node]);
            total = Math.Max(total, ends[node]);
        }

        return new(starts, ends, total);
    }

    /// <summary>What is only read or imported is there already, and counts as seconds like any call.</summary>
    private static CreationTime TimeOf(PlannedResource resource) =>
        resource.IsProvider ? CreationTimes.Provider
        : resource.Options is { ReadId: null, ImportId: null } ? CreationTimes.Find(resource.Type, name => resource.Text(name)) ?? CreationTimes.Seconds
        : CreationTimes.Seconds;
}

/// <summary>One run of a schedule, in seconds since its beginning.</summary>
/// <param name="Starts">By node.</param>
/// <param name="Ends">By node.</param>
/// <param name="TotalSeconds">When the last one is done.</param>
public sealed record ScheduledTimes(IReadOnlyList<int> Starts, IReadOnlyList<int> Ends, int TotalSeconds);
