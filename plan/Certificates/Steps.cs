using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Certificates;

/// <summary>Steps into the objects of clusters.</summary>
internal static class Steps
{
    private const string Cluster = "kubeconfig";

    public static PlanValue? At(this PlanValue? value, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            value = (value as PlanValue.ObjectValue)?.Members[key];
        }

        return value;
    }

    /// <summary>The items of a list; none where there is none.</summary>
    public static IEnumerable<PlanValue> Items(this PlanValue? value) => (value as PlanValue.ListValue)?.Items ?? Sequence<PlanValue>.Empty;

    public static string? Text(this PlanValue? value) => (value as PlanValue.TextValue)?.Value;

    /// <summary>The texts of a list.</summary>
    public static string[] Texts(this PlanValue? value) => [.. value.Items().Select(item => item.Text()).OfType<string>()];

    public static string? Name(this PlannedResource resource) => resource.Text("metadata.name");

    public static string? Space(this PlannedResource resource) => resource.Text("metadata.namespace");

    /// <summary>The one object of a type, a namespace and a name in the cluster of another; null where there is none.</summary>
    public static PlannedResource? Beside(this PlannedResource other, PlanIndex plan, string type, string? space, string? name) =>
        plan.Of(type).FirstOrDefault(each => each.Provider == other.Provider && each.Space() == space && each.Name() == name);

    /// <summary>The cluster that an object is in; null where the plan does not tell.</summary>
    public static PlannedResource? ClusterOf(this PlanIndex plan, PlannedResource resource) => resource.Provider is { } urn && plan[urn] is { } provider
        ? plan.Source(provider, Cluster, Types.EksCluster) ?? plan.Source(provider, Cluster, Types.GkeCluster)
        : null;

    /// <summary>The cluster's name, for a reader.</summary>
    public static string PlaceOf(this PlanIndex plan, PlannedResource resource) => plan.ClusterOf(resource)?.Name ?? (resource.Provider is { } urn ? plan[urn]?.Name : null) ?? "";
}
