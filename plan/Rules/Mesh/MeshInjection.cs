namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>Two webhooks add two proxies, and each takes the other's traffic for the program's.</summary>
public sealed class MeshInjection() : Rule(new()
{
    Id = "mesh-injection",
    Title = "No namespace asks for the proxies of two meshes",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "take one of the two labels off the namespace",
})
{
    private const string AppMeshLabel = "appmesh.k8s.aws/sidecarInjectorWebhook";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var place in plan.Of(Types.Namespace))
        {
            if (place.At("metadata.labels") is PlanValue.ObjectValue { Members: var labels }
                && labels[AppMeshLabel] is PlanValue.TextValue { Value: "enabled" }
                && (labels["istio.io/rev"] is PlanValue.TextValue || labels["istio-injection"] is PlanValue.TextValue { Value: "enabled" }))
            {
                yield return Found(place, "asks for a proxy of App Mesh and for one of Istio", "metadata.labels");
            }
        }
    }
}
