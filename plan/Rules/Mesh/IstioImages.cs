using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>What is pulled from a place that is gone does not start on the next machine.</summary>
public sealed class IstioImages() : Rule(new()
{
    Id = "istio-images",
    Title = "No chart or image of Istio comes from a place that ends in December 2026",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "take charts from https://blob.istio.io/istio-release/charts and images from docker.io/istio, or from a copy of your own",
})
{
    private static readonly string[] Paths = ["repositoryOpts.repo", "values.global.hub", "values.hub"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var release in plan.Of(Types.Release))
        {
            foreach (var path in Paths)
            {
                if (release.Text(path) is { } place && IstioFacts.EndedPlaces.Any(ended => place.Contains(ended, StringComparison.Ordinal)))
                {
                    yield return Found(release, $"is taken from {place}, which ends in December 2026", path);
                }
            }
        }
    }
}
