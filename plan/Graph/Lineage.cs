namespace CrossCloudMesh.Plan.Graph;

/// <summary>Where each resource stands in the tree of components, and to which site it belongs.</summary>
public sealed class Lineage
{
    private readonly Dictionary<string, PlannedResource> resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedResource> roots = new(StringComparer.Ordinal);

    public Lineage(IReadOnlyList<PlannedResource> resources)
    {
        foreach (var resource in resources)
        {
            this.resources[resource.Urn] = resource;
        }
    }

    /// <summary>The resource of a URN, or null.</summary>
    public PlannedResource? this[string urn] => resources.GetValueOrDefault(urn);

    /// <summary>What stands directly in the stack above a resource; the resource itself where it does so.</summary>
    public PlannedResource RootOf(PlannedResource resource)
    {
        if (roots.TryGetValue(resource.Urn, out var known))
        {
            return known;
        }

        var root = resource;
        // As many steps as there are resources are enough, whatever a file says.
        for (var step = 0; step < resources.Count && root.Parent is { } parent && resources.TryGetValue(parent, out var above); step++)
        {
            root = above;
        }

        return roots[resource.Urn] = root;
    }

    /// <summary>
    /// The site that a resource belongs to. The components of one site are named after it and then after what they are
    /// (<c>aws-east-network</c>, <c>aws-east-cluster</c>), so it is the name of the root up to its last hyphen.
    /// </summary>
    public string SiteOf(PlannedResource resource)
    {
        var name = RootOf(resource).Name;
        var end = name.LastIndexOf('-');
        return end > 0 ? name[..end] : name;
    }
}
