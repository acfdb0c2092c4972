namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Whatever the role of a node may do, every pod that reaches the node's credentials may do.</summary>
public sealed class EksNodeRole() : Rule(new()
{
    Id = "eks-node-role",
    Title = "The role of EKS nodes lets them join and pull images, and no more",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "give the policy to a role of its own, for the pod that needs it",
    References = ["cis-eks@1.7.0:5.1.3"],
})
{
    private static readonly string[] TooMuch =
    [
        "AdministratorAccess",
        "AmazonEC2ContainerRegistryFullAccess",
        "AmazonEC2ContainerRegistryPowerUser",
        "AmazonEKS_CNI_Policy",
        "PowerUserAccess",
    ];

    private static IEnumerable<PlannedResource> Roles(PlanIndex plan) => plan.Of(Types.EksNodeGroup)
        .SelectMany(group => plan.Sources(group, "nodeRoleArn", Types.Role))
        .Concat(plan.Of(Types.EksAccessEntry).Where(IsOfNodes).SelectMany(entry => plan.Sources(entry, "principalArn", Types.Role)))
        .Distinct();

    private static bool IsOfNodes(PlannedResource entry) => entry.Text("type") is "EC2" or "EC2_LINUX" or "EC2_WINDOWS";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var role in Roles(plan))
        {
            foreach (var attachment in plan.Users(role, Types.RolePolicyAttachment, "role"))
            {
                if (attachment.Text("policyArn") is { } arn && Array.IndexOf(TooMuch, arn[(arn.LastIndexOf('/') + 1)..]) >= 0)
                {
                    yield return Found(attachment, "gives every node what one pod needs", "policyArn") with { Related = [role.Urn] };
                }
            }
        }
    }
}
