using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Where the address ranges of sites come from.</summary>
public sealed record AddressSettings
{
    [Description("Pools by name. Each is cut into equal parts, one for each slot, so that a new site moves nothing. "
        + "To change the size of the parts is to move every site of the pool: add another pool instead.")]
    [Keys<EntryKey>]
    public required ImmutableSortedDictionary<string, AddressPoolSettings> Pools { get; init; }

    internal static AddressSettings None { get; } =
        new() { Pools = ImmutableSortedDictionary.Create<string, AddressPoolSettings>(StringComparer.Ordinal) };
}

/// <summary>Ranges from which the sites on one cloud have theirs.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "cloud")]
[JsonDerivedType(typeof(AwsAddressPoolSettings), "aws")]
[JsonDerivedType(typeof(GcpAddressPoolSettings), "gcp")]
public abstract record AddressPoolSettings
{
    /// <summary>For how many sites there is room.</summary>
    internal abstract long Slots { get; }

    /// <summary>The ranges that are cut, by the key they stand under, each with the size of its parts.</summary>
    internal abstract IReadOnlyList<NamedPool> Ranges { get; }
}

/// <summary>Ranges for sites on AWS.</summary>
public sealed record AwsAddressPoolSettings : AddressPoolSettings
{
    [Description("What VPCs are cut from. It may grow to a shorter prefix with the same first address.")]
    [PrefixLength(8, 20)]
    public required Cidr Networks { get; init; }

    [Description("The most nodes in one zone of a site, each full of pods, which decides the size of its VPC: 1 makes a /20, 3 a /19, "
        + "6 a /18, 14 a /17, and 28 a /16, the largest that AWS has.")]
    [Range(1, 28)]
    public required int NodesPerZone { get; init; }

    [Description("What the ranges of EKS Services are cut from. It may grow as networks may.")]
    [PrefixLength(8, 24)]
    public required Cidr Services { get; init; }

    [Description("The most Services of a site: 4096 make a /20.")]
    [Range(256, 65536)]
    public required int ServicesPerSite { get; init; }

    internal override long Slots => Plan.Slots;

    internal override IReadOnlyList<NamedPool> Ranges => [new("networks", Plan.Networks), new("services", Plan.Services)];

    internal AwsAddressPool Plan => AwsAddressPool.For(Networks, Services, NodesPerZone, PodFacts.EksPodsPerNode, ServicesPerSite);
}

/// <summary>Ranges for sites on Google Cloud.</summary>
public sealed record GcpAddressPoolSettings : AddressPoolSettings
{
    [Description("What the primary ranges of subnets are cut from. It may grow to a shorter prefix with the same first address.")]
    [PrefixLength(8, 26)]
    public required Cidr Nodes { get; init; }

    [Description("What the ranges of pods are cut from. It may grow as nodes may.")]
    [PrefixLength(8, 20)]
    public required Cidr Pods { get; init; }

    [Description("The most nodes of a site, in all zones together, which decides the size of both: a /24 of pods for each node, "
        + "and twice as many addresses for nodes.")]
    [Range(16, 8192)]
    public required int NodesPerSite { get; init; }

    [Description("What the ranges of GKE Services are cut from. It may grow as nodes may.")]
    [PrefixLength(8, 24)]
    public required Cidr Services { get; init; }

    [Description("The most Services of a site: 4096 make a /20.")]
    [Range(256, 65536)]
    public required int ServicesPerSite { get; init; }

    internal override long Slots => Plan.Slots;

    internal override IReadOnlyList<NamedPool> Ranges => [new("nodes", Plan.Nodes), new("pods", Plan.Pods), new("services", Plan.Services)];

    internal GoogleAddressPool Plan => GoogleAddressPool.For(Nodes, Pods, Services, NodesPerSite, PodFacts.GkePodsPerNode, ServicesPerSite);
}

/// <summary>A range that is cut, and the key of its pool under which it stands.</summary>
internal sealed record NamedPool(string Key, AddressPool Pool);
