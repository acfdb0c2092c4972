namespace CrossCloudMesh.Plan.Diff;

/// <summary>How many custom resources of a plan depend on one of them, by any number of steps.</summary>
/// <remarks>
/// A resource depends on what its inputs come from, on what it was told to wait for, on its provider, and on a custom resource that is its
/// parent. Waiting for a component is waiting for every custom resource below it.
/// </remarks>
internal sealed class Dependents
{
    /// <summary>Counting costs a walk each; after so many, nobody reads the counts any more.</summary>
    private const int Most = 200;

    private readonly Sequence<PlannedResource> resources;
    private readonly Dictionary<string, int> indexes;
    private readonly List<int>?[] next;
    private readonly int[] seenIn;
    private int counted;
    private int walks;

    public Dependents(Sequence<PlannedResource> resources)
    {
        this.resources = resources;
        indexes = new(resources.Count, StringComparer.Ordinal);
        for (var i = 0; i < resources.Count; i++)
        {
            indexes[resources[i].Urn] = i;
        }

        (next, seenIn) = (new List<int>?[resources.Count], new int[resources.Count]);
        for (var i = 0; i < resources.Count; i++)
        {
            Link(i);
        }
    }

    /// <returns>Null where too many were counted already.</returns>
    public int? Count(string urn)
    {
        if (!indexes.TryGetValue(urn, out var start) || ++counted > Most)
        {
            return null;
        }

        return Walk([start]);
    }

    /// <summary>How many depend on any of several, those themselves left out.</summary>
    public int CountOfAll(IEnumerable<string> urns) => Walk(urns.Where(indexes.ContainsKey).Select(urn => indexes[urn]));

    private int Walk(IEnumerable<int> starts)
    {
        walks++;
        var (count, pending) = (0, new Stack<int>());
        foreach (var start in starts)
        {
            seenIn[start] = walks;
            pending.Push(start);
        }

        while (pending.TryPop(out var at))
        {
            foreach (var dependent in next[at] ?? [])
            {
                if (seenIn[dependent] != walks)
                {
                    seenIn[dependent] = walks;
                    pending.Push(dependent);
                    count += resources[dependent].IsCustom ? 1 : 0;
                }
            }
        }

        return count;
    }

    private void Link(int index)
    {
        var resource = resources[index];
        foreach (var urn in resource.DependsOn)
        {
            Add(urn, index);
        }

        foreach (var (_, urns) in resource.PropertyDependencies)
        {
            foreach (var urn in urns)
            {
                Add(urn, index);
            }
        }

        if (resource.Provider is { } provider)
        {
            Add(provider, index);
        }

        if (resource.Parent is not { } parent || !indexes.TryGetValue(parent, out var above))
        {
            return;
        }

        // A component is done when what is in it is done; what is in a custom resource comes after it.
        if (resources[above].IsCustom)
        {
            Add(parent, index);
        }
        else
        {
            (next[index] ??= []).Add(above);
        }
    }

    private void Add(string urn, int dependent)
    {
        if (indexes.TryGetValue(urn, out var index))
        {
            (next[index] ??= []).Add(dependent);
        }
    }
}
