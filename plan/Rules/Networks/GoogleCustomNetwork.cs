namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>An automatic network claims 10.128.0.0/9 and a range in every region, used or not, and meets the address plan sooner or later.</summary>
public sealed class GoogleCustomNetwork() : Rule(new()
{
    Id = "google-custom-network",
    Title = "No Google network makes subnets by itself",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set autoCreateSubnetworks to false; the network is made anew by it",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var network in plan.Of(Types.GoogleNetwork))
        {
            if (network.IsNot("autoCreateSubnetworks", false))
            {
                yield return Found(network, "makes a subnet in every region by itself", "autoCreateSubnetworks");
            }
        }
    }
}
