using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Makes one Google network with one subnet for a cluster: no public addresses, a way out, every denied flow on record.</summary>
/// <remarks>
/// Makes network, subnet with named ranges for pods and services, unless there is to be none router and NAT with its addresses where they
/// are to be fixed, 1 <see cref="GcpFirewall"/>, and where asked for 1 <see cref="GcpRestrictedApis"/>. Waits for the Compute API.
/// </remarks>
public sealed class GcpNetwork : ComponentResource
{
    public const string Token = "infra:networks:GcpNetwork";

    /// <summary>The subnet's secondary range for pods.</summary>
    public const string PodRangeName = "pods";

    /// <summary>The subnet's secondary range for services.</summary>
    public const string ServiceRangeName = "services";

    private const double FlowSampling = 0.5;

    /// <summary>How many source ports a node has of its NAT before it asks for more.</summary>
    public const int MinPortsPerNode = 64;

    private const int MaxPortsPerNode = 4096;

    private readonly string name;
    private readonly GcpNetworkArgs args;

    [Output("networkSelfLink")] public Output<string> NetworkSelfLink { get; }

    [Output("subnetSelfLink")] public Output<string> SubnetSelfLink { get; }

    /// <summary>The addresses under which the network appears on the internet; none where Google chooses them.</summary>
    [Output("natAddresses")] public Output<ImmutableArray<string>> NatAddresses { get; }

    /// <summary>What a node must wait for before it can reach anything outside.</summary>
    public IReadOnlyList<Resource> WayOut { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GcpNetwork(string name, GcpNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect };

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

        var addresses = MakeNatAddresses();
        var nat = args.Nat ? MakeNat(network, subnet, addresses) : null;

        _ = new GcpFirewall($"{name}-firewall", new()
        {
            Project = args.Project,
            PhysicalName = args.PhysicalName,
            NetworkSelfLink = network.SelfLink,
            Nodes = args.Nodes,
            Pods = args.Pods,
            Allowances = args.Allowances,
        }, new() { Parent = this });
        var restricted = args.RestrictedApis is null ? null : new GcpRestrictedApis($"{name}-restricted", new()
        {
            Project = args.Project,
            PhysicalName = args.PhysicalName,
            NetworkSelfLink = network.SelfLink,
            DnsApi = args.RestrictedApis.DnsApi,
        }, new() { Parent = this });

        NetworkSelfLink = network.SelfLink;
        SubnetSelfLink = subnet.SelfLink;
        NatAddresses = Output.All(addresses.Select(address => address.IPAddress));
        WayOut = [.. nat is null ? [] : new[] { nat }, .. restricted?.Ready ?? []];
        RegisterOutputs();
    }

    /// <summary>Counted from zero, so that one more moves none of the others.</summary>
    private List<Address> MakeNatAddresses() => [.. Enumerable.Range(0, args.NatAddresses).Select(index => new Address($"{name}-nat-{index}", new()
    {
        Name = $"{args.PhysicalName}-nat-{index}",
        Project = args.Project,
        Region = args.Region,
        AddressType = "EXTERNAL",
    }, new() { Parent = this, Protect = args.Protect, DependsOn = { args.Api } }))];

    private RouterNat MakeNat(Network network, Subnetwork subnet, List<Address> addresses)
    {
        var child = new CustomResourceOptions { Parent = this };
        var router = new Router(name, new()
        {
            Name = $"{args.PhysicalName}-nat",
            Project = args.Project,
            Region = args.Region,
            Network = network.SelfLink,
        }, child);

        var nat = new RouterNatArgs
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
        };
        if (addresses.Count > 0)
        {
            nat.NatIpAllocateOption = "MANUAL_ONLY";
            nat.NatIps = addresses.Select(address => address.SelfLink).ToArray();
        }

        return new RouterNat(name, nat, child);
    }
}
