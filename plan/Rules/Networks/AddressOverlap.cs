namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Both clouds drop a learned route that meets a local one, and neither says so: the link is up, and the pods are unreachable.</summary>
public sealed class AddressOverlap() : Rule(new()
{
    Id = "address-overlap",
    Title = "No two networks, in whichever cloud, claim the same addresses",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "choose another range; an address plan that all sites share keeps them apart",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var overlap in Block.Overlaps(Block.Claims(plan)))
        {
            yield return Between(overlap);
        }

        foreach (var vpc in plan.Of(Types.Vpc))
        {
            foreach (var overlap in Block.Overlaps(plan.Users(vpc, Types.Subnet, "vpcId").SelectMany(subnet => Block.At(subnet, "cidrBlock"))))
            {
                yield return Between(overlap);
            }
        }
    }

    private Finding Between((Block Inner, Block Outer) pair) =>
        Found(pair.Inner.Owner, $"claims {pair.Inner.Range}, which {pair.Outer.Owner.Name} claims with {pair.Outer.Range}", pair.Inner.Path)
            with
        { Related = [pair.Outer.Owner.Urn] };
}
