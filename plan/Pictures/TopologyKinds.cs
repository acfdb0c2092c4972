using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>How a type is drawn.</summary>
/// <param name="Open">The signs that give its shape.</param>
/// <param name="Close">The same, at the other end.</param>
/// <param name="Label">What stands on it, from the resource and from all resources.</param>
/// <param name="IsSmall">Left out where there is too much.</param>
/// <param name="LeadsOut">It is a way to the internet.</param>
internal sealed record TopologyKind(
    string Open, string Close, Func<PlannedResource, IReadOnlyList<PlannedResource>, string> Label, bool IsSmall = false, bool LeadsOut = false);

/// <summary>What is drawn on a map, by type.</summary>
internal static class TopologyKinds
{
    private const string AwsCluster = "aws:eks/cluster:Cluster";
    private const string AwsPool = "aws:eks/nodeGroup:NodeGroup";
    private const string GcpCluster = "gcp:container/cluster:Cluster";
    private const string GcpPool = "gcp:container/nodePool:NodePool";

    private static readonly Dictionary<string, TopologyKind> Kinds = new(StringComparer.Ordinal)
    {
        ["aws:ec2/natGateway:NatGateway"] = new("([", "])", (_, _) => "NAT gateway", IsSmall: true, LeadsOut: true),
        ["aws:ec2/vpc:Vpc"] = new("[", "]", (vpc, all) => $"VPC {vpc.Text("cidrBlock")}\n{Subnets(vpc, all)}"),
        ["aws:ec2transitgateway/transitGateway:TransitGateway"] =
            new("{{", "}}", (hub, _) => hub.Number("amazonSideAsn") is { } asn ? $"Transit gateway\nASN {asn}" : "Transit gateway"),
        [AwsCluster] = new("[[", "]]", (cluster, _) => $"EKS {cluster.Text("name") ?? cluster.Name}\nKubernetes {cluster.Text("version")}"),
        [AwsPool] = new(
            "(",
            ")",
            (pool, _) => $"{pool.Name}\n{Range(pool.Number("scalingConfig", "minSize"), pool.Number("scalingConfig", "maxSize"))} × {Types(pool)}",
            IsSmall: true),
        ["gcp:compute/network:Network"] = new("[", "]", (network, all) => $"VPC network\n{Subnetworks(network, all)}"),
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

    private static string Subnets(PlannedResource vpc, IReadOnlyList<PlannedResource> all)
    {
        var subnets = all.Where(r => r.Type == "aws:ec2/subnet:Subnet" && Names(r, "vpcId", vpc)).ToList();
        var zones = subnets.Select(s => s.Text("availabilityZoneId") ?? s.Text("availabilityZone")).Distinct(StringComparer.Ordinal).Count();
        return $"{Counted(subnets.Count, "subnet")} in {Counted(zones, "zone")}";
    }

    private static string Subnetworks(PlannedResource network, IReadOnlyList<PlannedResource> all)
    {
        var ranges = all.Where(r => r.Type == "gcp:compute/subnetwork:Subnetwork" && Names(r, "network", network))
            .Select(r => $"{r.Text("ipCidrRange")} {r.Text("region")}");
        return string.Join('\n', ranges);
    }

    private static bool Names(PlannedResource resource, string input, PlannedResource target)
    {
        foreach (var urn in resource.PropertyDependencies[input] ?? [])
        {
            if (urn == target.Urn)
            {
                return true;
            }
        }

        return false;
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
