using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Pictures.Map;

/// <summary>What stands on the card of a site.</summary>
/// <param name="Name">The site.</param>
/// <param name="Place">Its region, or the ranges of a data centre.</param>
/// <param name="Cluster">Which it has; empty where it has none.</param>
/// <param name="Facts">A line each.</param>
/// <param name="Badges">Its meshes.</param>
internal sealed record MapCard(string Name, string Place, string Cluster, IReadOnlyList<string> Facts, IReadOnlyList<string> Badges)
{
    /// <summary>All lines below the name, from the cluster on.</summary>
    public IEnumerable<string> Lines => Cluster.Length == 0 ? Facts : [Cluster, .. Facts];
}

/// <summary>The sites of one cloud.</summary>
internal sealed record MapCloud(string Title, IReadOnlyList<MapCard> Cards);

/// <summary>What joins two sites.</summary>
/// <param name="One">The one site.</param>
/// <param name="Other">The other site.</param>
/// <param name="Name">Of the link or bridge; empty where it has none.</param>
/// <param name="Lines">What it is made of and what it bears.</param>
/// <param name="HasBackup">A second way stands behind the first.</param>
/// <param name="IsBridge">It joins meshes, not networks.</param>
/// <param name="IsBroken">The proof says that the sites are not joined as demanded.</param>
internal sealed record MapJoint(string One, string Other, string Name, IReadOnlyList<string> Lines, bool HasBackup, bool IsBridge, bool IsBroken);

/// <summary>The few things of a plan that make a map: clouds with their sites, and what joins these.</summary>
internal sealed record MapModel(IReadOnlyList<MapCloud> Clouds, IReadOnlyList<MapJoint> Joints)
{
    /// <summary>So many sites are told in full; of more, the name and the region alone.</summary>
    private const int MostInFull = 24;

    public static MapModel Of(PlanDocument plan)
    {
        var topology = new Topology(plan);
        var isFull = topology.Sites.Count <= MostInFull;
        var clouds = topology.Sites.GroupBy(site => site.Cloud, StringComparer.Ordinal).OrderBy(cloud => Rank(cloud.Key)).ThenBy(cloud => cloud.Key, StringComparer.Ordinal)
            .Select(cloud => new MapCloud(cloud.Key, [.. cloud.Select(site => Card(site, topology, isFull))]));
        return new([.. clouds], [.. Joining(plan, topology)]);
    }

    /// <summary>From a data centre over AWS to Google Cloud, as links lead.</summary>
    private static int Rank(string cloud) =>
        cloud == Topology.DataCentres ? 0 : cloud.StartsWith("AWS", StringComparison.Ordinal) ? 1 : cloud.StartsWith("Google", StringComparison.Ordinal) ? 2 : 3;

    private static MapCard Card(TopologySite site, Topology topology, bool isFull)
    {
        if (!isFull)
        {
            return new(site.Name, site.Place, "", [], []);
        }

        var meshes = topology.Meshes[site.Name];
        var reads = meshes.Where(mesh => mesh.Sees > 0).Select(mesh => mesh.Sees == 1 ? "reads one other cluster" : $"reads {mesh.Sees} other clusters");
        var clusters = site.Boxes.Where(box => Order(box.Type) == 0).Select(Fact);
        return new(site.Name, site.Place, string.Join(" and ", clusters), [.. Facts(site), .. reads], [.. meshes.Select(mesh => $"{mesh.Name} · {mesh.Holds}")]);
    }

    /// <summary>What is alike is told once, with how often it is there.</summary>
    private static IEnumerable<string> Facts(TopologySite site) => site.Boxes.Where(box => box.Type != Topology.MeshType && Order(box.Type) > 0)
        .GroupBy(box => (Order: Order(box.Type), Text: Fact(box)))
        .OrderBy(alike => alike.Key.Order)
        .Select(alike => (alike.Key.Order, alike.Count()) switch
        {
            (1, 1) => $"pool of {alike.Key.Text}",
            (1, var pools) => $"{pools} pools of {alike.Key.Text}",
            (_, 1) => alike.Key.Text,
            (_, var count) => $"{count} × {alike.Key.Text}",
        });

    private static int Order(string type) => type switch
    {
        Types.EksCluster or Types.GkeCluster => 0,
        Types.EksNodeGroup or Types.GkeNodePool => 1,
        Types.Vpc or Types.GoogleNetwork => 2,
        Types.NatGateway or Types.RouterNat => 4,
        _ => 3,
    };

    private static string Fact(TopologyBox box)
    {
        var lines = box.Label.Split('\n');
        return box.Type switch
        {
            Types.EksCluster => $"EKS, {lines[^1]}",
            Types.GkeCluster => $"GKE, {lines[^1]}",
            Types.EksNodeGroup or Types.GkeNodePool => lines[^1].Replace(" to ", "–", StringComparison.Ordinal).Replace(" × ", " ", StringComparison.Ordinal),
            Types.GoogleNetwork when lines.Length > 1 => string.Join(", ", lines[1..].Select(line => line.Split(' ')[0])),
            Types.Vpc => string.Join(", ", [lines[0]["VPC ".Length..], .. lines[1..]]),
            _ => string.Join(", ", lines),
        };
    }

    /// <summary>Links as the stack tells of them, those that it does not tell of as they are drawn, and bridges.</summary>
    private static IEnumerable<MapJoint> Joining(PlanDocument plan, Topology topology)
    {
        var known = topology.Sites.Select(site => site.Name).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<(string, string)>();
        foreach (var link in (StatedLink.Read(plan.Outputs) ?? []).Where(link => known.Contains(link.Sites[0]) && known.Contains(link.Sites[1])))
        {
            told.Add(Pair(link.Sites[0], link.Sites[1]));
            yield return Stated(link, plan.Network?.Pairs.FirstOrDefault(pair => Pair(pair.From, pair.To) == Pair(link.Sites[0], link.Sites[1])));
        }

        foreach (var drawn in topology.Crossings().GroupBy(each => Pair(each.One, each.Other)).Where(each => !told.Contains(each.Key)))
        {
            string[] words = [.. drawn.Where(each => !each.IsBridge).Select(each => each.Word).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];
            if (drawn.Any(each => !each.IsBridge))
            {
                yield return new(drawn.Key.Item1, drawn.Key.Item2, "", words, HasBackup: false, IsBridge: false, IsBroken: false);
            }
        }

        foreach (var bridge in topology.Meshes.Bridges)
        {
            var kinds = $"{topology.Meshes[bridge.One][0].Kind} and {topology.Meshes[bridge.Other][0].Kind}";
            yield return new(bridge.One, bridge.Other, Topology.BridgeWord(bridge), [kinds], HasBackup: false, IsBridge: true, IsBroken: false);
        }
    }

    private static MapJoint Stated(StatedLink link, PairVerdict? pair)
    {
        var kinds = new[] { link.Primary, link.Backup }.OfType<string>().Select(kind => (kind, pair?.Paths.FirstOrDefault(path => path.Kind == kind)));
        List<string> lines = [.. kinds.Select((each, place) => $"{(place == 0 ? "" : "backup: ")}{LinkWords.Of(each.kind, each.Item2)}")];
        if (pair?.Counterexample is not null)
        {
            lines.Add("not joined as demanded");
        }
        else if (pair?.Left is [.., { Failures: > 0 } last])
        {
            lines.Add($"{last.Mbps:#,0} Mbit/s with any {last.Failures} down");
        }

        return new(link.Sites[0], link.Sites[1], link.Key, lines, link.Backup is not null, IsBridge: false, pair?.Counterexample is not null);
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
