using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>What of a plan belongs on a map, and what joins it.</summary>
internal sealed class Topology
{
    public const string Internet = "internet";

    /// <summary>What stands in place of a cloud above sites that have none.</summary>
    public const string DataCentres = "Data centres";

    /// <summary>In place of a type, as a mesh is none of one resource.</summary>
    public const string MeshType = "mesh";

    private const string BridgeLine = "-.-";

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
        Meshes = SiteMeshes.OfClusters(plan).With(sites.Values.Where(site => site.Cloud == DataCentres).Select(site => site.Name));
        PlaceMeshes();
    }

    /// <summary>Which mesh each site is in.</summary>
    public SiteMeshes Meshes { get; }

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

    /// <summary>The lines that lead from one site to another, by the names of the sites.</summary>
    public IEnumerable<(string One, string Other, string Word, bool IsBridge)> Crossings()
    {
        var names = sites.Values.ToDictionary(site => site.Id, site => site.Name, StringComparer.Ordinal);
        return arrows.Where(arrow => arrow.To != Internet && siteOfBox[arrow.From] != siteOfBox[arrow.To])
            .Select(arrow => (names[siteOfBox[arrow.From]], names[siteOfBox[arrow.To]], arrow.Label.Replace('\n', ' '), arrow.Line == BridgeLine));
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
                : new($"s{sites.Count}", DataCentres, name, centre.Ranges.Count == 0 ? "any range" : string.Join(", ", centre.Ranges), []);
        }

        var id = $"n{ids.Count}";
        ids[resource.Urn] = id;
        siteOfBox[id] = site.Id;
        site.Boxes.Add(new(id, kind.Label(resource, subnets), kind.Open, kind.Close, kind.IsSmall, resource.Type));
        if (kind.LeadsOut)
        {
            arrows.Add(new(id, "-->", "", Internet, IsSmall: true));
        }
    }

    /// <summary>A mesh hangs on its cluster; a bridge joins two of them.</summary>
    private void PlaceMeshes()
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, meshes) in Meshes.All)
        {
            foreach (var mesh in meshes.Where(_ => sites.ContainsKey(name)))
            {
                var id = $"m{siteOfBox.Count}";
                first.TryAdd(name, id);
                siteOfBox[id] = sites[name].Id;
                sites[name].Boxes.Add(new(id, $"{mesh.Name}\n{mesh.Holds}", "[/", "\\]", IsSmall: false, MeshType));
                if (mesh.Cluster is { } cluster && ids.TryGetValue(cluster, out var on))
                {
                    arrows.Add(new(on, "---", "", id, IsSmall: false));
                }
            }
        }

        arrows.AddRange(Meshes.Bridges.Where(bridge => first.ContainsKey(bridge.One) && first.ContainsKey(bridge.Other))
            .Select(bridge => new TopologyArrow(first[bridge.One], BridgeLine, BridgeWord(bridge), first[bridge.Other], IsSmall: false)));
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

    /// <summary>What stands on a bridge.</summary>
    public static string BridgeWord(MeshBridge bridge) => bridge.Calls == 1 ? "bridge, 1 call" : $"bridge, {bridge.Calls} calls";

    private static string? Region(PlannedResource resource, PlannedResource? provider) =>
        resource.Text("region") ?? resource.Text("location") ?? provider?.Text("region");
}
