using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Proves plans that have one thing changed.</summary>
internal static class Proofs
{
    public static PairVerdict Pair(this PlanDocument plan, int depth = NetworkProof.DefaultDepth) => Assert.Single(NetworkProof.Of(plan, depth)!.Pairs);

    public static PairVerdict Pair(this PlanDocument plan, string to, string from = "aws0") => NetworkProof.Of(plan)!.Pairs.Single(pair => (pair.From, pair.To) == (from, to));

    /// <summary>Rule, failures and fault of what is found between two sites; empty where nothing is.</summary>
    public static string Found(this PairVerdict pair) => pair.Counterexample is { } found ? $"{found.Rule}{string.Concat(found.Failures.Select(each => " without " + each))}: {found.Fault}" : "";

    public static PlanDocument With(this PlanDocument plan, string type, string name, string path, string json) => plan.Change(resource =>
        Is(resource, type) && resource.Name == name ? resource.With(path, json) : resource);

    public static PlanDocument Without(this PlanDocument plan, string type, string name = "") => Of(plan, plan.Resources.Where(resource =>
        !(Is(resource, type) && resource.Name.StartsWith(name, StringComparison.Ordinal))));

    public static PlanDocument Change(this PlanDocument plan, Func<PlannedResource, PlannedResource> change) => Of(plan, plan.Resources.Select(change));

    private static PlanDocument Of(PlanDocument plan, IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, resources, [], plan.Outputs);

    /// <param name="resource">The resource.</param>
    /// <param name="type">The last word of its type, or all behind the package.</param>
    private static bool Is(PlannedResource resource, string type) => resource.Type.EndsWith(":" + type, StringComparison.Ordinal);
}
