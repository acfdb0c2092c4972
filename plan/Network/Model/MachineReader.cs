using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads in which subnets nodes are, and which security groups they have.</summary>
/// <remarks>
/// A node group without groups of its own has that of its cluster, which lets its members talk and everything out; whatever else comes in
/// is admitted by rules that name the cluster. Source: https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html, read 2026-11-21.
/// </remarks>
internal static class MachineReader
{
    private static readonly Cidr Anywhere = Cidr.Parse("0.0.0.0/0")!.Value;

    public static void Read(PlanIndex plan, SortedDictionary<string, Vpc> vpcs, Dictionary<string, VpcSubnet> subnets)
    {
        var rules = new GroupRules(plan);
        foreach (var nodes in plan.Of(Types.EksNodeGroup))
        {
            var template = plan.Source(nodes, "launchTemplate", Types.LaunchTemplate);
            Place(nodes, "subnetIds", GroupOf(template) ?? GroupOfClusters(plan.Sources(nodes, "clusterName", Types.EksCluster)));
        }

        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            var homes = plan.Sources(cluster, "vpcConfig", Types.Subnet).Where(home => subnets.ContainsKey(home.Urn)).Select(home => subnets[home.Urn].Vpc);
            if (homes.FirstOrDefault() is { } vpc && !vpc.Subnets.Exists(subnet => subnet.IsWorkload))
            {
                // Without node groups it is the cluster that makes its nodes.
                Place(cluster, "vpcConfig", GroupOfClusters([cluster]));
            }
        }

        void Place(PlannedResource machines, string property, SecurityGroup? group)
        {
            foreach (var subnet in plan.Sources(machines, property, Types.Subnet))
            {
                if (subnets.TryGetValue(subnet.Urn, out var home))
                {
                    home.IsWorkload = true;
                    if (group is not null && !home.Groups.Exists(each => each.Name == group.Name))
                    {
                        home.Groups.Add(group);
                    }
                }
            }
        }

        SecurityGroup? GroupOf(PlannedResource? template)
        {
            if (template is null || template.IsEmpty("vpcSecurityGroupIds"))
            {
                return null;
            }

            var groups = plan.Sources(template, "vpcSecurityGroupIds", Types.SecurityGroup).ToList();
            var clusters = plan.Sources(template, "vpcSecurityGroupIds", Types.EksCluster).ToList();
            return new(
                template.Name,
                [.. groups.Concat(clusters).SelectMany(each => rules.Of(each, "ingress"))],
                clusters.Count > 0 ? [(Anywhere, PortSet.Everything)] : [.. groups.SelectMany(each => rules.Of(each, "egress"))]);
        }

        SecurityGroup? GroupOfClusters(IEnumerable<PlannedResource> clusters) => clusters.FirstOrDefault() is { } cluster
            ? new(cluster.Name, [.. rules.Of(cluster, "ingress")], [(Anywhere, PortSet.Everything)])
            : null;
    }
}
