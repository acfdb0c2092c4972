using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>Pods of a cluster whose network has no name are called at their own addresses, from everywhere.</summary>
public sealed class MeshNetworkLabel() : Rule(new()
{
    Id = "mesh-network-label",
    Title = "The namespace of istiod says which network its cluster is in",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "label the namespace with topology.istio.io/network and the value of global.network",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var control in IstioControl.Of(plan))
        {
            if (control.Release.Text("values.global.network") is not { } network
                || plan.Of(Types.Namespace).FirstOrDefault(each => each.Provider == control.Release.Provider && each.Is("metadata.name", control.Namespace)) is not { } place
                || Inputs.IsHidden(place.At("metadata")) || Inputs.IsHidden(place.At("metadata.labels")))
            {
                continue;
            }

            var label = (place.At("metadata.labels") as PlanValue.ObjectValue)?.Members[IstioFacts.NetworkLabel];
            if (!Inputs.IsHidden(label) && (label as PlanValue.TextValue)?.Value != network)
            {
                yield return Found(place, $"does not say that its cluster is in the network {network}, as {control.Release.Name} has it", "metadata.labels") with
                {
                    Related = [control.Release.Urn],
                };
            }
        }
    }
}
