using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>How a site on AWS comes to its address ranges. The key <c>by</c> says which way.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(AwsAddressesByPlan), "plan")]
[JsonDerivedType(typeof(AwsAddressesByHand), "hand")]
public abstract record AwsSiteAddresses;

/// <summary>They are carved from a pool.</summary>
public sealed record AwsAddressesByPlan : AwsSiteAddresses, ISlot
{
    [Description("The pool of addresses.pools.")]
    public required EntryKey Pool { get; init; }

    [Description("The site's place in the pool. It never changes, and is never given to another site.")]
    [Range(0, 4095)]
    public required int Slot { get; init; }
}

/// <summary>They are stated.</summary>
public sealed record AwsAddressesByHand : AwsSiteAddresses
{
    [Description("The VPC's range. Its subnets are carved from it, by zone slot.")]
    [PrefixLength(16, 20)]
    public required Cidr Network { get; init; }

    [Description("The range of the EKS cluster's Service addresses. It can never be changed.")]
    [PrefixLength(12, 24)]
    public required Cidr Services { get; init; }
}
