namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>A pool of one zone is gone with that zone, and with it whatever runs nowhere else.</summary>
public sealed class NodeZones() : Rule(new()
{
    Id = "aws-node-zones",
    Title = "Nodes of a pool stand in at least two zones",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "give the pool a node group in each of at least two zones, or its group subnets of at least two",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        // Groups of one launch template are one pool.
        foreach (var pool in plan.Of(Types.EksNodeGroup).GroupBy(group => plan.Source(group, "launchTemplate", Types.LaunchTemplate) ?? group))
        {
            var zones = pool.Select(group => Zones.Behind(plan, group, "subnetIds")).ToList();
            if (zones.TrueForAll(known => known.Count > 0) && zones.SelectMany(known => known).Distinct(StringComparer.Ordinal).ToList() is [var only])
            {
                yield return Found(pool.First(), $"has nodes in {only} only", "subnetIds");
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
