using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>How long the clouds take to make what takes them long; all else is a matter of seconds.</summary>
/// <remarks>
/// What counts is how long an engine waits. An order of a port is accepted in seconds, and the cable comes days to weeks later, between
/// two deployments: no timeline shows that.
/// </remarks>
public static class CreationTimes
{
    private static readonly Source Eks = Log("github.com/DevopsArtFactory and 6 others, EKS 1.21 to 1.36, 12 to 14 samples each");

    private static readonly Source AwsNetworks = Log("public Terraform and Pulumi runs, 1 to 9 samples each");

    private static readonly Source Peerings = AwsNetworks with
    {
        NotRead = "any run with a peering: each end is taken to last as long as the attachment of a VPC",
    };

    private static readonly Source Resolver = new("https://github.com/hashicorp/terraform-provider-aws/pull/6574", new(2026, 11, 21))
    {
        NotRead = "the endpoint alone: the provider's test makes and deletes the network around it in that time",
    };

    private static readonly Source CloudMap = AwsNetworks with
    {
        NotRead = "any run with a namespace: it makes a private zone of Route 53, and is taken to last as long",
    };

    private static readonly Source Google = Log("public Terraform and Pulumi runs, 2 to 6 samples each");

    private static readonly Source DirectConnect = new("https://github.com/hashicorp/terraform-provider-aws/pull/4896", new(2026, 11, 21))
    {
        NotRead = "the creations alone: its tests time them with the deletions, of which half was taken; and in issue 9225 associations"
            + " took more than 15 minutes",
    };

    private static readonly Source Interconnect = Log("a public walkthrough of AWS Interconnect with Google Cloud, until AWS says available") with
    {
        NotRead = "how long Cloud Control itself holds the creation open",
    };

    private static readonly Source Traces = new(
        "https://github.com/hashicorp/terraform-provider-aws/blob/1a95f0c630ca6b404a9c8655d572e56f7ca57a50/internal/service/xray/trace_segment_destination.go",
        new(2026, 11, 21))
    {
        NotRead = "any run: the provider waits for ten minutes, and people write of one or two",
    };

    private static readonly Source Transport = new(
        "https://docs.cloud.google.com/network-connectivity/docs/interconnect/concepts/partner-cci-for-aws-overview", new(2026, 11, 21))
    {
        NotRead = "any run: the page says a day or less, later notes say minutes, and the provider waits for 20",
    };

    private static readonly Source Authorities = CasFacts.Provider with
    {
        NotRead = "any run: a key comes about in a hardware module, and the provider waits for 20 minutes at most",
    };

    /// <summary>What a type counts as that has no row of its own, such as a role, a route or a subnet.</summary>
    public static CreationTime Seconds { get; } = new("", 3, 1, 15, Log("most rows of the same runs"));

    /// <summary>What a provider counts as: a process of the engine that starts and reads its settings.</summary>
    public static CreationTime Provider { get; } = new("", 1, 0, 2, Log("most rows of the same runs"));

