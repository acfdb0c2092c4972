namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>A pool of one zone is gone with that zone, and with it whatever runs nowhere else.</summary>
public sealed class NodeZones() : Rule(new()
{
    Id = "aws-node-zones",
    Title = "Nodes of a pool stand in at least two zones",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "give the node group subnets of at least two zones; keep one group per zone only for pods that are bound to volumes",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var group in plan.Of(Types.EksNodeGroup))
        {
            if (Zones.Behind(plan, group, "subnetIds") is { Count: 1 } zones)
            {
                yield return Found(group, $"has nodes in {zones.Min} only", "subnetIds");
            }
        }

        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            var cluster = plan.Source(pool, "cluster", Types.GkeCluster);
            var holder = pool.Items("nodeLocations").Any() ? pool : cluster;
            if (holder?.Items("nodeLocations").ToList() is [var only])
            {
                yield return Found(holder, $"has nodes in {holder.Text(only)} only", "nodeLocations") with { Related = [pool.Urn] };
            }
        }
    }
}
