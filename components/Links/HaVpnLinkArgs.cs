using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>What <see cref="HaVpnLink"/> needs.</summary>
public sealed record HaVpnLinkArgs
{
    /// <summary>The link's key, which its keys are drawn from: <c>east</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the consoles show, and the first part of every other: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required AwsLinkEnd Aws { get; init; }

    public required GoogleLinkEnd Google { get; init; }

    /// <summary>The range that the insides of the tunnels are cut from, /28 or larger, of 169.254.0.0/16; no other link may have it.</summary>
    public required Cidr Inside { get; init; }

    public required IkeProposal Proposal { get; init; }

    /// <summary>What each tunnel of AWS carries: <c>standard</c> or <c>large</c>.</summary>
    public required string Bandwidth { get; init; }

    /// <summary>The secret that all keys are drawn from, of <see cref="PreSharedKey.ShortestSecret"/> characters or more.</summary>
    public required Output<string> Secret { get; init; }

    /// <summary>For each of the two connections, how often its keys were changed.</summary>
    public required ImmutableArray<int> KeyGenerations { get; init; }

    /// <summary>How long the tunnels' logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete connections and gateways.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (KeyGenerations.Length != LinkTunnel.Connections)
        {
            yield return new("keyGenerations", $"must hold one for each of {LinkTunnel.Connections} connections", KeyGenerations.Length.ToString());
        }

        if (Google.VpnAddresses.Length != LinkTunnel.Connections)
        {
            yield return new("google.vpnAddresses", $"must be the addresses of {LinkTunnel.Connections} interfaces", Google.VpnAddresses.Length.ToString());
        }

        if (Aws.Asn == Google.Asn)
        {
            yield return new("google.asn", "must differ from that of the other end, or each drops the other's routes", Google.Asn.ToString());
        }

        if (Inside.PrefixLength > 28)
        {
            yield return new("inside", "must be a /28 or larger, which four tunnels need", Inside.ToString());
        }
    }
}

/// <summary>The end of a link on AWS.</summary>
public sealed record AwsLinkEnd
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The hub's own ASN.</summary>
    public required int Asn { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>What attaches the network to the hub.</summary>
    public required Resource Attached { get; init; }

    /// <summary>The route table of the hub by which what comes in over links is routed.</summary>
    public required Input<string> LinkTableId { get; init; }

    /// <summary>The hub's tables that learn what lies behind the link, by segment.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> SegmentTables { get; init; }

    /// <summary>The network's route tables that need a way to the peer, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> RouteTableIds { get; init; }

    /// <summary>The group of the cluster's nodes.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Every range of nodes and pods; what the hub announces of the network.</summary>
    public required ImmutableArray<Cidr> Ranges { get; init; }
}

/// <summary>The end of a link on Google Cloud.</summary>
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
