namespace CrossCloudMesh.Values;

/// <summary>What a subnet of a VPC is for.</summary>
public enum SubnetTier
{
    /// <summary>Nodes and pods: the way out goes through NAT, there is no way in.</summary>
    Private,

    /// <summary>Load balancers and NAT gateways: the default route is the internet gateway.</summary>
    Public,

    /// <summary>Attachments and control-plane interfaces: no default route at all.</summary>
    Intra,
}

/// <summary>Where in a VPC's range each zone's subnets lie.</summary>
/// <remarks>
/// A zone holds a slot, 0 to 7, and a subnet's place follows from tier and slot alone, so a zone that comes or goes moves nothing.
/// Of 256 equal parts of the range, private subnets have 16 each (0 to 127), public ones 4 each (128 to 159), intra ones 1 each
/// (160 to 167); the rest is free. For a /16 that makes /20, /22 and /24.
/// </remarks>
public static class SubnetPlan
{
    public const int Slots = 8;

    /// <summary>The shortest prefix (largest range) that AWS accepts for a VPC, in bits.</summary>
    public const int MinPrefixLength = 16;

    /// <summary>The longest prefix (smallest range) whose intra subnets are still the /28 that AWS asks for, in bits.</summary>
    public const int MaxPrefixLength = 20;

    /// <summary>By how many bits the prefix of a private subnet is longer than the network's.</summary>
    public const int PrivateBits = 4;

    /// <summary>The range of the subnet of <paramref name="tier"/> in the zone that holds <paramref name="slot"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The network is not a /16 to /20, or the slot not 0 to 7.</exception>
    public static Cidr Carve(Cidr network, SubnetTier tier, int slot)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(network.PrefixLength, MinPrefixLength, nameof(network));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(network.PrefixLength, MaxPrefixLength, nameof(network));
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, Slots);
        return tier switch
        {
            SubnetTier.Private => network.Part(network.PrefixLength + PrivateBits, slot),
            SubnetTier.Public => network.Part(network.PrefixLength + 6, 32 + slot),
            SubnetTier.Intra => network.Part(network.PrefixLength + 8, 160 + slot),
            _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, message: null),
        };
    }
}
