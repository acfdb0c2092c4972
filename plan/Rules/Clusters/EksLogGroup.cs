namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A group that AWS makes for itself keeps logs for ever, and under no key of ours.</summary>
public sealed class EksLogGroup() : Rule(new()
{
    Id = "eks-log-group",
    Title = "The log group of an EKS control plane is there before it",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "make a log group /aws/eks/NAME/cluster with a retention and a key, and let the cluster depend on it",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            if (cluster.IsEmpty("enabledClusterLogTypes") || cluster.Text("name") is not { } name)
            {
                continue;
            }

            var groups = plan.Of(Types.LogGroup);
            // Two regions may each have a cluster, and so a group, of that name.
            var own = groups.Where(group => group.Is("name", $"/aws/eks/{name}/cluster")).ToList();
            if (own.Count == 0)
            {
                if (!groups.Any(group => Inputs.IsHidden(group.At("name"))))
                {
                    yield return Found(cluster, "writes to a log group that AWS makes, which keeps everything for ever", "enabledClusterLogTypes");
                }
            }
            else if (!own.Exists(group => cluster.DependsOn.Contains(group.Urn)))
            {
                yield return Found(cluster, $"does not wait for {own[0].Name}, so AWS may make it first", "enabledClusterLogTypes") with { Related = [own[0].Urn] };
            }
        }
    }
}
