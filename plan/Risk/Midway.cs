using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Risk;

/// <summary>States in which some of a network has changed already and the rest has not, so that two ends may not agree.</summary>
/// <remarks>The engine changes a resource once all that it waits for has changed; how far that is, is counted in such steps.</remarks>
internal static class Midway
{
    /// <param name="before">What stands.</param>
    /// <param name="after">What the update leads to.</param>
    /// <param name="diff">The changes between them.</param>
    /// <returns>For each step but the last what there is then, and the URNs of what has changed in it.</returns>
    public static List<(IReadOnlyList<PlannedResource> Resources, IReadOnlyList<string> Changed)> Of(PlanDocument before, PlanDocument after, PlanDiff diff)
    {
        var changes = diff.Changes.Where(IsOfANetwork).ToDictionary(change => change.Change.Urn, StringComparer.Ordinal);
        var steps = changes.Count < 2 ? [] : Steps(after, changes);
        return [.. Enumerable.Range(1, Math.Max(0, steps.Values.DefaultIfEmpty().Max() - 1)).Select(step => (
            Resources(before, changes.Values.Where(change => steps[change.Change.Urn] <= step)),
            (IReadOnlyList<string>)[.. steps.Where(each => each.Value == step).Select(each => each.Key)]))];
    }

    private static bool IsOfANetwork(ResourceChange change) => change is { Before: not null, After: not null, Change.Op: Operation.Update or Operation.Replace }
        && Gap.IsNetwork(change.After.Type) && change.Change.Paths.Any(path => path.Path.Input is not ("tags" or "labels"));

    private static Dictionary<string, int> Steps(PlanDocument after, Dictionary<string, ResourceChange> changes)
    {
        var graph = new DependencyGraph(after.Resources);
        var (reached, steps) = (new int[graph.Nodes.Count], new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var node in graph.Order)
        {
            reached[node] = graph.Waits(node).Select(awaited => reached[awaited]).DefaultIfEmpty().Max();
            if (changes.ContainsKey(graph.Nodes[node].Urn))
            {
                steps[graph.Nodes[node].Urn] = ++reached[node];
            }
        }

        return steps;
    }

    private static IReadOnlyList<PlannedResource> Resources(PlanDocument before, IEnumerable<ResourceChange> done)
    {
        var now = done.ToDictionary(change => change.Before!.Urn, change => change.After!, StringComparer.Ordinal);
        return [.. before.Resources.Select(resource => now.GetValueOrDefault(resource.Urn, resource))];
    }
}
