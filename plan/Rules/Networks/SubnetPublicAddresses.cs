namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>A machine that starts in such a subnet is on the internet without anyone having said so.</summary>
public sealed class SubnetPublicAddresses() : Rule(new()
{
    Id = "aws-subnet-public-addresses",
    Title = "No subnet gives out public addresses by itself",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set mapPublicIpOnLaunch to false, and give an address to what needs one",
    References = ["checkov@3.3:CKV_AWS_130"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var subnet in plan.Of(Types.Subnet))
        {
            if (subnet.Is("mapPublicIpOnLaunch", true))
            {
                yield return Found(subnet, "gives every machine that starts in it a public address", "mapPublicIpOnLaunch");
            }
        }
    }
}
