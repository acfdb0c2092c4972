using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Networks;

/// <summary>How private subnets reach the internet.</summary>
public enum NatMode
{
    /// <summary>One gateway that spans the zones and grows by itself.</summary>
    Regional,

    /// <summary>One gateway in every zone, each with an address that never changes: for peers that keep lists of them.</summary>
    PerZone,

    /// <summary>Not at all: AWS itself is reached through endpoints.</summary>
    None,
}

/// <summary>What <see cref="AwsNetwork"/> needs.</summary>
public sealed record AwsNetworkArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows, and the first part of every other: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The VPC's range, /16 to /20.</summary>
    public required Cidr Range { get; init; }

    /// <summary>A second range of which pods take their addresses, /16 to /21.</summary>
    /// <remarks>Left out: pods take them from the private subnets.</remarks>
    public Cidr? PodRange { get; init; }

    /// <summary>Where the peers are that the network speaks with through its hub: what the access lists let through.</summary>
    public required ImmutableArray<Cidr> PeerRanges { get; init; }

    /// <summary>The ports at which they call what is in its private subnets.</summary>
    public ImmutableArray<CalledPort> PeerPorts { get; init; } = LinkPorts.All;

    /// <summary>Whether an <see cref="AwsResolver"/> stands in the intra subnets and speaks with peers.</summary>
    public bool HasResolver { get; init; }

    /// <summary>Zone id (<c>use1-az1</c>) to the slot of <see cref="SubnetPlan"/> that it holds.</summary>
    public required ImmutableSortedDictionary<string, int> Zones { get; init; }

    public required NatMode Nat { get; init; }

    /// <summary>What in the network calls AWS: without NAT, each gets the endpoints that it needs.</summary>
    public required ImmutableSortedSet<AwsFeature> Features { get; init; }

    /// <summary>Further services to reach through endpoints, with NAT or without; S3 is always among them.</summary>
    public ImmutableSortedSet<string> Endpoints { get; init; } = [];

    /// <summary>How long flow logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete the VPC, its subnets, its addresses and the key of its logs.</summary>
    public required bool Protect { get; init; }

    /// <summary>Every range of the VPC.</summary>
    internal ImmutableArray<Cidr> OwnRanges => PodRange is { } pods ? [Range, pods] : [Range];

    /// <summary>Every service that is reached through an endpoint.</summary>
    internal ImmutableSortedSet<string> AllEndpoints => Endpoints
        .Union(Nat == NatMode.None ? AwsEndpoints.NeededBy(Features) : [])
        .Add("s3")
        .WithComparer(StringComparer.Ordinal);

    internal IEnumerable<Fault> Check()
    {
        if (Range.PrefixLength is < SubnetPlan.MinPrefixLength or > SubnetPlan.MaxPrefixLength)
        {
            yield return new("range", $"must be a /{SubnetPlan.MinPrefixLength} to a /{SubnetPlan.MaxPrefixLength}", Range.ToString());
        }

        if (PodRange is { PrefixLength: < AwsPodSubnets.MinPrefixLength or > AwsPodSubnets.MaxPrefixLength } size)
        {
            yield return new("podRange", $"must be a /{AwsPodSubnets.MinPrefixLength} to a /{AwsPodSubnets.MaxPrefixLength}", size.ToString());
        }

        if (PodRange is { } pods && pods.Overlaps(Range))
        {
            yield return new("podRange", $"must not overlap the network's range, which is {Range}", pods.ToString(), "choose another range");
        }

        if (Zones.Count < 2)
        {
            yield return new("zones", "must be at least 2, which EKS asks for", string.Join(", ", Zones.Keys), "add a zone");
        }

        if (Zones.Values.Distinct().Count() != Zones.Count)
        {
            yield return new("zones", "must hold one slot each", string.Join(", ", Zones.Values), "give every zone a slot of its own");
        }

        if (Nat == NatMode.None && Features.IsEmpty)
        {
            yield return new("features", "must hold at least one where there is no NAT", "none", "name what calls AWS, or it reaches nothing");
        }
    }
}
