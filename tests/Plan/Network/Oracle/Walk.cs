using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Carries single packets from hub to hub and cloud to cloud while some ways are gone, by every way that could be taken.</summary>
/// <param name="signs">What stands at the crossings.</param>
/// <param name="packetBytes">How large packets are.</param>
/// <param name="isThere">Whether a way is there.</param>
internal sealed class Walk(Signs signs, int packetBytes, Func<Way, bool> isThere)
{
    /// <summary>Longer journeys go round in circles.</summary>
    private const int MostHops = 6;

    private readonly Dictionary<(string, uint), Journey?> known = [];
    private int hops;

    public bool IsThere(Way way) => isThere(way);

    /// <summary>The longest prefix; of those a written route, then what is announced, in the order of its kind and then of its MED.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview, read 2026-11-20.</remarks>
    public Journey? AtHub(PlannedResource? table, uint to) => table is null ? null : Known(table.Urn, to, () =>
    {
        var signed = signs.AtHub(table, to).Where(sign => sign.Way is null || isThere(sign.Way)).ToList();
        if (signed.Count == 0)
        {
            return null;
        }

        var first = signed.Min(sign => (-sign.Net.Length, sign.Rank, sign.Med));
        var best = signed.Where(sign => (-sign.Net.Length, sign.Rank, sign.Med) == first).ToList();
        if (best[0].Vpc is { } vpc)
        {
            return Journey.Arrived(vpc);
        }

        List<Way> ways = best[0].Target is { } target ? [.. signs.Ways.Where(way => way.Attachment.Urn == target && isThere(way))] : [.. best.Select(sign => sign.Way!).Distinct()];
        return Take(ways.Count > 1 && !Spreads(ways[0]) ? [ways[0]] : ways, way => Beyond(way, to));
    });

    /// <summary>Own subnets; the longest prefix; a peering's only where no router of the network has the very same; near before far.</summary>
    /// <remarks>Sources: https://cloud.google.com/vpc/docs/routes#routeselection and
    /// https://cloud.google.com/network-connectivity/docs/router/concepts/learned-routes, read 2026-11-20.</remarks>
    public Journey? FromGoogle(PlannedResource network, string region, uint to) => Known(network.Urn + region, to, () =>
    {
        if (signs.IsOwn(network, to))
        {
            return null;
        }

        var isGlobal = World.Text(network, "routingMode") == "GLOBAL";
        var heard = signs.Ways.Where(way => ReferenceEquals(way.Network, network))
            .SelectMany(way => signs.Told(way, to).Where(sign => IsThere(sign, way)).Select(sign => (Way: way, sign.Net))).ToList();
        var local = heard.Where(each => !each.Way.IsPeered).Select(each => each.Net).ToHashSet();
        var routes = heard.Where(each => (isGlobal || each.Way.Region == region) && !(each.Way.IsPeered && local.Contains(each.Net))).ToList();
        var best = routes.Where(each => each.Net.Length == routes.Max(other => other.Net.Length)).Select(each => each.Way).Distinct().ToList();
        var near = best.Where(way => way.Region == region).ToList();
        return Take(near.Count > 0 ? near : best, way => AtHub(signs.TableOf(way), to));
    });

    /// <summary>The devices of a data centre share what they are told alike, and take the longest prefix.</summary>
    public Journey? FromCentre(string site, uint to) => Known(site, to, () =>
    {
        var heard = signs.Ways.Where(way => way.Centre == site)
            .SelectMany(way => signs.Told(way, to).Where(sign => IsThere(sign, way)).Select(sign => (Way: way, sign.Net))).ToList();
        var best = heard.Where(each => each.Net.Length == heard.Max(other => other.Net.Length)).Select(each => each.Way).Distinct().ToList();
        return Take(best, way => AtHub(signs.TableOf(way), to));
    });

    private bool IsThere(Sign sign, Way way) => isThere(way) && (sign.Way is null || isThere(sign.Way));

    /// <summary>Whether a hub, or the gateway behind its attachment, uses all ways that are alike at once.</summary>
    private static bool Spreads(Way way) => way.Allowed is not null || World.Text(way.Hub, "vpnEcmpSupport") != "disable";

    private Journey? Beyond(Way way, uint to) =>
        way.Network is { } network ? Journey.Arrived(network.Urn)
        : way.Centre is { } centre ? Journey.Arrived(centre)
        : AtHub(signs.TableBeyond(way), to);

    /// <summary>By each of some ways; nowhere, unless all of them lead to the same place.</summary>
    private Journey? Take(List<Way> ways, Func<Way, Journey?> next)
    {
        var further = ways.Select(way => (Way: way, Then: next(way))).ToList();
        if (further.Count == 0 || further.Exists(each => each.Then is null || each.Then.End != further[0].Then!.End))
        {
            return null;
        }

        // Ways that meet again share what lies beyond.
        var mbps = further.GroupBy(each => each.Then!).Sum(group => Math.Min(group.Sum(each => (long)each.Way.Mbps(packetBytes)), group.Key.Mbps));
        return new(further[0].Then!.End, (int)Math.Min(mbps, int.MaxValue), [.. further.SelectMany(each => each.Then!.Taken.Prepend(each.Way)).Distinct()]);
    }

    private Journey? Known(string at, uint to, Func<Journey?> ask)
    {
        if (known.TryGetValue((at, to), out var found))
        {
            return found;
        }

        if (++hops > MostHops)
        {
            hops--;
            return null;
        }

        found = ask();
        hops--;
        return known[(at, to)] = found;
    }
}
