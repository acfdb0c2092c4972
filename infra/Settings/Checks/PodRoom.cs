using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>GKE gives each node a /24 of the Pod range, so the range bounds the number of nodes, and it can never grow.</summary>
/// <remarks>True for up to 110 Pods on a node, which is the default. Source: GKE, "Optimize IP address allocation".</remarks>
internal static class PodRoom
{
    private const int NodePrefix = 24;

    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is not GcpSite gcp)
            {
                continue;
            }

            var room = 1 << (NodePrefix - gcp.Pods.PrefixLength);
            var nodes = gcp.Zones.Length * gcp.Cluster.Pools.Values.Sum(pool => pool.MaxNodesPerZone);
            if (nodes > room)
            {
                yield return new Fault(
                    $"sites.{key}.pods",
                    $"has room for {room} nodes, and the pools may grow to {nodes}",
                    gcp.Pods.ToString(),
                    "choose a larger range, or lower maxNodesPerZone");
            }
        }
    }
}
