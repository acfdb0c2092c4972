using CrossCloudMesh.Facts;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The ranges of a site have room for as many nodes as its node pools may grow to, each full of pods.</summary>
/// <remarks>
/// On EKS, nodes and pods share a subnet in each zone, unless pods have a range of their own; each pool has a node group in each of its
/// zones. Nodes that Auto Mode or Karpenter bring are not counted. On GKE, a node takes an address of the subnet and a part of the pod
/// range, which can never grow; a pool that is upgraded blue-green stands there twice. Other nodes that an upgrade adds for a while are
/// not counted, nor those that Google makes by itself.
/// Source: https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips and
/// https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses-procedure.html, read 2026-11-21.
/// </remarks>
internal static class NodeRoom
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites.SelectMany(site => site.Value switch
    {
        AwsSite aws when SiteRanges.Of(aws, settings.Addresses) is { } ranges => Check($"sites.{site.Key}", aws, ranges),
        GcpSite gcp when SiteRanges.Of(gcp, settings.Addresses) is { } ranges => Check($"sites.{site.Key}.addresses", gcp, ranges),
        _ => [],
    });

    private static IEnumerable<Fault> Check(string path, AwsSite site, AwsAddresses ranges)
    {
        var nodes = site.Zones.Keys.Max(zone => site.Cluster.Pools.Values.Where(pool => StandsIn(pool, zone)).Sum(pool => pool.MaxNodesPerZone));
        if (site.PodRange is { } pods)
        {
            var podRoom = AddressSizes.EksNodeRoom(pods.PrefixLength + AwsPodSubnets.SlotBits, PodFacts.EksPodsPerNode);
            return new Demand(path, Place: null, nodes, " in each zone", "", "maxNodesPerZone").Check("podRange", pods, podRoom);
        }

        var room = AddressSizes.EksNodeRoom(ranges.Network.PrefixLength + SubnetPlan.PrivateBits, PodFacts.EksPodsPerNode);
        return new Demand($"{path}.addresses", site.Place, nodes, " in each zone", "nodesPerZone", "maxNodesPerZone").Check("network", ranges.Network, room);
    }

    private static bool StandsIn(EksPoolSettings pool, string zone) =>
        pool.Zones is not { } zones || zones.Any(each => each.ToString() == zone);

    private static IEnumerable<Fault> Check(string path, GcpSite site, GoogleAddresses ranges)
    {
        var pools = site.Cluster.Pools.Values.Select(pool => (Nodes: pool.MostNodesInUpgrade(site.Zones.Length), pool.MaxPodsPerNode)).ToArray();
        var demand = new Demand(path, site.Place, pools.Sum(pool => pool.Nodes), "", "nodesPerSite", "maxNodesPerZone");
        var faults = demand.Check("nodes", ranges.Nodes, AddressSizes.GkeNodeRoom(ranges.Nodes));
        if (pools.Select(pool => pool.MaxPodsPerNode).Distinct().ToArray() is [var podsPerNode])
        {
            return faults.Concat(demand.Check("pods", ranges.Pods, AddressSizes.GkePodRoom(ranges.Pods, podsPerNode)));
        }

        var addresses = pools.Sum(pool => (long)pool.Nodes << (32 - AddressSizes.GkePodsOfNode(pool.MaxPodsPerNode)));
        return addresses <= ranges.Pods.AddressCount
            ? faults
            : faults.Append(new Fault(
                site.Place is null ? $"{path}.pods" : $"{path}.pool",
                $"has {ranges.Pods.AddressCount} addresses for pods, and the node pools may take {addresses}: twice maxPodsPerNode for each node, as a power of two",
                site.Place is null ? ranges.Pods.ToString() : $"{site.Place.Pool}, which gives pods {ranges.Pods}",
                site.Place is null ? "choose a larger range, or lower maxPodsPerNode" : "choose a pool with a higher nodesPerSite, or lower maxPodsPerNode"));
    }

    /// <summary>How many nodes a site may come to, where, and the words for its own count and for that of its pool of addresses.</summary>
    private sealed record Demand(string Path, ISlot? Place, int Nodes, string Where, string PoolCount, string SiteCount)
    {
        public IEnumerable<Fault> Check(string key, Cidr range, long room)
        {
            if (Nodes <= room)
            {
                yield break;
            }

            var rule = $"has room for {room} nodes{Where}, and the node pools may grow to {Nodes}";
            yield return Place is null
                ? new Fault($"{Path}.{key}", rule, range.ToString(), $"choose a larger range, or lower {SiteCount}")
                : new Fault(
                    $"{Path}.pool",
                    rule,
                    $"{Place.Pool}, which gives {key} {range}",
                    $"choose a pool with a higher {PoolCount}, or lower {SiteCount}");
        }
    }
}
