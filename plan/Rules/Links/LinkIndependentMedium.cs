using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>In Tokyo a layer that all Direct Connect circuits shared lost packets for six hours, and redundant circuits were lost together; VPNs were not.</summary>
public sealed class LinkIndependentMedium() : Rule(new()
{
    Id = "link-independent-medium",
    Title = "Networks that an interconnect joins are joined over the internet too",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "give the link a backup by HA VPN",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var joined in plan.Network.Conduits.Where(conduit => conduit.Network is not null).GroupBy(conduit => (conduit.At.Hub, conduit.Network)))
        {
            if (joined.All(conduit => conduit.Kind != LinkKinds.HaVpn))
            {
                var (hub, network) = joined.Key;
                yield return Found(joined.First().At.Resource, $"joins {hub.Resource.Name} and {network!.Resource.Name} by interconnect alone")
                    with
                { Related = Sequence.Sorted([hub.Resource.Urn, network.Resource.Urn]) };
            }
        }
    }
}
