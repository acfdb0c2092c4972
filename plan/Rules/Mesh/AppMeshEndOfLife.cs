using System.Globalization;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>What its vendor has ended neither starts nor is deleted as it was.</summary>
public sealed class AppMeshEndOfLife() : Rule(new()
{
    Id = "app-mesh-end-of-life",
    Title = "No cluster is in a mesh of AWS App Mesh, which has ended",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "move to Istio: the command migrate shows the same policies there, the order of steps, and the settings; docs/app-mesh.md tells what to do with finalizers",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan) => plan.Of(Types.AppMesh).Select(mesh => Found(
        mesh,
        string.Create(CultureInfo.InvariantCulture, $"is of App Mesh, which AWS ended on {AppMeshFacts.EndedOn:yyyy-MM-dd}: new pods get no configuration, and deletes wait for its controller"),
        "kind"));
}
