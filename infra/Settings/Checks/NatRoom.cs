using CrossCloudMesh.Facts;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The fixed addresses of a Cloud NAT have ports enough for as many nodes as the pools may grow to.</summary>
internal static class NatRoom
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is not GcpSite { NatAddresses: > 0 } gcp)
            {
                continue;
            }

            var nodes = gcp.Cluster.Pools.Values.Sum(pool => pool.MostNodes(gcp.Zones.Length));
            var room = gcp.NatAddresses * GcpNetworkFacts.PortsPerNatAddress / GcpNetwork.MinPortsPerNode;
            if (nodes > room)
            {
                yield return new Fault(
                    $"sites.{key}.natAddresses",
                    $"has ports for {room} nodes, and the pools may grow to {nodes}",
                    gcp.NatAddresses.ToString(),
                    "add addresses, or lower maxNodesPerZone");
            }
        }
    }
}
