using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Mesh;

namespace CrossCloudMesh.Plan.Risk;

/// <summary>Sites that are not there while an update runs: then there is nobody to ask the network proof about.</summary>
/// <remarks>A site is away once its network is, or all of its clusters, all of its node pools, or all subnets that nodes have addresses of.</remarks>
internal sealed class AwaySites
{
    private static readonly string[] Grounds = [Types.EksCluster, Types.EksNodeGroup, Types.GkeCluster, Types.GkeNodePool];

    private readonly List<(string Site, HashSet<string> Ground)> grounds = [];

    /// <param name="resources">What stands before the update.</param>
    public AwaySites(IReadOnlyList<PlannedResource> resources)
    {
        var plan = new PlanIndex(resources);
        foreach (var vpc in plan.Network.Vpcs)
        {
            Add(vpc.Site, [vpc.Resource]);
            Add(vpc.Site, vpc.Workloads.Select(subnet => subnet.Resource));
        }

        foreach (var network in plan.Network.GoogleNetworks)
        {
            Add(network.Site, [network.Resource]);
            Add(network.Site, network.Ranges.Where(range => range.IsWorkload).Select(range => range.Subnetwork));
        }

        var clusters = plan.Of(Types.EksCluster).Concat(plan.Of(Types.GkeCluster)).Select(cluster => (Cluster: cluster, Site: SiteOf(plan, cluster)));
        foreach (var site in clusters.Where(each => each.Site is not null).GroupBy(each => each.Site!, each => each.Cluster, StringComparer.Ordinal))
        {
            Add(site.Key, site);
            Add(site.Key, site.SelectMany(cluster => plan.Users(cluster, Types.EksNodeGroup, "clusterName").Concat(plan.Users(cluster, Types.GkeNodePool, "cluster"))));
        }
    }

    /// <summary>Whether a site may stand on a resource of this type, beside its network.</summary>
    public static bool IsGround(string type) => Grounds.Contains(type);

    /// <summary>Whether a site stands on a resource of that URN.</summary>
    public bool Concerns(string urn) => grounds.Exists(each => each.Ground.Contains(urn));

    /// <summary>Sites that have lost what they stand on.</summary>
    /// <param name="away">URNs of what is away.</param>
    public HashSet<string> Without(IReadOnlySet<string> away) =>
        grounds.Where(each => each.Ground.IsSubsetOf(away)).Select(each => each.Site).ToHashSet(StringComparer.Ordinal);

    private static string? SiteOf(PlanIndex plan, PlannedResource cluster) => ReaderPlace.Of(plan, cluster) is { } place ? place.Vpc?.Site ?? place.Network!.Site : null;

    private void Add(string site, IEnumerable<PlannedResource> ground)
    {
        var urns = ground.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        if (urns.Count > 0)
        {
            grounds.Add((site, urns));
        }
    }
}
