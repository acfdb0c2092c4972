using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>How a type is drawn.</summary>
/// <param name="Open">The signs that give its shape.</param>
/// <param name="Close">The same, at the other end.</param>
/// <param name="Label">What stands on it, from the resource and from the subnets of each network.</param>
/// <param name="IsSmall">Left out where there is too much.</param>
/// <param name="LeadsOut">It is a way to the internet.</param>
internal sealed record TopologyKind(
    string Open, string Close, Func<PlannedResource, ILookup<string, PlannedResource>, string> Label, bool IsSmall = false, bool LeadsOut = false);

/// <summary>What is drawn on a map, by type.</summary>
internal static class TopologyKinds
{
    private const string AwsCluster = "aws:eks/cluster:Cluster";
    private const string AwsPool = "aws:eks/nodeGroup:NodeGroup";
    private const string Vpn = "aws:ec2/vpnConnection:VpnConnection";
    private const string GcpCluster = "gcp:container/cluster:Cluster";
    private const string GcpPool = "gcp:container/nodePool:NodePool";

    private static readonly Dictionary<string, TopologyKind> Kinds = new(StringComparer.Ordinal)
    {
        ["aws:ec2/natGateway:NatGateway"] = new("([", "])", (_, _) => "NAT gateway", IsSmall: true, LeadsOut: true),
        ["aws:ec2/vpc:Vpc"] = new("[", "]", (vpc, subnets) => $"VPC {vpc.Text("cidrBlock")}\n{Zones([.. subnets[vpc.Urn]])}"),
        ["aws:ec2transitgateway/transitGateway:TransitGateway"] =
            new("{{", "}}", (hub, _) => hub.Number("amazonSideAsn") is { } asn ? $"Transit gateway\nASN {asn}" : "Transit gateway"),
        [AwsCluster] = new("[[", "]]", (cluster, _) => $"EKS {cluster.Text("name") ?? cluster.Name}\nKubernetes {cluster.Text("version")}"),
        [AwsPool] = new(
            "(",
            ")",
            (pool, _) => $"{pool.Name}\n{Range(pool.Number("scalingConfig", "desiredSize") ?? pool.Number("scalingConfig", "minSize"), pool.Number("scalingConfig", "maxSize"))} × {Types(pool)}",
            IsSmall: true),
        ["gcp:compute/haVpnGateway:HaVpnGateway"] = new("{{", "}}", (_, _) => "HA VPN gateway"),
        ["gcp:compute/network:Network"] = new("[", "]", (network, subnets) => $"VPC network\n{Ranges(subnets[network.Urn])}"),
        ["gcp:compute/routerNat:RouterNat"] = new("([", "])", (_, _) => "Cloud NAT", IsSmall: true, LeadsOut: true),
        [GcpCluster] = new("[[", "]]", (cluster, _) => $"GKE {cluster.Text("name") ?? cluster.Name}\nKubernetes {cluster.Text("minMasterVersion")}"),
        [GcpPool] = new(
            "(",
            ")",
            (pool, _) => $"{pool.Name}\n{Range(pool.Number("autoscaling", "minNodeCount"), pool.Number("autoscaling", "maxNodeCount"))} × {pool.Text("nodeConfig", "machineType")} per zone",
            IsSmall: true),
    };

    private static readonly Dictionary<string, string> Joints = new(StringComparer.Ordinal)
    {
        [Vpn] = "VPN, 2 tunnels",
        ["aws:ec2transitgateway/peeringAttachment:PeeringAttachment"] = "peering",
        ["aws:ec2transitgateway/vpcAttachment:VpcAttachment"] = "attachment",
    };

    public static TopologyKind? Of(string type) => Kinds.GetValueOrDefault(type);

    /// <summary>Whether a resource of this type is drawn as a line.</summary>
    public static bool IsJoint(string type) => Joints.ContainsKey(type);

    public static string Joint(string type) => Joints[type];

    /// <summary>Whether an input leads to where a resource of this type stands: a pool stands in its cluster, all else in what its inputs name.</summary>
    public static bool Leads(string type, string input) => type switch
    {
        AwsPool => input == "clusterName",
        GcpPool => input == "cluster",
        // By what AWS knows of the customer's gateway, its address, to the gateway itself.
        Vpn => input is "transitGatewayId" or "customerGatewayId" or "ipAddress",
        AwsCluster => input == "vpcConfig" || IsNetworkInput(input),
        _ => IsNetworkInput(input) || input is "subnetIds" or "subnetworks" or "router" or "transitGatewayId" or "peerTransitGatewayId",
    };

    /// <summary>The cloud of a resource, with the account or project as far as its provider tells.</summary>
    public static string Cloud(PlannedResource resource, PlannedResource? provider) => resource.Package switch
    {
        "aws" => Named("AWS", provider?.Text("allowedAccountIds")?.Trim('[', ']', ' ').Replace("\"", "", StringComparison.Ordinal)),
        "gcp" => Named("Google Cloud", provider?.Text("project") ?? resource.Text("project")),
        var package => package,
    };

    /// <summary>By URN of a network, its subnets in the order of the plan.</summary>
    public static ILookup<string, PlannedResource> SubnetsByNetwork(IReadOnlyList<PlannedResource> resources) => resources
        .SelectMany(resource => NetworksOf(resource).Select(network => (Network: network, Subnet: resource)))
        .ToLookup(pair => pair.Network, pair => pair.Subnet, StringComparer.Ordinal);

    private static bool IsNetworkInput(string input) => input is "vpcId" or "network" or "subnetwork" or "subnetId";

    private static string Named(string cloud, string? account) => account is null ? cloud : $"{cloud} {account}";

    private static string Types(PlannedResource pool) =>
        pool.List("instanceTypes") is { } types ? string.Join(" or ", types.Select(Inputs.AsText)) : "machines";

    private static string Range(decimal? least, decimal? most) => (least, most) switch
    {
        ({ } from, { } to) when from != to => $"{from} to {to}",
        ({ } from, _) => $"{from}",
        _ => "some",
    };

    private static string Zones(List<PlannedResource> subnets)
    {
        var zones = subnets.Select(s => s.Text("availabilityZoneId") ?? s.Text("availabilityZone")).Distinct(StringComparer.Ordinal).Count();
        return $"{Counted(subnets.Count, "subnet")} in {Counted(zones, "zone")}";
    }

    private static string Ranges(IEnumerable<PlannedResource> subnetworks) =>
        string.Join('\n', subnetworks.Select(subnetwork => $"{subnetwork.Text("ipCidrRange")} {subnetwork.Text("region")}"));

    private static Sequence<string> NetworksOf(PlannedResource resource) => resource.Type switch
    {
        "aws:ec2/subnet:Subnet" => resource.PropertyDependencies["vpcId"],
        "gcp:compute/subnetwork:Subnetwork" => resource.PropertyDependencies["network"],
        _ => null,
    } ?? Sequence<string>.Empty;

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
