namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A key without source groups opens port 22 of every node to the whole internet.</summary>
public sealed class EksNodeAccess() : Rule(new()
{
    Id = "eks-node-access",
    Title = "Nodes of EKS open no SSH port",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "leave remoteAccess out, and use Session Manager; or name the security groups that may come in",
    References = ["checkov@3.3:CKV_AWS_100"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var group in plan.Of(Types.EksNodeGroup))
        {
            if (!group.IsEmpty("remoteAccess.ec2SshKey") && group.IsEmpty("remoteAccess.sourceSecurityGroupIds"))
            {
                yield return Found(group, "opens SSH to everyone", "remoteAccess.sourceSecurityGroupIds");
            }
        }
    }
}
