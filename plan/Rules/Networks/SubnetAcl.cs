namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>The default ACL of a VPC admits everything; one that is made and left unattached guards nothing.</summary>
public sealed class SubnetAcl() : Rule(new()
{
    Id = "aws-subnet-acl",
    Title = "Every subnet has a network ACL that the program made",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "associate the subnet with a network ACL that admits what it needs",
    References = ["checkov@3.3:CKV2_AWS_1"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var subnet in plan.Of(Types.Subnet))
        {
            if (!plan.Users(subnet, Types.AclAssociation, "subnetId").Any() && !plan.Users(subnet, Types.Acl, "subnetIds").Any())
            {
                yield return Found(subnet, "is left to the default ACL of its VPC, which admits everything");
            }
        }
    }
}
