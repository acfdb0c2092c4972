namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>An istiod of the plan, of which each cluster may have several revisions.</summary>
/// <param name="Release">Its Helm release.</param>
/// <param name="Namespace">Where it runs, which is where policies for the whole mesh stand.</param>
internal sealed record IstioControl(PlannedResource Release, string Namespace)
{
    private const string Chart = "istiod";

    /// <summary>All of them whose namespace the plan knows, in its order.</summary>
    public static IEnumerable<IstioControl> Of(PlanIndex plan)
    {
        foreach (var release in plan.Of(Types.Release))
        {
            if (release.Is("chart", Chart) && release.Text("namespace") is { } place)
            {
                yield return new(release, place);
            }
        }
    }

    /// <summary>Whether its cluster has an object of a kind in its namespace for which something holds; one whose namespace is unknown counts.</summary>
    public bool Has(PlanIndex plan, string type, Func<PlannedResource, bool> holds) =>
        plan.Of(type).Any(each => each.Provider == Release.Provider && !each.IsNot("metadata.namespace", Namespace) && holds(each));
}
