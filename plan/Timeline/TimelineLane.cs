using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Timeline;

/// <summary>One row of a schedule: what of one layer is made at one place.</summary>
/// <param name="Place">A site, a link as <c>link east</c>, or <see cref="Everywhere"/> for what serves all of them.</param>
/// <param name="Layer">The capability, as the folders of the components are called: <c>networks</c>, <c>clusters</c>, <c>links</c>.</param>
/// <param name="Resources">How many resources.</param>
/// <param name="StartSeconds">When the first one starts.</param>
/// <param name="EndSeconds">When the last one is done.</param>
/// <param name="Busy">When something is made that takes <see cref="LeastSeconds"/> or more, without gaps and overlaps.</param>
/// <param name="Critical">When something of it decides the whole.</param>
public sealed record TimelineLane(
    string Place, string Layer, int Resources, int StartSeconds, int EndSeconds, Sequence<TimelineSpan> Busy, Sequence<TimelineSpan> Critical)
{
    /// <summary>The place of what belongs to no site and no link.</summary>
    public const string Everywhere = "all of them";

    /// <summary>What is shorter is not worth a bar.</summary>
    public const int LeastSeconds = 10;

    private const string Links = "links";
    private const string Directly = "stack";

    private static readonly string[] Grounds = [Types.Vpc, Types.GoogleNetwork, Types.EksCluster, Types.GkeCluster];

    /// <summary>Sites first, then links, then what serves all; in each by when it starts.</summary>
    internal static Sequence<TimelineLane> Of(IReadOnlyList<PlannedResource> resources, Schedule schedule, Sequence<TimelineStep> path)
    {
        var lineage = new Lineage(resources);
        var sites = resources.Where(resource => Array.IndexOf(Grounds, resource.Type) >= 0).Select(lineage.SiteOf).ToHashSet(StringComparer.Ordinal);
        var places = new Dictionary<string, (string Place, string Layer)>(StringComparer.Ordinal);
        var deciding = path.Select(step => step.Urn).ToHashSet(StringComparer.Ordinal);
        var lanes = Enumerable.Range(0, schedule.Nodes.Count)
            .Where(node => !schedule.Nodes[node].IsProvider)
            .GroupBy(node => Of(lineage.RootOf(schedule.Nodes[node])))
            .Select(lane => Make(lane.Key, [.. lane], schedule.Typical, node => deciding.Contains(schedule.Nodes[node].Urn)));
        return Sequence.Create<TimelineLane>(
        [
            .. lanes.OrderBy(lane => lane.Place == Everywhere ? 2 : lane.Layer == Links ? 1 : 0)
                .ThenBy(lane => lane.Place, StringComparer.Ordinal)
                .ThenBy(lane => lane.StartSeconds)
                .ThenBy(lane => lane.Layer, StringComparer.Ordinal),
        ]);

        (string Place, string Layer) Of(PlannedResource root)
        {
            if (!places.TryGetValue(root.Urn, out var found))
            {
                places[root.Urn] = found = PlaceOf(root, sites, lineage);
            }

            return found;
        }
    }

    private static (string Place, string Layer) PlaceOf(PlannedResource root, HashSet<string> sites, Lineage lineage)
    {
        var layer = root.Type.StartsWith("infra:", StringComparison.Ordinal) && root.Type.Split(':') is [_, var folder, _] ? folder : Directly;
        return (layer == Links ? $"link {LinkOf(lineage.SiteOf(root), sites)}" : SiteOf(root.Name, sites) ?? Everywhere, layer);
    }

    /// <summary>What opens a site to a link is named after the link, and then after the site.</summary>
    private static string LinkOf(string name, HashSet<string> sites)
    {
        for (var end = name.IndexOf('-', StringComparison.Ordinal); end >= 0; end = name.IndexOf('-', end + 1))
        {
            if (sites.Contains(name[(end + 1)..]))
            {
                return name[..end];
            }
        }

        return name;
    }

    /// <summary>The site with the longest name that a name begins with.</summary>
    private static string? SiteOf(string name, HashSet<string> sites)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('-', end - 1))
        {
            if (sites.TryGetValue(name[..end], out var site))
            {
                return site;
            }
        }

        return null;
    }

    private static TimelineLane Make((string Place, string Layer) lane, int[] nodes, ScheduledTimes times, Func<int, bool> decides) => new(
        lane.Place,
        lane.Layer,
        nodes.Length,
        nodes.Min(node => times.Starts[node]),
        nodes.Max(node => times.Ends[node]),
        Spans(nodes.Where(node => times.Ends[node] - times.Starts[node] >= LeastSeconds), times),
        Spans(nodes.Where(decides), times));

    private static Sequence<TimelineSpan> Spans(IEnumerable<int> nodes, ScheduledTimes times)
    {
        var spans = new List<TimelineSpan>();
        foreach (var node in nodes.OrderBy(node => times.Starts[node]))
        {
            if (spans is [.., var last] && times.Starts[node] <= last.EndSeconds)
            {
                spans[^1] = last with { EndSeconds = Math.Max(last.EndSeconds, times.Ends[node]) };
            }
            else
            {
                spans.Add(new(times.Starts[node], times.Ends[node]));
            }
        }

        return Sequence.Create<TimelineSpan>([.. spans]);
    }
}

/// <summary>From when to when, in seconds since the beginning of the update.</summary>
public sealed record TimelineSpan(int StartSeconds, int EndSeconds);
