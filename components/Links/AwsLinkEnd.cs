using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>The end of a link on AWS: a site's hub.</summary>
public sealed record AwsLinkEnd
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The hub's own ASN.</summary>
    public required int Asn { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>The route table of the hub by which what comes in over links is routed.</summary>
    public required Input<string> LinkTableId { get; init; }

    /// <summary>The hub's tables that learn what lies behind the link, by segment.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> SegmentTables { get; init; }

    /// <summary>Every range of nodes and pods; what the hub announces of the network.</summary>
    public required ImmutableArray<Cidr> Ranges { get; init; }
}
