using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A subnet, its Cloud NAT and a GKE cluster in one region of Google Cloud.</summary>
public sealed record GcpSite : SiteSettings
{
    [Description("The Google region.")]
    public required GoogleRegion Region { get; init; }

    [Description("The zones in which nodes run.")]
    [MinLength(1)]
    public required ImmutableArray<GoogleZone> Zones { get; init; }

    [Description("The site's address ranges: by: plan has them carved from a pool, by: hand states them. They can never be changed, "
        + "except that the nodes' range can grow in place.")]
    public required GcpSiteAddresses Addresses { get; init; }

    [Description("The GKE cluster.")]
    public required GkeSettings Cluster { get; init; }

    internal override ISlot? Place => Addresses as ISlot;

    internal override IReadOnlyList<NamedRange> RangesIn(AddressSettings plan) => SiteRanges.Of(this, plan) is { } ranges
        ? [new("nodes", ranges.Nodes), new("pods", ranges.Pods), new("services", ranges.Services)]
        : [];
}
