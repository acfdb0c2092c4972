using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>How much of a topology to draw.</summary>
internal enum TopologyDetail
{
    Everything,
    WithoutPools,
    SitesOnly,
}

/// <summary>One thing in a site.</summary>
/// <param name="Id">Its name in the picture.</param>
/// <param name="Label">What stands on it; a new line is a line.</param>
/// <param name="Open">The signs that give it its shape.</param>
/// <param name="Close">The same, at the other end.</param>
/// <param name="IsSmall">Left out where there is too much.</param>
internal sealed record TopologyBox(string Id, string Label, string Open, string Close, bool IsSmall);

/// <summary>A line between two things.</summary>
internal sealed record TopologyArrow(string From, string Line, string Label, string To, bool IsSmall);

/// <summary>A site with what stands in it.</summary>
/// <param name="Id">Its name in the picture.</param>
/// <param name="Cloud">Which cloud, and which account or project.</param>
/// <param name="Name">The site.</param>
/// <param name="Place">Its region.</param>
/// <param name="Boxes">In the order of their URNs.</param>
internal sealed record TopologySite(string Id, string Cloud, string Name, string Place, List<TopologyBox> Boxes);

/// <summary>What of a plan belongs on a map, and what joins it.</summary>
internal sealed class Topology
{
    public const string Internet = "internet";

    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TopologySite> sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> siteOfBox = new(StringComparer.Ordinal);
    private readonly List<TopologyArrow> arrows = [];
    private readonly ILookup<string, PlannedResource> subnets;
    private readonly Lineage lineage;
    private readonly LinkParts links;

    public Topology(PlanDocument plan)
    {
        var index = new PlanIndex(plan.Resources, outputs: plan.Outputs);
        (subnets, lineage) = (TopologyKinds.SubnetsByNetwork(plan.Resources), new(plan.Resources));
        links = new(index, lineage);
        // What is a site's own comes first, as it tells where the site is.
        foreach (var resource in plan.Resources.OrderBy(LinkParts.IsPart))
        {
            if (TopologyKinds.Of(resource.Type) is { } kind && links.IsDrawn(resource))
            {
                Place(resource, kind);
            }
        }

        foreach (var resource in plan.Resources)
        {
            Join(resource);
        }

        arrows.AddRange(VlanLines.Of(index.Network, ids));
        arrows.AddRange(Joints(plan.Resources));
    }

    /// <summary>In ordinal order of their names.</summary>
    public IReadOnlyList<TopologySite> Sites => [.. sites.Values.OrderBy(site => site.Name, StringComparer.Ordinal)];

    /// <summary>The lines between what is drawn at that detail, each pair joined once.</summary>
    public IReadOnlyList<TopologyArrow> ArrowsOf(TopologyDetail detail)
    {
        if (detail == TopologyDetail.Everything)
        {
            return arrows;
        }

        if (detail == TopologyDetail.WithoutPools)
        {
            return arrows.FindAll(arrow => !arrow.IsSmall);
        }

        return [.. arrows
            .Where(arrow => arrow.To != Internet && siteOfBox[arrow.From] != siteOfBox[arrow.To])
            .Select(arrow => new TopologyArrow(siteOfBox[arrow.From], "---", "", siteOfBox[arrow.To], IsSmall: false))
            .DistinctBy(arrow => string.CompareOrdinal(arrow.From, arrow.To) < 0 ? (arrow.From, arrow.To) : (arrow.To, arrow.From))];
    }

    private void Place(PlannedResource resource, TopologyKind kind)
    {
        var centre = links.CentreOf(resource);
        var name = centre?.Site ?? links.SiteOf(resource);
        if (!sites.TryGetValue(name, out var site))
        {
            var provider = resource.Provider is { } urn ? lineage[urn] : null;
            sites[name] = site = centre is null
                ? new($"s{sites.Count}", TopologyKinds.Cloud(resource, provider), name, Region(resource, provider) ?? "any region", [])
                : new($"s{sites.Count}", "Data centres", name, centre.Ranges.Count == 0 ? "any range" : string.Join(", ", centre.Ranges), []);
        }

        var id = $"n{ids.Count}";
        ids[resource.Urn] = id;
        siteOfBox[id] = site.Id;
        site.Boxes.Add(new(id, kind.Label(resource, subnets), kind.Open, kind.Close, kind.IsSmall));
        if (kind.LeadsOut)
        {
            arrows.Add(new(id, "-->", "", Internet, IsSmall: true));
        }
    }

    private void Join(PlannedResource resource)
    {
        if (ids.TryGetValue(resource.Urn, out var id) && TopologyKinds.Of(resource.Type) is { } kind)
        {
            foreach (var target in Nearest(resource))
            {
                var isAhead = TopologyKinds.Step(lineage[target]!.Type) <= TopologyKinds.Step(resource.Type);
                arrows.Add(isAhead ? new(ids[target], "---", "", id, kind.IsSmall) : new(id, "---", "", ids[target], kind.IsSmall));
            }
        }
    }

    /// <summary>The lines that are resources themselves; those of one link between the same two things are one, with a count.</summary>
    private IEnumerable<TopologyArrow> Joints(IReadOnlyList<PlannedResource> resources)
    {
        var lines = new List<(string From, string To, string Word, string Link)>();
        foreach (var joint in resources)
        {
            if (TopologyJoints.WordOf(joint) is { } word && Nearest(joint) is [var first, ..] ends)
            {
                lines.AddRange(ends.Skip(1).Select(end => (ids[first], ids[end], word, lineage.RootOf(joint).Name)));
            }
        }

        return lines.GroupBy(line => line)
            .Select(same => new TopologyArrow(same.Key.From, "===", TopologyJoints.Label(same.Key.Word, same.Count()), same.Key.To, IsSmall: false));
    }

    /// <summary>What is drawn and nearest on each way along the inputs of a resource, by its step; a pool hangs on its cluster only.</summary>
    private List<string> Nearest(PlannedResource from)
    {
        var (found, seen, ahead) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new Stack<PlannedResource>());
        ahead.Push(from);
        while (ahead.TryPop(out var resource))
        {
            foreach (var (input, urns) in resource.PropertyDependencies)
            {
                foreach (var urn in urns)
                {
                    if (!seen.Add(urn) || lineage[urn] is not { } next || !TopologyKinds.Leads(from.Type, input))
                    {
                        continue;
                    }

                    if (ids.ContainsKey(urn))
                    {
                        found.Add(urn);
                    }
                    else
                    {
                        ahead.Push(next);
                    }
                }
            }
        }

        return [.. found.OrderBy(urn => TopologyKinds.Step(lineage[urn]!.Type))];
    }

    private static string? Region(PlannedResource resource, PlannedResource? provider) =>
        resource.Text("region") ?? resource.Text("location") ?? provider?.Text("region");
}
