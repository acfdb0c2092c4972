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

    [Description("The GKE cluster.")]
    public required GkeSettings Cluster { get; init; }

    internal override IReadOnlyList<NamedRange> Ranges => [new("nodes", Nodes), new("pods", Pods), new("services", Services)];
}
