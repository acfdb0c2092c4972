using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>The end of a link on Google Cloud: a site's network, with its router and its VPN gateway.</summary>
public sealed record GoogleLinkEnd
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The router's own ASN.</summary>
    public required int Asn { get; init; }

    public required Input<string> RouterName { get; init; }

    public required Input<string> VpnGatewaySelfLink { get; init; }

    /// <summary>The public address of each interface of the gateway, in their order.</summary>
    public required ImmutableArray<Output<string>> VpnAddresses { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>Every range of nodes and pods; what the router announces.</summary>
    public required ImmutableArray<Cidr> Ranges { get; init; }
}
