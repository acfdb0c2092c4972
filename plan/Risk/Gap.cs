using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Risk;

/// <summary>Resources that are away, or carry nothing, at one time of an update.</summary>
/// <param name="Roots">What starts it, by the URNs of the later plan.</param>
/// <param name="Members">All of it, by the same URNs.</param>
/// <remarks>
/// A resource that is deleted before it is made anew is away in between, and so is whatever is replaced on its behalf, as the engine deletes
/// that first. A change in place of a VPN connection takes its tunnels down, one of a session or its interface that session.
/// Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/endpoint-replacements.html, read 2026-11-20.
/// </remarks>
internal sealed record Gap(IReadOnlyList<string> Roots, HashSet<string> Members)
{
    private static readonly string[] Disturbed = [Types.VpnConnection, Types.RouterPeer, Types.RouterInterface];

    private static readonly string[] Networks =
    [
        "aws:cloudcontrol/", "aws:directconnect/", "aws:dx/", "aws:ec2/", "aws:ec2transitgateway/", "aws:vpc/", "gcp:compute/", "gcp:networkconnectivity/",
    ];

    /// <summary>Whether a resource of this type may have a part in what joins sites.</summary>
    public static bool IsNetwork(string type) => Array.Exists(Networks, prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The gaps in which something that matters is away.</summary>
    /// <param name="diff">The changes.</param>
    /// <param name="matters">Whether a resource that stands before the update does.</param>
    public static List<Gap> Of(PlanDiff diff, Predicate<PlannedResource> matters)
    {
        var changes = diff.Changes.Where(change => change is { Before: not null, After: not null }).ToDictionary(change => change.Change.Urn, StringComparer.Ordinal);
        var away = Away(changes);
        List<Gap> gaps = [.. Joined(away, changes).Select(members => new Gap([.. members.Where(urn => !Origins(urn, changes).Any(away.Contains))], members))];
        gaps.AddRange(changes.Values.Where(IsDisturbed).Select(change => new Gap([change.Change.Urn], [change.Change.Urn])));
        return gaps.FindAll(gap => gap.Members.Any(urn => matters(changes[urn].Before!)));
    }

    /// <summary>For each gap, all that may be away at the same time: whatever neither waits for it nor lets it wait.</summary>
    public static List<Gap> AtOnce(List<Gap> gaps, PlanDocument after)
    {
        var graph = new DependencyGraph(after.Resources);
        var places = Enumerable.Range(0, graph.Nodes.Count).ToDictionary(node => graph.Nodes[node].Urn, StringComparer.Ordinal);
        var reached = gaps.ConvertAll(gap => gap.Roots.Select(root => Reached(graph, places, root)).ToList());
        var states = new List<Gap>();
        for (var i = 0; i < gaps.Count; i++)
        {
            var (roots, members) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
            for (var j = 0; j < gaps.Count; j++)
            {
                if (i == j || (!IsAfter(i, j) && !IsAfter(j, i)))
                {
                    roots.AddRange(gaps[j].Roots);
                    members.UnionWith(gaps[j].Members);
                }
            }

            if (!states.Exists(state => state.Members.SetEquals(members)))
            {
                states.Add(new(roots, members));
            }
        }

        return states;

        bool IsAfter(int later, int earlier) =>
            reached[later].TrueForAll(nodes => gaps[earlier].Members.All(urn => places.TryGetValue(urn, out var node) && nodes.Contains(node)));
    }

    private static HashSet<string> Away(Dictionary<string, ResourceChange> changes)
    {
        var followers = changes.Values.Where(change => change.Change.Op == Operation.Replace)
            .SelectMany(change => Origins(change.Change.Urn, changes).Select(origin => (Origin: origin, change.Change.Urn))).ToLookup(each => each.Origin, each => each.Urn, StringComparer.Ordinal);
        var away = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(changes.Values.Where(change => change.Change is { Op: Operation.Replace, DeletesFirst: true }).Select(change => change.Change.Urn));
        while (pending.TryDequeue(out var urn))
        {
            if (away.Add(urn))
            {
                foreach (var follower in followers[urn])
                {
                    pending.Enqueue(follower);
                }
            }
        }

        return away;
    }

    /// <summary>What is away together, as one is replaced on behalf of another.</summary>
    private static List<HashSet<string>> Joined(HashSet<string> away, Dictionary<string, ResourceChange> changes)
    {
        var groups = new List<HashSet<string>>();
        foreach (var urn in away)
        {
            HashSet<string> group = new(StringComparer.Ordinal) { urn };
            foreach (var origin in Origins(urn, changes).Where(away.Contains))
            {
                group.Add(origin);
            }

            foreach (var other in groups.FindAll(each => each.Overlaps(group)))
            {
                group.UnionWith(other);
                groups.Remove(other);
            }

            groups.Add(group);
        }

        return groups;
    }

    private static IEnumerable<string> Origins(string urn, Dictionary<string, ResourceChange> changes) =>
        changes[urn].Change.Reasons.Where(reason => reason.Source == ReasonSource.Follows).Select(reason => reason.Urn!);

    private static bool IsDisturbed(ResourceChange change) => change.Change.Op == Operation.Update && Disturbed.Contains(change.After!.Type)
        && (change.Change.Reasons.Count > 0 || change.Change.Paths.Any(path => path.Path.Input is not ("tags" or "labels")));

    private static HashSet<int> Reached(DependencyGraph graph, Dictionary<string, int> places, string root)
    {
        var found = new HashSet<int>();
        var pending = new Stack<int>(places.TryGetValue(root, out var start) ? [start] : Array.Empty<int>());
        while (pending.TryPop(out var node))
        {
            foreach (var awaited in graph.Waits(node))
            {
                if (found.Add(awaited))
                {
                    pending.Push(awaited);
                }
            }
        }

        return found;
    }
}
