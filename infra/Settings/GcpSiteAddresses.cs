using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>How a site on Google Cloud comes to its address ranges. The key <c>by</c> says which way.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(GcpAddressesByPlan), "plan")]
[JsonDerivedType(typeof(GcpAddressesByHand), "hand")]
public abstract record GcpSiteAddresses;

/// <summary>They are carved from a pool.</summary>
public sealed record GcpAddressesByPlan : GcpSiteAddresses, ISlot
{
    [Description("The pool of addresses.pools.")]
    public required EntryKey Pool { get; init; }

    [Description("The site's place in the pool. It never changes, and is never given to another site.")]
    [Range(0, 4095)]
    public required int Slot { get; init; }
}

/// <summary>They are stated.</summary>
public sealed record GcpAddressesByHand : GcpSiteAddresses
{
    [Description("The subnet's primary range, for nodes and internal load balancers. It can grow in place.")]
    [PrefixLength(16, 26)]
    public required Cidr Nodes { get; init; }

    [Description("The secondary range for Pods: a /24 for each node.")]
    [PrefixLength(11, 21)]
    public required Cidr Pods { get; init; }

    [Description("The secondary range for Services.")]
    [PrefixLength(16, 27)]
    public required Cidr Services { get; init; }
}
