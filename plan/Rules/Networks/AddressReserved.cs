using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Some ranges look free and are not: a cloud refuses them halfway through, or takes the packets for itself without a word.</summary>
public sealed class AddressReserved() : Rule(new()
{
    Id = "address-reserved",
    Title = "No network claims addresses that somebody keeps for itself",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "choose another range",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var block in Block.Claims(plan))
        {
            if (ReservedRanges.Touching(block.Range) is { } reserved)
            {
                yield return Found(block.Owner, $"claims {block.Range}, of which {reserved.Range} is kept for {reserved.Keeper}: {reserved.Effect}", block.Path);
            }
        }
    }
}
