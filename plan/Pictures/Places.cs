using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>What kind of place the components of a plan are for.</summary>
public enum PlaceKind
{
    /// <summary>A site.</summary>
    Site,

    /// <summary>A link between two.</summary>
    Link,

    /// <summary>The whole stack.</summary>
    Stack,
}

/// <summary>A site, a link, or what is for all of them, with the components that stand directly in the stack.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Name">Its key in the settings; empty for the whole stack.</param>
/// <param name="Where">Cloud and region of a site; empty for the others.</param>
/// <param name="Roots">In the order of networks, clusters, links, trust, mesh, observability; then by name.</param>
public sealed record Place(PlaceKind Kind, string Name, string Where, IReadOnlyList<PlannedResource> Roots);

/// <summary>The components of a plan by place.</summary>
public static class Places
{
    private static readonly string[] Folders = ["foundation", "networks", "clusters", "links", "trust", "mesh", "observability"];

    /// <summary>Sites first, then links, then what is for all, each in ordinal order of their names; none is empty.</summary>
    public static IReadOnlyList<Place> Of(PlanDocument plan)
    {
        var lineage = new Lineage(plan.Resources);
        PlannedResource[] roots = [.. plan.Resources.Where(resource => resource.Parent is null && !resource.IsProvider)];
        var sites = new Topology(plan).Sites;
        List<string> links = [.. roots.Where(root => FolderOf(root) == "links").Select(lineage.SiteOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        List<Place> known =
        [
            .. sites.Select(site => new Place(PlaceKind.Site, site.Name, $"{site.Place} · {site.Cloud}", [])),
            // What a link has at one of its sites is named after both.
            .. links.Where(link => !links.Exists(other => sites.Any(site => link == $"{other}-{site.Name}"))).Select(link => new Place(PlaceKind.Link, link, "", [])),
            new Place(PlaceKind.Stack, "", "", []),
        ];
        var placed = roots
            .OrderBy(root => Array.IndexOf(Folders, FolderOf(root)))
            .ThenBy(root => root.Name, StringComparer.Ordinal)
            .ThenBy(root => root.Urn, StringComparer.Ordinal)
            .ToLookup(root => known.Where(place => IsOf(root, place)).MaxBy(place => place.Name.Length)!);
        return [.. known.Where(placed.Contains).Select(place => place with { Roots = [.. placed[place]] })];
    }

    /// <summary>What belongs to a place is named after it: <c>aws-east-network</c> after <c>aws-east</c>.</summary>
    private static bool IsOf(PlannedResource root, Place place) =>
        place.Kind == PlaceKind.Stack || root.Name == place.Name || root.Name.StartsWith(place.Name + "-", StringComparison.Ordinal);

    /// <summary>The folder of a component's token: <c>networks</c> of <c>infra:networks:AwsNetwork</c>.</summary>
    private static string FolderOf(PlannedResource root) => root.IsCustom ? "" : root.Type.Split(':')[1];
}
