using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>An address range, and the input that claims it.</summary>
internal sealed record Block(Cidr Range, PlannedResource Owner, string Path)
{
    /// <summary>The ranges that a network claims for itself: what lies inside one of them, such as a subnet, is not among them.</summary>
    public static IEnumerable<Block> Claims(PlanIndex plan) =>
    [
        .. Of(plan, Types.Vpc, "cidrBlock"),
        .. Of(plan, Types.VpcRange, "cidrBlock"),
        .. Of(plan, Types.EksCluster, "kubernetesNetworkConfig.serviceIpv4Cidr"),
        .. Of(plan, Types.GkeCluster, "privateClusterConfig.masterIpv4CidrBlock"),
        .. Of(plan, Types.Subnetwork, "ipCidrRange"),
        .. plan.Of(Types.Subnetwork).SelectMany(subnet => subnet.Items("secondaryIpRanges").SelectMany(item => At(subnet, $"{item}.ipCidrRange"))),
    ];

    /// <summary>The range at a path, where one stands there.</summary>
    public static IEnumerable<Block> At(PlannedResource owner, string path) =>
        owner.Text(path) is { } text && Cidr.Parse(text) is { } range ? [new(range, owner, path)] : [];

    /// <summary>The blocks that lie in another of them, each with the nearest one around it.</summary>
    public static IEnumerable<(Block Inner, Block Outer)> Overlaps(IEnumerable<Block> blocks)
    {
        // Two ranges of this form overlap only if one holds the other, so in order of address the last ones still open are enough.
        var open = new Stack<Block>();
        foreach (var block in blocks.OrderBy(each => each.Range).ThenBy(each => each.Owner.Urn, StringComparer.Ordinal))
        {
            while (open.TryPeek(out var last) && !last.Range.Contains(block.Range))
            {
                open.Pop();
            }

            if (open.TryPeek(out var around))
            {
                yield return (block, around);
            }

            open.Push(block);
        }
    }

    private static IEnumerable<Block> Of(PlanIndex plan, string type, string path) => plan.Of(type).SelectMany(owner => At(owner, path));
}
