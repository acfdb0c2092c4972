using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Network.Model;
using Types = CrossCloudMesh.Plan.Rules.Types;

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
    private static readonly Dictionary<string, TopologyKind> Kinds = new(StringComparer.Ordinal)
    {
        [Types.NatGateway] = new("([", "])", (_, _) => "NAT gateway", IsSmall: true, LeadsOut: true),
        [Types.Vpc] = new("[", "]", (vpc, subnets) => $"VPC {vpc.Text("cidrBlock")}\n{Zones([.. subnets[vpc.Urn]])}"),
        [Types.TransitGateway] =
            new("{{", "}}", (hub, _) => hub.Number("amazonSideAsn") is { } asn ? $"Transit gateway\nASN {asn}" : "Transit gateway"),
        [Types.EksCluster] = new("[[", "]]", (cluster, _) => $"EKS {cluster.Text("name") ?? cluster.Name}\nKubernetes {cluster.Text("version")}"),
        [Types.EksNodeGroup] = new(
            "(",
            ")",
            (pool, _) => $"{pool.Name}\n{Range(pool.Number("scalingConfig", "desiredSize") ?? pool.Number("scalingConfig", "minSize"), pool.Number("scalingConfig", "maxSize"))} × {Machines(pool)}",
            IsSmall: true),
        [Types.CustomerGateway] = new("{{", "}}", (device, _) => $"Device {device.Text("ipAddress")}\nASN {device.Text("bgpAsn")}"),
        [Types.DirectConnectGateway] = new("{{", "}}", (gateway, _) => $"Direct Connect gateway\nASN {gateway.Text("amazonSideAsn")}"),
        [Types.DirectConnection] = new("[/", "/]", Ports),
        [Types.HostedConfirmation] = new("[/", "/]", (hosted, _) => $"Hosted connection\n{hosted.Text("connectionId")}"),
        [Types.HaVpnGateway] = new("{{", "}}", (_, _) => "HA VPN gateway"),
        [Types.GoogleNetwork] = new("[", "]", (network, subnets) => $"VPC network\n{Ranges(subnets[network.Urn])}"),
        ["gcp:compute/routerNat:RouterNat"] = new("([", "])", (_, _) => "Cloud NAT", IsSmall: true, LeadsOut: true),
        [Types.Interconnect] = new("[/", "/]", (ports, _) => At("Interconnect", VlanReader.Place(ports.Text("location")))),
        [Types.LinkAggregationGroup] = new("[/", "/]", Ports),
        [Types.Transport] = new("{{", "}}", (transport, _) => Lines("Transport", VlanLines.Rate(VlanLimits.Rate(transport.Text("bandwidth")) ?? 0))),
        [Types.VlanAttachment] = new("[/", "/]", (partner, _) => At("Partner attachment", (partner.Text("region") ?? "", VlanReader.Domain(partner)))),
        [Types.GkeCluster] = new("[[", "]]", (cluster, _) => $"GKE {cluster.Text("name") ?? cluster.Name}\nKubernetes {cluster.Text("minMasterVersion")}"),
        [Types.GkeNodePool] = new(
            "(",
            ")",
            (pool, _) => $"{pool.Name}\n{Range(pool.Number("autoscaling", "minNodeCount"), pool.Number("autoscaling", "maxNodeCount"))} × {pool.Text("nodeConfig", "machineType")} per zone",
            IsSmall: true),
    };

    public static TopologyKind? Of(string type) => Kinds.GetValueOrDefault(type);

    /// <summary>Whether an input leads to where a resource of this type stands: a pool stands in its cluster, all else in what its inputs name.</summary>
    public static bool Leads(string type, string input) => type switch
    {
        Types.EksNodeGroup => input == "clusterName",
        Types.GkeNodePool => input == "cluster",
        // By what AWS knows of the customer's gateway, its address, to the gateway itself.
        Types.VpnConnection => input is "transitGatewayId" or "customerGatewayId" or "ipAddress",
        Types.EksCluster => input == "vpcConfig" || IsNetworkInput(input),
        Types.GatewayAssociation => input is "associatedGatewayId" or "dxGatewayId",
        Types.CloudControl => input == "desiredState",
        Types.NetworkPeering => input is "network" or "peerNetwork",
        // They are joined by what is drawn as a line.
        Types.Transport or Types.VlanAttachment => false,
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

    /// <summary>Where a type stands on the way from a data centre over AWS to Google Cloud: a line is drawn that way, so that they come side by side.</summary>
    public static int Step(string type) => type switch
    {
        Types.CustomerGateway => 0,
        Types.Vpc => 1,
        Types.TransitGateway => 2,
        Types.DirectConnectGateway => 3,
        Types.DirectConnection or Types.HostedConfirmation or Types.LinkAggregationGroup => 4,
        Types.HaVpnGateway or Types.Interconnect or Types.Transport or Types.VlanAttachment => 5,
        Types.GoogleNetwork => 6,
        _ => 7,
    };

    private static string Ports(PlannedResource ports, ILookup<string, PlannedResource> subnets) =>
        Lines($"Direct Connect {ports.Text("location")}", ports.Text("region") ?? "");

    private static string At(string what, (string Metro, string? Domain) place) =>
        Lines(what, string.Join(", ", new[] { place.Metro, place.Domain is { } domain ? $"domain {domain}" : "" }.Where(part => part.Length > 0)));

    private static string Lines(string first, string second) => second.Length == 0 ? first : $"{first}\n{second}";

    private static bool IsNetworkInput(string input) => input is "vpcId" or "network" or "subnetwork" or "subnetId";

    private static string Named(string cloud, string? account) => account is null ? cloud : $"{cloud} {account}";

    private static string Machines(PlannedResource pool) =>
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
        Types.Subnet => resource.PropertyDependencies["vpcId"],
        Types.Subnetwork => resource.PropertyDependencies["network"],
        _ => null,
    } ?? Sequence<string>.Empty;

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
