using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Timeline;

/// <summary>What a cloud imposes on a site whatever the program says, beside what the plan takes: the difference is of our own making.</summary>
/// <param name="Site">Whose.</param>
/// <param name="Chain">What stands at the end of the chain that the cloud imposes.</param>
/// <param name="FloorSeconds">The chain by itself.</param>
/// <param name="PlannedSeconds">When the plan has the last resource of the chain's last type in this site.</param>
public sealed record SiteFloor(string Site, string Chain, int FloorSeconds, int PlannedSeconds)
{
    /// <summary>The floors of every site that has all the types of a chain.</summary>
    internal static Sequence<SiteFloor> Of(IReadOnlyList<PlannedResource> resources, Schedule schedule)
    {
        var sites = new SortedDictionary<string, Dictionary<string, (int Seconds, int End)>>(StringComparer.Ordinal);
        var lineage = new Lineage(resources);
        var wanted = CreationTimes.Chains.SelectMany(chain => chain.Types).ToHashSet(StringComparer.Ordinal);
        for (var node = 0; node < schedule.Nodes.Count; node++)
        {
            var resource = schedule.Nodes[node];
            if (!wanted.Contains(resource.Type))
            {
                continue;
            }

            var site = lineage.SiteOf(resource);
            if (!sites.TryGetValue(site, out var types))
            {
                sites[site] = types = new(StringComparer.Ordinal);
            }

            var (end, seconds) = (schedule.Typical.Ends[node], schedule.Typical.Ends[node] - schedule.Typical.Starts[node]);
            types[resource.Type] = types.TryGetValue(resource.Type, out var known) ? (Math.Min(known.Seconds, seconds), Math.Max(known.End, end)) : (seconds, end);
        }

        var floors = new List<SiteFloor>();
        foreach (var (site, types) in sites)
        {
            foreach (var chain in CreationTimes.Chains)
            {
                if (chain.Types.All(types.ContainsKey))
                {
                    floors.Add(new(site, chain.Name, chain.Types.Sum(type => types[type].Seconds), types[chain.Types[^1]].End));
                }
            }
        }

        return Sequence.Create<SiteFloor>([.. floors]);
    }
}
