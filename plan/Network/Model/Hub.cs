using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>A Transit Gateway.</summary>
internal sealed class Hub(PlannedResource resource, string? region)
{
    public PlannedResource Resource => resource;

    public string? Region => region;

    public long? Asn { get; init; }

    /// <summary>Whether traffic is spread over tunnels that announce the same.</summary>
    public bool SpreadsOverTunnels { get; init; }

    public List<HubAttachment> Attachments { get; } = [];

    public IEnumerable<VpnConnection> Connections => Attachments.OfType<VpnConnection>();
}

/// <summary>A route table of a hub.</summary>
internal sealed class HubTable(string name)
{
    public string Name => name;

    public List<HubRoute> Static { get; } = [];

    /// <summary>What announces itself here.</summary>
    public List<HubAttachment> Propagating { get; } = [];
}

/// <summary>A route that somebody wrote down.</summary>
/// <param name="Range">Where to.</param>
/// <param name="To">The attachment; null where it drops what it meets.</param>
internal sealed record HubRoute(Cidr Range, HubAttachment? To);

/// <summary>What a hub is attached to.</summary>
internal abstract class HubAttachment(PlannedResource resource, Hub hub)
{
    public PlannedResource Resource => resource;

    public Hub Hub => hub;

    /// <summary>The table by which what comes from it is routed; null where there is none, and all of it is dropped.</summary>
    public HubTable? Table { get; set; }
}

/// <summary>A VPC at a hub.</summary>
internal sealed class VpcAttachment(PlannedResource resource, Hub hub, Vpc vpc) : HubAttachment(resource, hub)
{
    public Vpc Vpc => vpc;

    /// <summary>The subnets in which the hub has an interface.</summary>
    public List<VpcSubnet> Subnets { get; } = [];
}

/// <summary>A VPN connection at a hub: two tunnels to one customer gateway.</summary>
internal sealed class VpnConnection(PlannedResource resource, Hub hub, PlannedResource? customer) : HubAttachment(resource, hub)
{
    /// <summary>AWS's record of the other side; null where the plan does not tell it.</summary>
    public PlannedResource? Customer => customer;

    /// <summary>The two tunnels, the first of which is number 1.</summary>
    public AwsTunnelEnd[] Ends { get; set; } = [];
}
