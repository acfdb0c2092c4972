using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>A service whose pods go from App Mesh to Istio.</summary>
/// <param name="Site">Where they are.</param>
/// <param name="Namespace">Their namespace.</param>
/// <param name="App">Their label <c>app</c>, which is the name of their service and their account too.</param>
public sealed record MovingService(string Site, string Namespace, string App)
{
    /// <summary>The services of a plan that are in App Mesh, each after those that it calls, as far as they do not call in a circle.</summary>
    public static Sequence<MovingService> Of(PlanDocument plan)
    {
        var (index, lineage) = (new PlanIndex(plan.Resources), new Lineage(plan.Resources));
        var nodes = index.Of(Types.VirtualNode)
            .Select(node => (Node: node, App: node.At("spec").At("podSelector", "matchLabels", "app").Text()))
            .Where(each => each.App is not null)
            .ToLookup(each => new MovingService(lineage.SiteOf(lineage[each.Node.Provider!]!), each.Node.Space()!, each.App!), each => each.Node);
        var (ordered, seen) = (new List<MovingService>(), new HashSet<MovingService>());
        foreach (var service in nodes.Select(each => each.Key).OrderBy(each => $"{each.Site}/{each}", StringComparer.Ordinal))
        {
            Add(service);
        }

        return [.. ordered];

        void Add(MovingService service)
        {
            if (!seen.Add(service))
            {
                return;
            }

            foreach (var called in nodes[service].SelectMany(node => node.At("spec").At("backends").Items()).Select(backend => backend.At("virtualService", "virtualServiceRef")))
            {
                if (nodes.Select(each => each.Key).FirstOrDefault(each => each.Site == service.Site && each.App == called.At("name").Text() && each.Namespace == (called.At("namespace").Text() ?? service.Namespace)) is { } callee)
                {
                    Add(callee);
                }
            }

            ordered.Add(service);
        }
    }

    public override string ToString() => $"{Namespace}/{App}";
}
