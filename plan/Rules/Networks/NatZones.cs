namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>When the zone of the gateway fails, the other zones lose their way out with it, and pay for traffic between zones until then.</summary>
public sealed class NatZones() : Rule(new()
{
    Id = "aws-nat-zones",
    Title = "A NAT gateway of one zone serves that zone only",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "make the gateway regional, or one in every zone",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var nat in plan.Of(Types.NatGateway))
        {
            if (!nat.IsNot("availabilityMode", "regional") || plan.Source(nat, "subnetId", Types.Subnet) is not { } home)
            {
                continue;
            }

            var far = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var route in plan.Users(nat, Types.Route, "natGatewayId"))
            {
                far.UnionWith(Served(plan, route));
            }

            var near = Zones.Of(home);
            if (near is not null && far.Any(zone => zone != near))
            {
                far.Remove(near);
                yield return Found(nat, $"stands in {near} and serves {string.Join(", ", far)} too", "subnetId") with { Related = [home.Urn] };
            }
        }
    }

    private static IEnumerable<string> Served(PlanIndex plan, PlannedResource route) =>
        from table in plan.Sources(route, "routeTableId", Types.RouteTable)
        from association in plan.Users(table, Types.Association, "routeTableId")
        from subnet in plan.Sources(association, "subnetId", Types.Subnet)
        select Zones.Of(subnet) into zone
        where zone is not null
        select zone;
}
