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

    [Description("How nodes reach the internet. cloudNat: by Cloud NAT. none: not at all; Google itself is reached at restrictedApis, and "
        + "images must come from Artifact Registry.")]
    public GcpNat Nat { get; init; }

    [Description("How many addresses Cloud NAT has, each fixed as long as the site stands. 0, or left out: Google chooses, and may change them.")]
    [Range(0, 100)]
    public int NatAddresses { get; init; }

    [Description("Whether Google's APIs and registries are reached at restricted.googleapis.com, which a VPC service perimeter guards. "
        + "Services that no perimeter supports are then out of reach.")]
    public bool RestrictedApis { get; init; }

    [Description("What may come into the network besides what always does, by name. All else is denied, and written down.")]
    [Keys<EntryKey>, MaxLength(50)]
    public ImmutableSortedDictionary<string, AllowanceSettings> Firewall { get; init; } =
        ImmutableSortedDictionary.Create<string, AllowanceSettings>(StringComparer.Ordinal);

    [Description("The Cloud Router, which every link of the site shares. Left out: the site has no links.")]
    public RouterSettings? Router { get; init; }

    [Description("Private names: a Cloud DNS zone of the site's own, and a policy that takes queries from linked sites. Left out: none.")]
    public DnsSettings? Dns { get; init; }

    [Description("The GKE cluster.")]
    public required GkeSettings Cluster { get; init; }

    internal override ISlot? Place => Addresses as ISlot;

    internal override IReadOnlyList<NamedRange> RangesIn(AddressSettings plan) => SiteRanges.Of(this, plan) is { } ranges
        ?
        [
            new("addresses.nodes", ranges.Nodes, Place),
            new("addresses.pods", ranges.Pods, Place),
            new("addresses.services", ranges.Services, Place),
        ]
        : [];
}

/// <summary>How nodes on Google Cloud reach the internet.</summary>
public enum GcpNat
{
    CloudNat,
    None,
}
