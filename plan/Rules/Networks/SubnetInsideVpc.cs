namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>AWS refuses such a subnet, in the middle of a deployment.</summary>
public sealed class SubnetInsideVpc() : Rule(new()
{
    Id = "aws-subnet-inside-vpc",
    Title = "Every subnet lies within a range of its VPC",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "choose a range inside the VPC, or add the range to the VPC first",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var vpc in plan.Of(Types.Vpc))
        {
            var ranges = Block.At(vpc, "cidrBlock")
                .Concat(plan.Users(vpc, Types.VpcRange, "vpcId").SelectMany(added => Block.At(added, "cidrBlock")))
                .Select(block => block.Range)
                .ToList();
            foreach (var subnet in plan.Users(vpc, Types.Subnet, "vpcId"))
            {
                foreach (var block in Block.At(subnet, "cidrBlock"))
                {
                    if (ranges.Count > 0 && !ranges.Exists(range => range.Contains(block.Range)))
                    {
                        yield return Found(subnet, $"claims {block.Range}, which is in no range of its VPC", "cidrBlock") with { Related = [vpc.Urn] };
                    }
                }
            }
        }
    }
}
