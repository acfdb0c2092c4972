namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>A group that may reach everything is the way out for whatever got in.</summary>
public sealed class OpenEgress() : Rule(new()
{
    Id = "aws-open-egress",
    Title = "No security group lets everything out to everywhere",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "name the ranges, groups or prefix lists that the group has to reach, and the ports",
    References = ["checkov@3.3:CKV_AWS_382"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var opening in Opening.All(plan, "egress"))
        {
            if (opening is { OpensAll: true, World: { } world })
            {
                yield return Found(opening.Resource, "lets everything out to the whole internet", world);
            }
        }
    }
}
