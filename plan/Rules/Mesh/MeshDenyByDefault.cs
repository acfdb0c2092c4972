namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>Where nothing is said, a mesh lets every workload call every other.</summary>
public sealed class MeshDenyByDefault() : Rule(new()
{
    Id = "mesh-deny-by-default",
    Title = "A mesh lets nobody call where no policy admits him",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "make an AuthorizationPolicy with an empty spec in the namespace of istiod; in App Mesh set egressFilter to DROP_ALL",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var control in IstioControl.Of(plan))
        {
            if (!control.Has(plan, Types.AuthorizationPolicy, DeniesAll))
            {
                yield return Found(control.Release, $"lets everybody call a workload without a policy, as no AuthorizationPolicy of {control.Namespace} is empty", "namespace");
            }
        }

        foreach (var mesh in plan.Of(Types.AppMesh))
        {
            if (mesh.IsNot("spec.egressFilter.type", "DROP_ALL"))
            {
                yield return Found(mesh, "lets workloads call what is not among their backends", "spec.egressFilter.type");
            }
        }
    }

    /// <summary>It admits by rules, and has none.</summary>
    private static bool DeniesAll(PlannedResource policy) =>
        (policy.At("spec.selector") is null || Inputs.IsHidden(policy.At("spec.selector")))
        && (policy.At("spec.action") is null || !policy.IsNot("spec.action", "ALLOW"))
        && (policy.IsEmpty("spec.rules") || Inputs.IsHidden(policy.At("spec.rules")));
}
