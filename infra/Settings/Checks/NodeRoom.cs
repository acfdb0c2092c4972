using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The ranges of a GKE site have room for as many nodes as its pools may grow to.</summary>
/// <remarks>
/// Each node takes one address of the subnet, of which Google keeps four, and a /24 of the Pod range, which can never grow.
/// The latter holds for up to 110 Pods on a node, which is the default. Source: cloud.google.com/kubernetes-engine/docs/concepts/alias-ips.
/// </remarks>
internal static class NodeRoom
{
    private const int AddressesKept = 4;
    private const int PodPrefixOfNode = 24;

    public static IEnumerable<Fault> Check(MeshSettings settings) =>
        settings.Sites.SelectMany(site => site.Value is GcpSite gcp ? Check($"sites.{site.Key}", gcp) : []);

    private static IEnumerable<Fault> Check(string path, GcpSite site)
    {
        var nodes = site.Zones.Length * site.Cluster.Pools.Values.Sum(pool => pool.MaxNodesPerZone);
        return new[]
        {
            Check($"{path}.nodes", site.Nodes, site.Nodes.AddressCount - AddressesKept, nodes),
            Check($"{path}.pods", site.Pods, 1L << (PodPrefixOfNode - site.Pods.PrefixLength), nodes),
        }.OfType<Fault>();
    }

    private static Fault? Check(string path, Cidr range, long room, int nodes) => nodes <= room
        ? null
        : new Fault(
            path,
            $"has room for {room} nodes, and the pools may grow to {nodes}",
            range.ToString(),
            "choose a larger range, or lower maxNodesPerZone");
}
