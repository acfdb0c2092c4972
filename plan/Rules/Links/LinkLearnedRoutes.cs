using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Google drops what is too much without a word, always the same: the smallest ranges, and of those the highest addresses.</summary>
public sealed class LinkLearnedRoutes() : Rule(new()
{
    Id = "link-learned-routes",
    Title = "No network and no hub learns more routes than it keeps",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "announce summaries instead of each range, or ask Google for more routes and suppress this with the granted number as reason",
})
{
    /// <summary>As many of the dropped as a message names.</summary>
    private const int Named = 5;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var network in plan.Network.GoogleNetworks)
        {
            var learned = Learned(plan, network);
            var kept = new Dictionary<string, Cidr[]>(StringComparer.Ordinal);
            foreach (var (region, prefixes) in learned)
            {
                kept[region] = [.. prefixes.Take(RouteLimits.GoogleOwnRegion.Count)];
                if (prefixes.Count > RouteLimits.GoogleOwnRegion.Count)
                {
                    yield return Found(network.Resource, Told(prefixes, $"in {region}", RouteLimits.GoogleOwnRegion));
                }
            }

            foreach (var region in network.IsGlobal ? network.Ranges.Select(range => range.Region).Concat(learned.Keys).Distinct() : [])
            {
                var others = new SortedSet<Cidr>(kept.Where(each => each.Key != region).SelectMany(each => each.Value), ByLength.Order);
                if (others.Count > RouteLimits.GoogleOtherRegions.Count)
                {
                    yield return Found(network.Resource, Told(others, $"outside {region}", RouteLimits.GoogleOtherRegions));
                }
            }
        }

        foreach (var tunnel in plan.Network.Tunnels.Where(tunnel => tunnel.Google.Peer is not null))
        {
            if (Announced(tunnel.At).Distinct().Count() is var count && count > RouteLimits.GoogleSession.Count)
            {
                yield return Found(tunnel.Google.Peer!, $"learns {count} prefixes, and beyond {RouteLimits.GoogleSession.Count} Google ends the session");
            }
        }

        foreach (var hub in plan.Network.Hubs)
        {
            var learned = plan.Network.Conduits.Where(conduit => conduit.At.Hub == hub).ToLookup(conduit => conduit.At, conduit => conduit.Announced);
            if (Tables(hub).Sum(table => table.Static.Count + table.Propagating.Sum(from => Count(from, learned[from]))) is var count && count > RouteLimits.HubRoutes.Count)
            {
                yield return Found(hub.Resource, $"has {count} routes, of which there may be {RouteLimits.HubRoutes.Count}");
            }
        }
    }

    /// <summary>By region, what its routers learn, in the order in which Google keeps it.</summary>
    private static SortedDictionary<string, SortedSet<Cidr>> Learned(PlanIndex plan, GoogleNetwork network)
    {
        var learned = new SortedDictionary<string, SortedSet<Cidr>>(StringComparer.Ordinal);
        foreach (var conduit in plan.Network.Conduits.Where(conduit => conduit is { IsPeered: false, Region: not null } && conduit.Network == network))
        {
            Of(conduit.Region!).UnionWith(Announced(conduit.At));
        }

        foreach (var router in plan.Network.Routers.Where(router => router.Network == network))
        {
            foreach (var peer in plan.Users(router.Resource, Types.RouterPeer, "router"))
            {
                Of(router.Region).UnionWith(peer.Items("customLearnedIpRanges").Select(item => VpcReader.Range(peer, item + ".range")).OfType<Cidr>());
            }
        }

        return learned;

        SortedSet<Cidr> Of(string region) => learned.TryGetValue(region, out var known) ? known : learned[region] = new(ByLength.Order);
    }

    /// <summary>What a hub announces by an attachment.</summary>
    private static IEnumerable<Cidr> Announced(HubAttachment attachment) => attachment switch
    {
        DirectConnectAttachment direct => direct.Allowed,
        { Table: { } table } => table.Propagating.OfType<VpcAttachment>().SelectMany(each => each.Vpc.Ranges)
            .Concat(table.Static.Where(route => route.To is not null && route.To != attachment).Select(route => route.Range)),
        _ => [],
    };

    private static IEnumerable<HubTable> Tables(Hub hub) => hub.Attachments.Select(attachment => attachment.Table).OfType<HubTable>().Distinct();

    private static int Count(HubAttachment from, IEnumerable<IReadOnlyList<Cidr>> learned) =>
        from is VpcAttachment network ? network.Vpc.Ranges.Count : learned.SelectMany(each => each).Distinct().Count();

    private static string Told(SortedSet<Cidr> prefixes, string where, RouteLimit limit)
    {
        var dropped = prefixes.Skip(limit.Count).ToList();
        var more = dropped.Count > Named ? $" and {dropped.Count - Named} more" : "";
        return $"learns {prefixes.Count} prefixes {where}, of which Google keeps {limit.Count} and drops {string.Join(", ", dropped.Take(Named))}{more}";
    }

    /// <summary>The order in which Google keeps them: larger ranges first, of the same size the lower addresses.</summary>
    /// <remarks>Source: https://docs.cloud.google.com/network-connectivity/docs/router/quotas, "Deterministic route dropping behavior", read 2026-11-21.</remarks>
    private sealed class ByLength : IComparer<Cidr>
    {
        public static ByLength Order { get; } = new();

        public int Compare(Cidr x, Cidr y) => x.PrefixLength != y.PrefixLength ? x.PrefixLength.CompareTo(y.PrefixLength) : x.CompareTo(y);
    }
}