    /// <summary>One row for each type, or for each value of an input where that decides.</summary>
    public static ImmutableArray<CreationTime> Rows { get; } =
    [
        new("aws:cloudcontrol/resource:Resource", 900, 300, 1800, Interconnect) { Only = new("typeName", "AWS::Interconnect::Connection") },
        new("aws:directconnect/gateway:Gateway", 22, 22, 24, DirectConnect),
        new("aws:directconnect/gatewayAssociation:GatewayAssociation", 600, 480, 1500, DirectConnect),
        new("aws:ec2/natGateway:NatGateway", 102, 85, 112, AwsNetworks),
        new("aws:ec2/vpcEndpoint:VpcEndpoint", 6, 6, 6, AwsNetworks) { Only = new("vpcEndpointType", "Gateway") },
        new("aws:ec2/vpcEndpoint:VpcEndpoint", 122, 122, 122, AwsNetworks) { Only = new("vpcEndpointType", "Interface") },
        new("aws:ec2/vpnConnection:VpnConnection", 184, 183, 396, AwsNetworks),
        new("aws:ec2/vpnGateway:VpnGateway", 47, 47, 47, AwsNetworks),
        new("aws:ec2transitgateway/peeringAttachment:PeeringAttachment", 121, 121, 121, Peerings),
        new("aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter", 121, 121, 121, Peerings),
        new("aws:ec2transitgateway/routeTable:RouteTable", 30, 30, 30, AwsNetworks),
        new("aws:ec2transitgateway/transitGateway:TransitGateway", 78, 78, 78, AwsNetworks),
        new("aws:ec2transitgateway/vpcAttachment:VpcAttachment", 121, 121, 121, AwsNetworks),
        new("aws:eks/addon:Addon", 45, 4, 65, Eks),
        new("aws:eks/cluster:Cluster", 570, 503, 663, Eks),
        new("aws:eks/nodeGroup:NodeGroup", 120, 58, 333, Eks),
        new("aws:kms/key:Key", 26, 24, 28, AwsNetworks),
        new("aws:route53/resolverEndpoint:ResolverEndpoint", 108, 108, 108, Resolver),
        new("aws:route53/zone:Zone", 70, 62, 79, AwsNetworks),
        new("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", 70, 62, 79, CloudMap),
        new("aws:xray/traceSegmentDestination:TraceSegmentDestination", 60, 5, 600, Traces),
        new("gcp:certificateauthority/authority:Authority", 30, 5, 1200, Authorities),
        new("gcp:compute/haVpnGateway:HaVpnGateway", 12, 12, 12, Google),
        new("gcp:compute/router:Router", 13, 13, 13, Google),
        new("gcp:compute/routerInterface:RouterInterface", 19, 13, 25, Google),
        new("gcp:compute/routerPeer:RouterPeer", 32, 26, 38, Google),
        new("gcp:compute/vPNTunnel:VPNTunnel", 15, 15, 15, Google),
        new("gcp:container/cluster:Cluster", 540, 325, 615, Google),
        new("gcp:container/nodePool:NodePool", 120, 64, 337, Google),
        new("gcp:networkconnectivity/transport:Transport", 300, 60, 1200, Transport),
        new("kubernetes:helm.sh/v3:Release", 40, 24, 56, Google),
    ];

    /// <summary>
    /// What each cloud makes one after the other whatever a program says: the shortest way from nothing to a cluster that runs pods, or to
    /// an interconnect that carries packets.
    /// </summary>
    /// <remarks>
    /// A control plane needs its role; a node needs the control plane and turns ready only with a network add-on; an add-on that runs on
    /// nodes needs one; AWS takes up a connection with the key of Google's transport. Source: https://docs.aws.amazon.com/eks/latest/userguide/create-cluster.html,
    /// https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips, read 2026-11-21.
    /// </remarks>
    public static ImmutableArray<CreationChain> Chains { get; } =
    [
        new(
            "EKS",
            [
                "aws:iam/role:Role", "aws:eks/cluster:Cluster", "aws:eks/addon:Addon", "aws:eks/nodeGroup:NodeGroup", "aws:eks/addon:Addon",
            ]),
        new(
            "GKE",
            [
                "gcp:compute/network:Network", "gcp:compute/subnetwork:Subnetwork", "gcp:container/cluster:Cluster",
                "gcp:container/nodePool:NodePool",
            ]),
        new("managed interconnect", ["gcp:networkconnectivity/transport:Transport", "aws:cloudcontrol/resource:Resource"]),
    ];

    private static readonly ILookup<string, CreationTime> ByType = Rows.ToLookup(row => row.Type, StringComparer.Ordinal);

    /// <summary>The row of a type, or null where it has none.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="input">The text of an input by its name, or null.</param>
    public static CreationTime? Find(string type, Func<string, string?> input)
    {
        foreach (var row in ByType[type])
        {
            if (row.Only is not { } only || input(only.Input) == only.Value)
            {
                return row;
            }
        }

        return null;
    }

    private static Source Log(string what) => new($"apply logs: {what}", new(2026, 11, 20));
}

/// <summary>How long it takes to make one resource of a type, from the call until it can be used.</summary>
/// <param name="Type">The type token.</param>
/// <param name="TypicalSeconds">What to expect.</param>
/// <param name="LowSeconds">The fastest that was seen.</param>
/// <param name="HighSeconds">The slowest that was seen, failures left out.</param>
/// <param name="Source">Which runs it was seen in.</param>
public sealed record CreationTime(string Type, int TypicalSeconds, int LowSeconds, int HighSeconds, Source Source)
{
    /// <summary>The only value of an input for which the row holds; null for any.</summary>
    public CreationTimeCase? Only { get; init; }
}

/// <summary>A value of an input that decides how long a creation takes.</summary>
public sealed record CreationTimeCase(string Input, string Value);

/// <summary>Types that a cloud makes one after the other.</summary>
/// <param name="Name">What stands at the end of it.</param>
/// <param name="Types">Type tokens, in order; a type twice is two resources.</param>
public sealed record CreationChain(string Name, ImmutableArray<string> Types);
