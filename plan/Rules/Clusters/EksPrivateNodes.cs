namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A node with a public address is reachable as soon as one group is wrong.</summary>
public sealed class EksPrivateNodes() : Rule(new()
{
    Id = "eks-private-nodes",
    Title = "Nodes of EKS have no public address, and no way in from the internet",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "place the nodes in subnets whose way out is a NAT gateway, and give out no public address",
    References = ["cis-eks@1.7.0:5.4.3"],
})
{
    private static bool IsPublic(PlanIndex plan, PlannedResource subnet) => plan.Users(subnet, Types.Association, "subnetId")
        .SelectMany(association => plan.Sources(association, "routeTableId", Types.RouteTable))
        .SelectMany(table => plan.Users(table, Types.Route, "routeTableId"))
        .Any(route => plan.Sources(route, "gatewayId", Types.InternetGateway).Any());

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var judged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in plan.Of(Types.EksNodeGroup))
        {
            foreach (var subnet in plan.Sources(group, "subnetIds", Types.Subnet))
            {
                if (subnet.Is("mapPublicIpOnLaunch", true))
                {
                    yield return Found(group, $"has nodes in {subnet.Name}, which gives out public addresses", "subnetIds") with { Related = [subnet.Urn] };
                }
                else if (IsPublic(plan, subnet))
                {
                    yield return Found(group, $"has nodes in {subnet.Name}, which an internet gateway serves", "subnetIds") with { Related = [subnet.Urn] };
                }
            }

            foreach (var template in plan.Sources(group, "launchTemplate", Types.LaunchTemplate).Where(template => judged.Add(template.Urn)))
            {
                foreach (var card in template.Items("networkInterfaces"))
                {
                    if (template.Is($"{card}.associatePublicIpAddress", true))
                    {
                        yield return Found(template, "gives every node a public address", $"{card}.associatePublicIpAddress") with { Related = [group.Urn] };
                    }
                }
            }
        }
    }
}
