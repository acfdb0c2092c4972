using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>What is destroyed goes in the opposite order, so what runs in a cluster has to wait for all that it runs by.</summary>
public sealed class DestroyOrder() : Rule(new()
{
    Id = "destroy-order",
    Title = "What runs in a cluster goes before the cluster's nodes and access do",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "let it depend on what the cluster calls ready: its node groups, add-ons and access policies",
})
{
    private const string KubernetesProvider = "pulumi:providers:kubernetes";

    /// <summary>What a cluster needs to have anything taken out of it, and the input by which it belongs to the cluster.</summary>
    private static readonly Dictionary<string, string> Needed = new(StringComparer.Ordinal)
    {
        ["aws:eks/accessPolicyAssociation:AccessPolicyAssociation"] = "clusterName",
        ["aws:eks/addon:Addon"] = "clusterName",
        [Types.EksNodeGroup] = "clusterName",
        [Types.GkeNodePool] = "cluster",
    };

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var providers = plan.Of(KubernetesProvider);
        return providers.Count == 0 ? [] : Judge(plan, new DependencyGraph(plan.Resources), providers);
    }

    private IEnumerable<Finding> Judge(PlanIndex plan, DependencyGraph graph, IReadOnlyList<PlannedResource> providers)
    {
        foreach (var provider in providers)
        {
            var needed = Clusters(plan, provider).SelectMany(cluster => NeededBy(plan, cluster)).Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
            var sooner = Sooner(graph, needed);
            for (var node = 0; node < graph.Nodes.Count; node++)
            {
                var resource = graph.Nodes[node];
                if (resource.Provider == provider.Urn && sooner[node].Count < needed.Count)
                {
                    var missing = needed.Except(sooner[node]).Select(urn => plan[urn]!.Name).Order(StringComparer.Ordinal).ToList();
                    yield return Found(resource, $"may be left in the cluster when it is destroyed, as it does not wait for {string.Join(", ", missing)}");
                }
            }
        }
    }

    private static IEnumerable<PlannedResource> Clusters(PlanIndex plan, PlannedResource provider) =>
        plan.Sources(provider, "kubeconfig", Types.EksCluster).Concat(plan.Sources(provider, "kubeconfig", Types.GkeCluster));

    private static IEnumerable<PlannedResource> NeededBy(PlanIndex plan, PlannedResource cluster) => plan.Dependents(cluster)
        .Where(reference => Needed.GetValueOrDefault(reference.User.Type) == reference.Property)
        .Select(reference => reference.User);

    /// <summary>For each node, which of the needed resources it waits for, directly or by way of others.</summary>
    private static HashSet<string>[] Sooner(DependencyGraph graph, HashSet<string> needed)
    {
        var nothing = new HashSet<string>(StringComparer.Ordinal);
        var sooner = new HashSet<string>[graph.Nodes.Count];
        foreach (var node in graph.Order)
        {
            var found = nothing;
            foreach (var awaited in graph.Waits(node))
            {
                if (sooner[awaited].Count == 0 && !needed.Contains(graph.Nodes[awaited].Urn))
                {
                    continue;
                }

                // Most nodes wait for none of them, and share one empty set.
                found = found == nothing ? new(StringComparer.Ordinal) : found;
                found.UnionWith(sooner[awaited]);
                if (needed.Contains(graph.Nodes[awaited].Urn))
                {
                    found.Add(graph.Nodes[awaited].Urn);
                }
            }

            sooner[node] = found;
        }

        return sooner;
    }
}
