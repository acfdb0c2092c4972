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

    public IEnumerable<DirectConnectAttachment> DirectConnects => Attachments.OfType<DirectConnectAttachment>();

    /// <summary>Whether an attachment carries tunnels of this hub, by a table that nobody else is routed by: to the outside of tunnels alone.</summary>
    public bool IsGround(HubAttachment attachment) =>
        Connections.Any(connection => connection.Transport == attachment)
        && !Attachments.Exists(other => other != attachment && other.Table == attachment.Table);
}

/// <summary>A route table of a hub.</summary>
internal sealed class HubTable(string name)
{
    public string Name => name;

    /// <summary>The table itself; null where it is the one that a hub makes by itself.</summary>
    public PlannedResource? Resource { get; init; }

    public List<HubRoute> Static { get; } = [];

    /// <summary>What announces itself here.</summary>
    public List<HubAttachment> Propagating { get; } = [];
}

/// <summary>A route that somebody wrote down.</summary>
/// <param name="Range">Where to.</param>
/// <param name="To">The attachment; null where it drops what it meets.</param>
internal sealed record HubRoute(Cidr Range, HubAttachment? To);
