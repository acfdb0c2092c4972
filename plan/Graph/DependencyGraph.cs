namespace CrossCloudMesh.Plan.Graph;

/// <summary>What waits for what: the custom resources of a plan, and for each the ones that must be there before it.</summary>
/// <remarks>
/// A resource waits for what it was told to wait for, for what its inputs come from, for its provider, for the resource that takes it
/// along when deleted, and for the nearest custom resource above it. A component is no node: to wait for one is to wait for the first
/// custom resource on each branch below it.
/// </remarks>
public sealed class DependencyGraph
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedResource> components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlannedResource>> children = new(StringComparer.Ordinal);
    private readonly List<PlannedResource> nodes = [];
    private readonly int[][] waits;

    /// <param name="resources">In an order that is always the same; a URN that is not among them is not waited for.</param>
    /// <exception cref="ArgumentException">Some resources wait for one another in a circle.</exception>
    public DependencyGraph(IReadOnlyList<PlannedResource> resources)
    {
        foreach (var resource in resources)
        {
            if (resource.IsCustom)
            {
                places[resource.Urn] = nodes.Count;
                nodes.Add(resource);
            }
            else
            {
                components[resource.Urn] = resource;
            }

            if (resource.Parent is { } parent)
            {
                if (!children.TryGetValue(parent, out var siblings))
                {
                    children[parent] = siblings = [];
                }

                siblings.Add(resource);
            }
        }

        waits = new int[nodes.Count][];
        for (var node = 0; node < waits.Length; node++)
        {
            waits[node] = WaitsOf(node);
        }

        Order = InOrder() ?? throw new ArgumentException("some resources wait for one another in a circle", nameof(resources));
    }

    /// <summary>The custom resources, in the order in which they were given.</summary>
    public IReadOnlyList<PlannedResource> Nodes => nodes;

    /// <summary>Places of what a node waits for, in ascending order, itself left out.</summary>
    public IReadOnlyList<int> Waits(int node) => waits[node];

    /// <summary>The places of all nodes, each after all that it waits for.</summary>
    public IReadOnlyList<int> Order { get; }

    private int[]? InOrder()
    {
        var waiters = new List<int>[nodes.Count];
        var missing = new int[nodes.Count];
        for (var node = 0; node < waits.Length; node++)
        {
            missing[node] = waits[node].Length;
            foreach (var awaited in waits[node])
            {
                (waiters[awaited] ??= []).Add(node);
            }
        }

        var order = new int[nodes.Count];
        var (ready, done) = (0, 0);
        for (var node = 0; node < missing.Length; node++)
        {
            if (missing[node] == 0)
            {
                order[ready++] = node;
            }
        }

        for (; done < ready; done++)
        {
            foreach (var waiter in waiters[order[done]] ?? [])
            {
                if (--missing[waiter] == 0)
                {
                    order[ready++] = waiter;
                }
            }
        }

        return ready == nodes.Count ? order : null;
    }

    private int[] WaitsOf(int node)
    {
        var resource = nodes[node];
        var found = new HashSet<int>();
        HashSet<string>? opened = null;
        foreach (var urn in resource.DependsOn)
        {
            Add(urn);
        }

        foreach (var (_, urns) in resource.PropertyDependencies)
        {
            foreach (var urn in urns)
            {
                Add(urn);
            }
        }

        Add(resource.Provider);
        Add(resource.Options.DeletedWith);
        Add(Above(resource));
        found.Remove(node);
        int[] sorted = [.. found];
        Array.Sort(sorted);
        return sorted;

        void Add(string? urn)
        {
            if (urn is null)
            {
                return;
            }

            if (places.TryGetValue(urn, out var place))
            {
                found.Add(place);
            }
            else if (components.ContainsKey(urn) && (opened ??= new(StringComparer.Ordinal)).Add(urn))
            {
                foreach (var child in children.GetValueOrDefault(urn) ?? [])
                {
                    Add(child.Urn);
                }
            }
        }
    }

    /// <summary>The nearest custom resource above another, or null.</summary>
    private string? Above(PlannedResource resource)
    {
        var parent = resource.Parent;
        // As many steps as there are components are enough, whatever a file says.
        for (var step = 0; step < components.Count && parent is not null && components.TryGetValue(parent, out var component); step++)
        {
            parent = component.Parent;
        }

        return parent is not null && places.ContainsKey(parent) ? parent : null;
    }
}
