using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>AWS's end of a tunnel.</summary>
/// <param name="Connection">The connection that it is of.</param>
/// <param name="Number">1 or 2.</param>
/// <param name="Address">Its address outside.</param>
/// <param name="Inside">The /30 in the tunnel, of which AWS has the first host.</param>
internal sealed record AwsTunnelEnd(VpnConnection Connection, int Number, string? Address, Cidr? Inside)
{
    /// <summary>The path of one of its inputs: <c>tunnel1InsideCidr</c>.</summary>
    public string Path(string rest) => $"tunnel{Number}{rest}";

    public override string ToString() => $"{Connection.Resource.Name} tunnel {Number}";
}

/// <summary>Google's end of a tunnel.</summary>
internal sealed class GoogleTunnelEnd(PlannedResource resource, GoogleSession session) : GoogleEnd(resource, session)
{
    public PlannedResource? Gateway { get; init; }

    /// <summary>Which of the gateway's interfaces, 0 or 1.</summary>
    public int? Interface { get; init; }

    /// <summary>That interface's address.</summary>
    public string? Address { get; init; }

    /// <summary>Google's record of the other side.</summary>
    public PlannedResource? External { get; init; }

    /// <summary>Which address of that record.</summary>
    public int? ExternalInterface { get; init; }

    public string? ExternalAddress { get; init; }

    /// <summary>The VLAN attachment that the interface of the gateway stands on; null where it is on the internet.</summary>
    public VlanAttachment? Ground { get; init; }
}

/// <summary>Both ends of a tunnel that name one another, so that they negotiate; whether they agree is another matter.</summary>
internal sealed class Tunnel(int index, AwsTunnelEnd aws, GoogleTunnelEnd google, Conduit? carrier, string? fault) : Conduit(index, aws.Connection, fault)
{
    /// <summary>AWS's end.</summary>
    public AwsTunnelEnd Aws => aws;

    /// <summary>Google's end.</summary>
    public GoogleTunnelEnd Google => google;

    public override string Kind => google.Ground is null && !aws.Connection.IsPrivate ? LinkKinds.HaVpn : LinkKinds.Encrypted;

    public override string Name => google.Resource.Name;

    public override GoogleNetwork? Network => google.Router?.Network;

    public override string? Region => google.Router?.Region;

    public override long? Asn => google.Router?.Asn;

    public override IReadOnlyList<Cidr> Announced => google.Announced;

    public override int Priority => google.Priority;

    public override Conduit? Carrier => carrier;
}
