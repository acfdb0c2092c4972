using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads VPCs with their subnets, route tables, access lists and what machines are in them.</summary>
internal static class VpcReader
{
    /// <summary>By this tag the network add-on finds the subnets that pods take their addresses from.</summary>
    private const string PodTag = "kubernetes.io/role/cni";

    private const string Translation = "AWS_VPC_K8S_CNI_EXTERNALSNAT";

    /// <summary>By URN of the VPC.</summary>
    public static SortedDictionary<string, Vpc> Read(PlanIndex plan, Lineage sites)
    {
        var vpcs = new SortedDictionary<string, Vpc>(StringComparer.Ordinal);
        foreach (var resource in plan.Of(Types.Vpc))
        {
            var vpc = new Vpc(resource, sites.SiteOf(resource), plan.Region(resource));
            vpcs[resource.Urn] = vpc;
            vpc.Ranges.AddRange(Ranges(resource, "cidrBlock"));
            vpc.Ranges.AddRange(plan.Users(resource, Types.VpcRange, "vpcId").SelectMany(more => Ranges(more, "cidrBlock")));
            foreach (var subnet in plan.Users(resource, Types.Subnet, "vpcId"))
            {
                if (Range(subnet, "cidrBlock") is { } range)
                {
                    vpc.Subnets.Add(new(subnet, vpc, Zone(subnet), range));
                }
            }
        }

        var subnets = vpcs.Values.SelectMany(vpc => vpc.Subnets).ToDictionary(subnet => subnet.Resource.Urn, StringComparer.Ordinal);
        SubnetFilterReader.Read(plan, subnets);
        ReadTables(plan, subnets);
        MachineReader.Read(plan, vpcs, subnets);
        foreach (var addon in plan.Of(Types.EksAddon).Where(addon => addon.Is("addonName", "vpc-cni")))
        {
            var translates = addon.Text("configurationValues")?.Contains($"\"{Translation}\":\"true\"", StringComparison.Ordinal) != true;
            foreach (var vpc in plan.Sources(addon, "clusterName", Types.EksCluster).SelectMany(cluster => VpcsOf(cluster)))
            {
                vpc.TranslatesPods = translates;
            }
        }

        foreach (var vpc in vpcs.Values)
        {
            MarkWorkloads(vpc, plan);
        }

        return vpcs;

        IEnumerable<Vpc> VpcsOf(PlannedResource cluster) => plan.Sources(cluster, "vpcConfig", Types.Subnet)
            .Where(subnet => subnets.ContainsKey(subnet.Urn)).Select(subnet => subnets[subnet.Urn].Vpc).Distinct();
    }

    internal static Cidr? Range(PlannedResource resource, string path) => resource.Text(path) is { } text ? Cidr.Parse(text) : null;

    internal static int? Count(PlannedResource resource, string path) => resource.Number(path) is { } number ? (int)number : null;

    private static string Zone(PlannedResource subnet) => subnet.Text("availabilityZoneId") ?? subnet.Text("availabilityZone") ?? "";

    private static IEnumerable<Cidr> Ranges(PlannedResource resource, string path) => Range(resource, path) is { } range ? [range] : [];

    private static void ReadTables(PlanIndex plan, Dictionary<string, VpcSubnet> subnets)
    {
        foreach (var resource in plan.Of(Types.RouteTable))
        {
            var table = new VpcRouteTable(resource);
            foreach (var item in resource.Items("routes"))
            {
                Add(table, resource, item + ".cidrBlock", "routes", item + ".");
            }

            foreach (var route in plan.Users(resource, Types.Route, "routeTableId"))
            {
                Add(table, route, "destinationCidrBlock", "transitGatewayId", "");
            }

            foreach (var association in plan.Users(resource, Types.Association, "routeTableId"))
            {
                foreach (var subnet in plan.Sources(association, "subnetId", Types.Subnet))
                {
                    if (subnets.TryGetValue(subnet.Urn, out var served))
                    {
                        served.Table = table;
                    }
                }
            }
        }

        void Add(VpcRouteTable table, PlannedResource route, string destination, string property, string at)
        {
            var hub = route.At(at + "transitGatewayId") is not null ? plan.Source(route, property, Types.TransitGateway) : null;
            var target = hub?.Name ?? Targets.FirstOrDefault(name => route.At(at + name) is not null) ?? "nothing";
            foreach (var range in PrefixLists.Ranges(plan, route, destination, "destinationPrefixListId"))
            {
                table.Routes.Add(new(range, hub?.Urn, target));
            }
        }
    }

    private static readonly string[] Targets =
        ["natGatewayId", "gatewayId", "vpcPeeringConnectionId", "vpcEndpointId", "networkInterfaceId", "transitGatewayId", "egressOnlyGatewayId"];

    /// <summary>Where no machine tells it, pods and nodes may be wherever no attachment is.</summary>
    private static void MarkWorkloads(Vpc vpc, PlanIndex plan)
    {
        foreach (var subnet in vpc.Subnets)
        {
            if (subnet.Resource.At("tags") is PlanValue.ObjectValue tags && tags.Members[PodTag] == PlanValue.Of("1"))
            {
                (subnet.IsWorkload, subnet.IsForPods) = (true, true);
                subnet.Groups.AddRange(vpc.Subnets.Where(each => each.Zone == subnet.Zone).SelectMany(each => each.Groups).Distinct());
            }
        }

        if (vpc.Subnets.Exists(subnet => subnet.IsWorkload))
        {
            return;
        }

        foreach (var subnet in vpc.Subnets)
        {
            subnet.IsWorkload = !plan.Users(subnet.Resource, Types.TransitAttachment, "subnetIds").Any();
        }
    }
}
