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

    [Description("The subnet's primary range, for nodes and internal load balancers. It can grow in place.")]
    [PrefixLength(16, 26)]
    public required Cidr Nodes { get; init; }

    [Description("The secondary range for Pods: a /24 for each node.")]
    [PrefixLength(11, 21)]
    public required Cidr Pods { get; init; }

    [Description("The secondary range for Services.")]
    [PrefixLength(16, 27)]
    public required Cidr Services { get; init; }

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

    [Description("The GKE cluster.")]
    public required GkeSettings Cluster { get; init; }

    internal override IReadOnlyList<NamedRange> Ranges => [new("nodes", Nodes), new("pods", Pods), new("services", Services)];
}
