using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Demo;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>A mesh with the demo in it, and what its pods say.</summary>
internal static class DemoPods
{
    public static Task<IReadOnlyList<RenderedMesh>> OfAsync(IReadOnlyList<MeshPolicy> policies, int replicas = 1, int callsPerSecond = 1) =>
        RenderedMesh.OfAsync(policies, (name, policy, services) => _ = new DemoWorkload(name, new()
        {
            Cluster = new AnyCluster(name),
            Policy = policy,
            Accounts = services.Accounts,
            Image = DemoFacts.ImageOf("1.75.2", mirror: null),
            Replicas = replicas,
            CallsPerSecond = callsPerSecond,
        }));

    public static bool IsOfDemo(PlannedResource each) => each.Input("kind") is "Deployment" or "PodDisruptionBudget";

    /// <summary>The containers of a Deployment's pods: name and arguments, as they are typed in a shell.</summary>
    public static IEnumerable<(string Name, string Call)> Calls(PlannedResource deployment) =>
        Items(deployment.Inputs["spec"]!.At("template")!.At("spec")!.At("containers")!)
            .Select(container => (Text(container.At("name")!), string.Join(' ', Items(container.At("args")!).Select(Text).Select(word => word.Length == 0 ? "''" : word))));

    private static Sequence<PlanValue> Items(PlanValue list) => ((PlanValue.ListValue)list).Items;

    private static string Text(PlanValue text) => ((PlanValue.TextValue)text).Value;
}
