using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Timeline;

/// <summary>How much shorter an update gets if one resource took no time: as much as it takes, unless the longest way past it is longer than what is left.</summary>
/// <remarks>
/// A way that does not lead by a resource lies, in an order in which all that is waited for comes first, before its place, behind it, or
/// leaps over it from one resource to the next. So one sweep over that order finds the longest of each place, with all leaps that span it.
/// </remarks>
internal sealed class Savings
{
    private readonly int[] past;
    private readonly ScheduledTimes times;

    public Savings(DependencyGraph graph, ScheduledTimes times)
    {
        this.times = times;
        var (order, count) = (graph.Order, graph.Nodes.Count);
        var place = new int[count];
        for (var at = 0; at < count; at++)
        {
            place[order[at]] = at;
        }

        var rest = Rest(graph);
        past = new int[count];
        var longest = 0;
        for (var at = 0; at < count; at++)
        {
            past[order[at]] = longest;
            longest = Math.Max(longest, times.Ends[order[at]]);
        }

        longest = 0;
        for (var at = count - 1; at >= 0; at--)
        {
            past[order[at]] = Math.Max(past[order[at]], longest);
            longest = Math.Max(longest, rest[order[at]]);
        }

        Leaps(graph, place, rest);
    }

    /// <summary>In seconds; 0 for a resource on no longest way.</summary>
    public int Of(int node) => Math.Min(times.Ends[node] - times.Starts[node], times.TotalSeconds - past[node]);

    /// <summary>By node, how long the longest way is that starts with it.</summary>
    private int[] Rest(DependencyGraph graph)
    {
        var rest = new int[graph.Nodes.Count];
        for (var at = rest.Length - 1; at >= 0; at--)
        {
            var node = graph.Order[at];
            rest[node] += times.Ends[node] - times.Starts[node];
            foreach (var awaited in graph.Waits(node))
            {
                rest[awaited] = Math.Max(rest[awaited], rest[node]);
            }
        }

        return rest;
    }

    private void Leaps(DependencyGraph graph, int[] place, int[] rest)
    {
        var begins = new List<(int Until, int Seconds)>?[place.Length];
        for (var node = 0; node < place.Length; node++)
        {
            foreach (var awaited in graph.Waits(node))
            {
                if (place[node] - place[awaited] > 1)
                {
                    (begins[place[awaited] + 1] ??= []).Add((place[node], times.Ends[awaited] + rest[node]));
                }
            }
        }

        var open = new PriorityQueue<int, int>();
        for (var at = 0; at < place.Length; at++)
        {
            foreach (var (until, seconds) in begins[at] ?? [])
            {
                open.Enqueue(until, -seconds);
            }

            while (open.TryPeek(out var until, out _) && until <= at)
            {
                open.Dequeue();
            }

            if (open.TryPeek(out _, out var longest))
            {
                past[graph.Order[at]] = Math.Max(past[graph.Order[at]], -longest);
            }
        }
    }
}
