using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules;

/// <summary>The resources of a plan, to be found by URN, by type and by who refers to whom; made in one pass, then only read.</summary>
public sealed class PlanIndex
{
    private readonly Dictionary<string, PlannedResource> byUrn;
    private readonly Dictionary<string, List<PlannedResource>> byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Reference>> dependents = new(StringComparer.Ordinal);
    private NetworkModel? network;

    /// <param name="resources">All resources of the plan.</param>
    /// <param name="today">The day on which it is judged; null where no day is to count.</param>
    /// <param name="outputs">What the stack says of itself; null where it says nothing.</param>
    public PlanIndex(IReadOnlyList<PlannedResource> resources, DateOnly? today = null, SortedMap<PlanValue>? outputs = null)
    {
        (Resources, Today, Outputs) = (resources, today, outputs ?? SortedMap<PlanValue>.Empty);
        byUrn = new(resources.Count, StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            byUrn[resource.Urn] = resource;
            ListOf(byType, resource.Type).Add(resource);
            foreach (var (property, urns) in resource.PropertyDependencies)
            {
                foreach (var urn in urns)
                {
                    ListOf(dependents, urn).Add(new(resource, property));
                }
            }
        }
    }

    public IReadOnlyList<PlannedResource> Resources { get; }

    /// <summary>The day on which the plan is judged; null where no day counts.</summary>
    public DateOnly? Today { get; }

    /// <summary>What the stack says of itself.</summary>
    public SortedMap<PlanValue> Outputs { get; }

    /// <summary>The networks that these resources make, read when first asked for.</summary>
    internal NetworkModel Network => network ??= NetworkModel.Of(this);

    /// <summary>The resource of that URN, or null.</summary>
    public PlannedResource? this[string urn] => byUrn.GetValueOrDefault(urn);

    /// <summary>The resources of a type token, in the order of the plan.</summary>
    public IReadOnlyList<PlannedResource> Of(string type) => byType.TryGetValue(type, out var found) ? found : [];

    /// <summary>Whose inputs come from a resource, and by which input.</summary>
    public IReadOnlyList<Reference> Dependents(PlannedResource resource) => dependents.TryGetValue(resource.Urn, out var found) ? found : [];

    /// <summary>The resources of a type whose given input comes from this one.</summary>
    public IEnumerable<PlannedResource> Users(PlannedResource resource, string type, string property)
    {
        foreach (var reference in Dependents(resource))
        {
            if (reference.Property == property && reference.User.Type == type)
            {
                yield return reference.User;
            }
        }
    }

    /// <summary>The resources of a type that an input comes from.</summary>
    public IEnumerable<PlannedResource> Sources(PlannedResource resource, string property, string type)
    {
        foreach (var urn in resource.PropertyDependencies[property] ?? [])
        {
            if (this[urn] is { } source && source.Type == type)
            {
                yield return source;
            }
        }
    }

    /// <summary>The one resource of a type that an input comes from; null where there is none, or more than one.</summary>
    public PlannedResource? Source(PlannedResource resource, string property, string type)
    {
        PlannedResource? found = null;
        foreach (var source in Sources(resource, property, type))
        {
            if (found is not null)
            {
                return null;
            }

            found = source;
        }

        return found;
    }

    /// <summary>The region that a resource is made in, as it or its provider says; null where neither does.</summary>
    public string? Region(PlannedResource resource) =>
        resource.Text("region") ?? (resource.Provider is { } urn ? this[urn]?.Text("region") : null);

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}

/// <summary>A resource that takes something from another.</summary>
/// <param name="User">The one that takes.</param>
/// <param name="Property">The input that it takes it for.</param>
public readonly record struct Reference(PlannedResource User, string Property);
