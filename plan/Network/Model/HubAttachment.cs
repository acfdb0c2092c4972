using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>What a hub is attached to.</summary>
internal abstract class HubAttachment(PlannedResource resource, Hub hub)
{
    public PlannedResource Resource => resource;

    public Hub Hub => hub;

    /// <summary>Its place among those that announce the same range: the lowest is taken. A static route comes before all.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview, read 2026-11-20.</remarks>
    public abstract int Rank { get; }

    /// <summary>The table by which what comes from it is routed; null where there is none, and all of it is dropped.</summary>
    public HubTable? Table { get; set; }
}

/// <summary>A VPC at a hub.</summary>
internal sealed class VpcAttachment(PlannedResource resource, Hub hub, Vpc vpc) : HubAttachment(resource, hub)
{
    public Vpc Vpc => vpc;

    public override int Rank => 1;

    /// <summary>The subnets in which the hub has an interface.</summary>
    public List<VpcSubnet> Subnets { get; } = [];
}

/// <summary>A Direct Connect gateway at a hub, with whatever leads to that gateway.</summary>
/// <param name="resource">The association of both.</param>
/// <param name="hub">The hub.</param>
/// <param name="gateway">The gateway.</param>
internal sealed class DirectConnectAttachment(PlannedResource resource, Hub hub, PlannedResource gateway) : HubAttachment(resource, hub)
{
    public PlannedResource Gateway => gateway;

    public long? Asn { get; init; }

    /// <summary>What AWS announces by it, word for word, whatever its table holds.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html, read 2026-11-20.</remarks>
    public required IReadOnlyList<Cidr> Allowed { get; init; }

    public override int Rank => 2;
}

/// <summary>A VPN connection at a hub: two tunnels to one customer gateway.</summary>
internal sealed class VpnConnection(PlannedResource resource, Hub hub, PlannedResource? customer) : HubAttachment(resource, hub)
{
    /// <summary>AWS's record of the other side; null where the plan does not tell it.</summary>
    public PlannedResource? Customer => customer;

    /// <summary>Whether its addresses outside are private, so that it runs over Direct Connect.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The attachment that it then runs over; null where the plan does not tell it.</summary>
    public DirectConnectAttachment? Transport { get; set; }

    /// <summary>A private one comes before one over the internet; between them would be Connect attachments.</summary>
    public override int Rank => IsPrivate ? 4 : 5;

    /// <summary>The two tunnels, the first of which is number 1.</summary>
    public AwsTunnelEnd[] Ends { get; set; } = [];
}

/// <summary>One side of the peering of two hubs.</summary>
internal sealed class PeeringAttachment(PlannedResource resource, Hub hub) : HubAttachment(resource, hub)
{
    /// <summary>The other side.</summary>
    public PeeringAttachment Other { get; set; } = null!;

    /// <summary>It announces nothing, so it has no place among those that do.</summary>
    public override int Rank => int.MaxValue;
}
