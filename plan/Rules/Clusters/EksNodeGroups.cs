namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A node that names groups of its own is no longer in the cluster's group, so the control plane reaches no webhook on it.</summary>
public sealed class EksNodeGroups() : Rule(new()
{
    Id = "eks-node-groups",
    Title = "Nodes of EKS stand in the group of their cluster",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "leave the security groups out of the launch template; open what is needed on the group of the cluster",
})
{
    private static IEnumerable<string> Holders(PlannedResource template) =>
        template.Items("networkInterfaces").Select(card => card + ".securityGroups").Prepend("vpcSecurityGroupIds");

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var judged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in plan.Of(Types.EksNodeGroup))
        {
            foreach (var template in plan.Sources(group, "launchTemplate", Types.LaunchTemplate).Where(template => judged.Add(template.Urn)))
            {
                var holder = Holders(template).FirstOrDefault(path => !template.IsEmpty(path));
                if (holder is not null && !plan.Sources(template, holder.Split('[')[0], Types.EksCluster).Any())
                {
                    yield return Found(template, "puts its nodes into groups that the control plane is not in", holder) with { Related = [group.Urn] };
                }
            }
        }
    }
}
