using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A VPC, a Transit Gateway and an EKS cluster in one region of AWS.</summary>
public sealed record AwsSite : SiteSettings
{
    [Description("The AWS region.")]
    public required AwsRegion Region { get; init; }

    [Description("Zone ids, such as use1-az1, each with its slot: the place of its subnets in the network's range. "
        + "A slot never changes, so that adding a zone moves nothing.")]
    [Keys<AwsZoneId>, MinLength(2), Range(0, 7)]
    public required ImmutableSortedDictionary<string, int> Zones { get; init; }

    [Description("The site's address ranges: by: plan has them carved from a pool, by: hand states them. They can never be changed.")]
    public required AwsSiteAddresses Addresses { get; init; }

    [Description("How private subnets reach the internet. regional: one NAT gateway that spans the zones. "
        + "perZone: one in each zone, with an address that never changes. "
        + "none: not at all; AWS itself is reached through endpoints, and images must come from ECR.")]
    public required NatMode Nat { get; init; }

    [Description("Services of AWS that are reached through endpoints, besides those that the site needs where nat is none.")]
    public ImmutableArray<AwsService> Endpoints { get; init; } = [];

    [Description("A second range for Pods, such as one of 100.64.0.0/10. Left out: Pods take addresses of the network's range.")]
    [PrefixLength(16, 21)]
    public Cidr? PodRange { get; init; }

    [Description("The Transit Gateway.")]
    public required HubSettings Hub { get; init; }

    [Description("Private names: a Route 53 zone of the site's own, and endpoints of its resolver where names pass over a link. Left out: none.")]
    public DnsSettings? Dns { get; init; }

    [Description("For how many days CloudWatch keeps flow logs and the control plane's logs: one of the periods that it offers.")]
    [AllowedValues(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public required int LogRetentionDays { get; init; }

    [Description("The EKS cluster.")]
    public required EksSettings Cluster { get; init; }

    internal override ISlot? Place => Addresses as ISlot;

    internal override IReadOnlyList<NamedRange> RangesIn(AddressSettings plan) => SiteRanges.Of(this, plan) is { } ranges
        ?
        [
            new("addresses.network", ranges.Network, Place),
            new("addresses.services", ranges.Services, Place),
            .. PodRange is { } pods ? [new NamedRange("podRange", pods, Place: null)] : Array.Empty<NamedRange>(),
        ]
        : [];
}

/// <summary>The site's Transit Gateway, which every link of the site shares.</summary>
public sealed record HubSettings
{
    [Description("Its private AS number, unique among all sites.")]
    [Range(64512, 65534)]
    public required Asn Asn { get; init; }

    [Description("Ranges to which the Transit Gateway drops whatever no site has a more specific route for, such as 10.0.0.0/8.")]
    public ImmutableArray<Cidr> Blackholes { get; init; } = [];
}

/// <summary>How private subnets reach the internet.</summary>
public enum NatMode
{
    Regional,
    PerZone,
    None,
}
