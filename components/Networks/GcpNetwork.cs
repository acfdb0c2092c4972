using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Makes one Google network with one subnet for a cluster: no public addresses, a way out, every denied flow on record.</summary>
/// <remarks>
/// Makes 6 resources: network, subnet with named ranges for pods and services, router, NAT, and two firewall rules (deny what comes
/// in, admit the network's own ranges). Waits for the Compute API.
/// </remarks>
public sealed class GcpNetwork : ComponentResource
{
    public const string Token = "infra:networks:GcpNetwork";

    /// <summary>The subnet's secondary range for pods.</summary>
    public const string PodRangeName = "pods";

    /// <summary>The subnet's secondary range for services.</summary>
    public const string ServiceRangeName = "services";

    private const double FlowSampling = 0.5;
    private const int LastPriority = 65534;
    private const int MinPortsPerNode = 64;
    private const int MaxPortsPerNode = 4096;

    [Output("networkSelfLink")] public Output<string> NetworkSelfLink { get; }

    [Output("subnetSelfLink")] public Output<string> SubnetSelfLink { get; }

    /// <summary>What a node must wait for before it can reach anything outside.</summary>
    public IReadOnlyList<Resource> WayOut { get; }

    public GcpNetwork(string name, GcpNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect };
        var child = new CustomResourceOptions { Parent = this };

        var network = new Network(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            AutoCreateSubnetworks = false,
            RoutingMode = "GLOBAL",
            Mtu = args.MtuBytes,
        }, new() { Parent = this, Protect = args.Protect, DependsOn = { args.Api } });

        var subnet = new Subnetwork(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Network = network.SelfLink,
            IpCidrRange = args.Nodes.ToString(),
            SecondaryIpRanges =
            {
                new SubnetworkSecondaryIpRangeArgs { RangeName = PodRangeName, IpCidrRange = args.Pods.ToString() },
                new SubnetworkSecondaryIpRangeArgs { RangeName = ServiceRangeName, IpCidrRange = args.Services.ToString() },
            },
            PrivateIpGoogleAccess = true,
            LogConfig = new SubnetworkLogConfigArgs
            {
                AggregationInterval = "INTERVAL_5_SEC",
                FlowSampling = FlowSampling,
                Metadata = "INCLUDE_ALL_METADATA",
            },
        }, kept);

        var router = new Router(name, new()
        {
            Name = $"{args.PhysicalName}-nat",
            Project = args.Project,
            Region = args.Region,
            Network = network.SelfLink,
        }, child);

        var nat = new RouterNat(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Router = router.Name,
            NatIpAllocateOption = "AUTO_ONLY",
            SourceSubnetworkIpRangesToNat = "LIST_OF_SUBNETWORKS",
            Subnetworks =
            {
                new RouterNatSubnetworkArgs
                {
                    Name = subnet.SelfLink,
                    SourceIpRangesToNats = { "PRIMARY_IP_RANGE", "LIST_OF_SECONDARY_IP_RANGES" },
                    SecondaryIpRangeNames = { PodRangeName },
                },
            },
            EnableDynamicPortAllocation = true,
            EnableEndpointIndependentMapping = false,
            MinPortsPerVm = MinPortsPerNode,
            MaxPortsPerVm = MaxPortsPerNode,
            LogConfig = new RouterNatLogConfigArgs { Enable = true, Filter = "ERRORS_ONLY" },
        }, child);

        var logged = new FirewallLogConfigArgs { Metadata = "INCLUDE_ALL_METADATA" };
        _ = new Firewall($"{name}-deny", new()
        {
            Name = $"{args.PhysicalName}-deny",
            Project = args.Project,
            Network = network.SelfLink,
            Description = "Denies what no other rule admits, and writes it down",
            Direction = "INGRESS",
            Priority = LastPriority,
            SourceRanges = { "0.0.0.0/0" },
            Denies = { new FirewallDenyArgs { Protocol = "all" } },
            LogConfig = logged,
        }, child);
        _ = new Firewall($"{name}-inside", new()
        {
            Name = $"{args.PhysicalName}-inside",
            Project = args.Project,
            Network = network.SelfLink,
            Description = "Admits nodes and pods of this network to one another",
            Direction = "INGRESS",
            Priority = LastPriority - 1,
            SourceRanges = { args.Nodes.ToString(), args.Pods.ToString() },
            Allows =
            {
                new FirewallAllowArgs { Protocol = "tcp" },
                new FirewallAllowArgs { Protocol = "udp" },
                new FirewallAllowArgs { Protocol = "icmp" },
            },
        }, child);

        NetworkSelfLink = network.SelfLink;
        SubnetSelfLink = subnet.SelfLink;
        WayOut = [nat];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GcpNetwork"/> needs.</summary>
public sealed record GcpNetworkArgs
{
    /// <summary>The id of the project that holds the network.</summary>
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows, and the first part of every other: <c>dev-gcp-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Addresses of nodes and internal load balancers.</summary>
    public required Cidr Nodes { get; init; }

    /// <summary>Addresses of pods.</summary>
    public required Cidr Pods { get; init; }

    /// <summary>Addresses of Kubernetes services.</summary>
    public required Cidr Services { get; init; }

    /// <summary>The largest packet of the network, in bytes, 1300 to 8896.</summary>
    /// <remarks>Default 1460, Google's own.</remarks>
    public int MtuBytes { get; init; } = 1460;

    /// <summary>The resource that stands for the Compute API being enabled.</summary>
    public required Resource Api { get; init; }

    /// <summary>Whether the engine refuses to delete the network and its subnet.</summary>
    public required bool Protect { get; init; }
}
