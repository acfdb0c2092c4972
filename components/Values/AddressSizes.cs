using System.Numerics;

namespace CrossCloudMesh.Values;

/// <summary>How large a range must be for how many nodes, pods or services, and how many it then has room for.</summary>
/// <remarks>All prefix lengths are in bits. A range is given by what it must hold, never by what it happens to hold.</remarks>
public static class AddressSizes
{
    /// <summary>How many addresses of a subnet Google keeps for itself.</summary>
    private const int KeptByGoogle = 4;

    /// <summary>How many addresses a prefix holds that the network add-on of EKS takes for pods: a /28.</summary>
    private const int PrefixAddresses = 16;

    private const int PrefixBits = 28;

    /// <summary>How many prefixes a node takes besides those that its pods fill: one kept warm, and one that its own interfaces spoil.</summary>
    private const int OwnPrefixes = 2;

    /// <summary>How many prefixes of a subnet AWS spoils: it keeps the first four addresses and the last.</summary>
    private const int PrefixesKeptByAws = 2;

    private const int MaxPodsPerNode = 256;

    /// <summary>The prefix length of the smallest range with at least that many addresses.</summary>
    /// <param name="addresses">1 to 4294967296.</param>
    /// <exception cref="ArgumentOutOfRangeException">No range holds that many.</exception>
    public static int Of(long addresses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(addresses, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addresses, 1L << 32);
        return 32 - Bits(addresses);
    }

    /// <summary>The prefix length of a GKE subnet's primary range: twice the nodes, so that upgrades and internal load balancers fit in.</summary>
    /// <param name="nodes">The most nodes of the cluster, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is not one node, or no range holds that many.</exception>
    public static int GkeNodes(int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        return Of((2L * nodes) + KeptByGoogle);
    }

    /// <summary>The prefix length of the range that GKE gives each node for its pods: the smallest with twice as many addresses.</summary>
    /// <param name="podsPerNode">The most pods on a node, 8 to 256; 110 make a /24.</param>
    /// <exception cref="ArgumentOutOfRangeException">GKE does not offer that many, or that few.</exception>
    public static int GkePodsOfNode(int podsPerNode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(podsPerNode, 8);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(podsPerNode, MaxPodsPerNode);
        return Of(2L * podsPerNode);
    }

    /// <summary>The prefix length of a GKE cluster's pod range.</summary>
    /// <param name="nodes">The most nodes of the cluster, at least 1.</param>
    /// <param name="podsPerNode">The most pods on a node, 8 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of its range, or no range holds that many.</exception>
    public static int GkePods(int nodes, int podsPerNode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        return Of((long)nodes << (32 - GkePodsOfNode(podsPerNode)));
    }

    /// <summary>For how many nodes a GKE subnet's primary range has addresses.</summary>
    public static long GkeNodeRoom(Cidr nodes) => Math.Max(0, nodes.AddressCount - KeptByGoogle);

    /// <summary>For how many nodes a GKE pod range has room.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="podsPerNode"/> is not 8 to 256.</exception>
    public static long GkePodRoom(Cidr pods, int podsPerNode) => pods.AddressCount >> (32 - GkePodsOfNode(podsPerNode));

    /// <summary>How many addresses an EKS node takes of its subnet under prefix delegation: a whole /28 at a time.</summary>
    /// <param name="podsPerNode">The most pods on a node, 1 to 256; 110 make 144 addresses.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range.</exception>
    public static int EksAddressesOfNode(int podsPerNode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(podsPerNode, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(podsPerNode, MaxPodsPerNode);
        return (((podsPerNode + PrefixAddresses - 1) / PrefixAddresses) + OwnPrefixes) * PrefixAddresses;
    }

    /// <summary>For how many EKS nodes, each full of pods, a subnet has room.</summary>
    /// <param name="subnetLength">The prefix length of the subnet, 16 to 28: of a private one of <see cref="SubnetPlan"/>, or of one
    /// for pods alone.</param>
    /// <param name="podsPerNode">The most pods on a node, 1 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">AWS has no such subnet, or the count is out of its range.</exception>
    public static int EksNodeRoom(int subnetLength, int podsPerNode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(subnetLength, SubnetPlan.MinPrefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subnetLength, PrefixBits);
        var prefixes = Math.Max(0, (1 << (PrefixBits - subnetLength)) - PrefixesKeptByAws);
        return prefixes * PrefixAddresses / EksAddressesOfNode(podsPerNode);
    }

    /// <summary>The prefix length of the smallest VPC with room for that many nodes in each zone.</summary>
    /// <param name="nodesPerZone">The most nodes in one zone, at least 1.</param>
    /// <param name="podsPerNode">The most pods on a node, 1 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of its range, or not even a /16 has room.</exception>
    public static int EksNetwork(int nodesPerZone, int podsPerNode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodesPerZone, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodesPerZone, EksNodeRoom(SubnetPlan.MinPrefixLength + SubnetPlan.PrivateBits, podsPerNode));
        var length = SubnetPlan.MaxPrefixLength;
        while (EksNodeRoom(length + SubnetPlan.PrivateBits, podsPerNode) < nodesPerZone)
        {
            length--;
        }

        return length;
    }

    /// <summary>How many bits count that many.</summary>
    private static int Bits(long count) => 64 - BitOperations.LeadingZeroCount((ulong)(count - 1));
}
