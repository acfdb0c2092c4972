namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Whatever is made without a group of its own joins the default one, whose members may talk to one another.</summary>
public sealed class DefaultGroupClosed() : Rule(new()
{
    Id = "aws-default-group-closed",
    Title = "The default security group of every VPC lets nothing through",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "take the default group over with DefaultSecurityGroup, without ingress and egress",
    References = ["checkov@3.3:CKV2_AWS_12"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var vpc in plan.Of(Types.Vpc))
        {
            var isTaken = false;
            foreach (var group in plan.Users(vpc, Types.DefaultSecurityGroup, "vpcId"))
            {
                isTaken = true;
                foreach (var way in new[] { "ingress", "egress" })
                {
                    if (!group.IsEmpty(way))
                    {
                        yield return Found(group, $"has {way} rules", way) with { Related = [vpc.Urn] };
                    }
                }
            }

            if (!isTaken)
            {
                yield return Found(vpc, "leaves its default security group as AWS makes it, open among its members");
            }
        }
    }
}
