using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>
/// How a network of Google chooses: its own subnets before all else; then the longest prefix; of those, a static route by its priority, then
/// what its own routers learned, then what a peering brings, which the former hides; of either, the region's before that of others.
/// </summary>
/// <remarks>
/// Sources: https://cloud.google.com/vpc/docs/routes#routeselection and
/// https://cloud.google.com/network-connectivity/docs/router/concepts/learned-routes, read 2026-11-20. The MED that AWS sends is in no plan,
/// and Google adds to it what it likes between regions: where it alone would decide, all are taken to be used.
/// </remarks>
internal sealed class GoogleRouting(LiveConduits live)
{
    private readonly HubRouting hubs = new(live);

    /// <summary>The conduits by which an address is reached, or why it is not.</summary>
    /// <param name="network">Whose routes are asked.</param>
    /// <param name="region">From where.</param>
    /// <param name="address">Where to.</param>
    public (IReadOnlyList<Conduit> Conduits, string? Fault) Choose(GoogleNetwork network, string region, uint address)
    {
        foreach (var own in network.Ranges)
        {
            if (own.Range.Holds(address))
            {
                return ([], $"{Address.Text(address)} is taken for the network's own {own.Range}");
            }
        }

        GoogleRoute? written = null;
        foreach (var route in network.Routes)
        {
            if (route.Range.Holds(address) && (written is null
                || route.Range.PrefixLength > written.Range.PrefixLength
                || (route.Range.PrefixLength == written.Range.PrefixLength && route.Priority < written.Priority)))
            {
                written = route;
            }
        }

        var (length, place, best) = (written?.Range.PrefixLength ?? -1, 0, new List<Conduit>());
        foreach (var conduit in live.Of(network))
        {
            if (!conduit.IsHeard || !live.IsLive(conduit) || !(network.IsGlobal || conduit.Region == region))
            {
                continue;
            }

            var found = hubs.Announced(conduit, address);
            var better = (conduit.IsPeered ? 0 : 2) + (conduit.Region == region ? 1 : 0);
            if (found > length || (found == length && best.Count > 0 && better > place))
            {
                (length, place) = (found, better);
                best.Clear();
                best.Add(conduit);
            }
            else if (found == length && best.Count > 0 && better == place)
            {
                best.Add(conduit);
            }
        }

        if (best.Count > 0)
        {
            return (best, null);
        }

        return written is null ? ([], $"{network.Resource.Name} knows no route to {Address.Text(address)}") : Follow(written, network);
    }

    private (IReadOnlyList<Conduit> Conduits, string? Fault) Follow(GoogleRoute route, GoogleNetwork network)
    {
        Conduit[] tunnels = [.. live.Of(network).OfType<Tunnel>().Where(tunnel => tunnel.Google.Resource == route.Tunnel && live.IsLive(tunnel))];
        return tunnels.Length > 0 ? (tunnels, null) : ([], $"route {route.Target} takes {route.Range} elsewhere");
    }
}
