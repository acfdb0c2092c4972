using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>AWS's end of a tunnel.</summary>
/// <param name="Connection">The connection that it is of.</param>
/// <param name="Number">1 or 2.</param>
/// <param name="Address">Its public address.</param>
/// <param name="Inside">The /30 in the tunnel, of which AWS has the first host.</param>
internal sealed record AwsTunnelEnd(VpnConnection Connection, int Number, string? Address, Cidr? Inside)
{
    /// <summary>The path of one of its inputs: <c>tunnel1InsideCidr</c>.</summary>
    public string Path(string rest) => $"tunnel{Number}{rest}";

    public override string ToString() => $"{Connection.Resource.Name} tunnel {Number}";
}

/// <summary>Google's end of a tunnel, with the BGP session in it.</summary>
internal sealed class GoogleTunnelEnd(PlannedResource resource)
{
    public PlannedResource Resource => resource;

    public PlannedResource? Gateway { get; init; }

    /// <summary>Which of the gateway's interfaces, 0 or 1.</summary>
    public int? Interface { get; init; }

    /// <summary>That interface's public address.</summary>
    public string? Address { get; init; }

    /// <summary>Google's record of the other side.</summary>
    public PlannedResource? External { get; init; }

    /// <summary>Which address of that record.</summary>
    public int? ExternalInterface { get; init; }

    public string? ExternalAddress { get; init; }

    public PlannedResource? RouterInterface { get; init; }

    public PlannedResource? Peer { get; init; }

    public CloudRouter? Router { get; init; }

    public long? PeerAsn { get; init; }

    /// <summary>What the session announces.</summary>
    public IReadOnlyList<Cidr> Announced { get; init; } = [];

    /// <summary>The lower, the better: AWS sees it as MED.</summary>
    public int Priority { get; init; }

    public override string ToString() => resource.Name;
}

/// <summary>A Cloud Router, which speaks BGP for the network of a region.</summary>
/// <param name="Resource">The router.</param>
/// <param name="Network">The network that it serves.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Asn">Its AS number; null where the plan does not tell it.</param>
internal sealed record CloudRouter(PlannedResource Resource, GoogleNetwork Network, string Region, long? Asn);

/// <summary>Both ends of a tunnel that name one another, so that they negotiate; whether they agree is another matter.</summary>
/// <param name="Index">Its place among all tunnels of the plan.</param>
/// <param name="Aws">AWS's end.</param>
/// <param name="Google">Google's end.</param>
/// <param name="Fault">Why it does not come up; null where it does.</param>
internal sealed record Tunnel(int Index, AwsTunnelEnd Aws, GoogleTunnelEnd Google, string? Fault)
{
    public bool ComesUp => Fault is null;

    /// <summary>In Mbit/s each way, at a packet size.</summary>
    public required Func<int, int> Mbps { get; init; }

    /// <summary>The largest packet that fits through, in bytes.</summary>
    public required int MtuBytes { get; init; }
}
