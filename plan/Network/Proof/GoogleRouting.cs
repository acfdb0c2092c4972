using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>
/// How a network of Google chooses: its own subnets before all else; then the longest prefix; of those, a static route by its priority, then
/// learned ones, those of the region before those of others.
/// </summary>
/// <remarks>Sources: https://cloud.google.com/vpc/docs/routes#routeselection and
/// https://cloud.google.com/network-connectivity/docs/router/concepts/learned-routes, read 2026-11-20.</remarks>
internal sealed class GoogleRouting(LiveTunnels live, HubRouting hubs)
{
    /// <summary>The tunnels by which an address is reached, or why it is not.</summary>
    /// <param name="network">Whose routes are asked.</param>
    /// <param name="region">From where.</param>
    /// <param name="address">Where to.</param>
    public (IReadOnlyList<Tunnel> Tunnels, string? Fault) Choose(GoogleNetwork network, string region, uint address)
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

        var (length, isNear, best) = (written?.Range.PrefixLength ?? -1, false, new List<Tunnel>());
        foreach (var tunnel in live.Of(network))
        {
            var router = tunnel.Google.Router!;
            if (!live.IsLive(tunnel) || !(network.IsGlobal || router.Region == region))
            {
                continue;
            }

            var found = hubs.Announced(tunnel, address);
            var near = router.Region == region;
            if (found > length || (found == length && found >= 0 && best.Count > 0 && near && !isNear))
            {
                (length, isNear) = (found, near);
                best = [tunnel];
            }
            else if (found == length && best.Count > 0 && near == isNear)
            {
                best.Add(tunnel);
            }
        }

        if (best.Count > 0)
        {
            return (best, null);
        }

        return written is null ? ([], $"{network.Resource.Name} knows no route to {Address.Text(address)}") : Follow(written, network);
    }

    private (IReadOnlyList<Tunnel> Tunnels, string? Fault) Follow(GoogleRoute route, GoogleNetwork network)
    {
        var tunnels = live.Of(network).Where(tunnel => tunnel.Google.Resource == route.Tunnel && live.IsLive(tunnel)).ToList();
        return tunnels.Count > 0 ? (tunnels, null) : ([], $"route {route.Target} takes {route.Range} elsewhere");
    }
}
