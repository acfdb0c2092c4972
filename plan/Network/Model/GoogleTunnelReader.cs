using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads Google's ends of tunnels, with interface, session and router.</summary>
internal static class GoogleTunnelReader
{
    private const int DefaultPriority = 100;
    private const string AllSubnets = "ALL_SUBNETS";

    public static (List<CloudRouter> Routers, List<GoogleTunnelEnd> Ends) Read(PlanIndex plan, SortedDictionary<string, GoogleNetwork> networks)
    {
        var routers = new SortedDictionary<string, CloudRouter>(StringComparer.Ordinal);
        foreach (var router in plan.Of(Types.Router))
        {
            if (plan.Source(router, "network", Types.GoogleNetwork) is { } network && networks.TryGetValue(network.Urn, out var served))
            {
                routers[router.Urn] = new(router, served, plan.Region(router) ?? "", (long?)router.Number("bgp.asn"));
            }
        }

        return ([.. routers.Values], [.. plan.Of(Types.VpnTunnel).Select(tunnel => End(plan, tunnel, routers))]);
    }

    private static GoogleTunnelEnd End(PlanIndex plan, PlannedResource tunnel, SortedDictionary<string, CloudRouter> routers)
    {
        var gateway = plan.Source(tunnel, "vpnGateway", Types.HaVpnGateway);
        var external = plan.Source(tunnel, "peerExternalGateway", Types.ExternalVpnGateway);
        var (own, other) = (VpcReader.Count(tunnel, "vpnGatewayInterface"), VpcReader.Count(tunnel, "peerExternalGatewayInterface"));
        var inside = plan.Users(tunnel, Types.RouterInterface, "vpnTunnel").FirstOrDefault();
        var peer = inside is null ? null : plan.Users(inside, Types.RouterPeer, "interface").FirstOrDefault();
        var router = peer is null ? null : plan.Source(peer, "router", Types.Router);
        var speaker = router is null ? null : routers.GetValueOrDefault(router.Urn);
        return new(tunnel)
        {
            Gateway = gateway,
            Interface = own,
            Address = AddressOf(gateway, own),
            External = external,
            ExternalInterface = other,
            ExternalAddress = external?.Items("interfaces").Where(item => external.Number(item + ".id") == other && other is not null)
                .Select(item => external.Text(item + ".ipAddress")).FirstOrDefault(),
            RouterInterface = inside,
            Peer = peer,
            Router = speaker,
            PeerAsn = (long?)peer?.Number("peerAsn"),
            Announced = peer is null || speaker is null ? [] : Announced(peer, speaker),
            Priority = peer is null ? DefaultPriority : VpcReader.Count(peer, "advertisedRoutePriority") ?? DefaultPriority,
        };
    }

    private static string? AddressOf(PlannedResource? gateway, int? index)
    {
        if (gateway?.Outputs["vpnInterfaces"] is PlanValue.ListValue interfaces)
        {
            foreach (var item in interfaces.Items)
            {
                if (item is PlanValue.ObjectValue one && one.Members["id"] is PlanValue.NumberValue id && id.Value == index)
                {
                    return (one.Members["ipAddress"] as PlanValue.TextValue)?.Value;
                }
            }
        }

        return null;
    }

    /// <summary>A session that says nothing of its own announces what its router does, and one that does announces nothing else.</summary>
    private static Cidr[] Announced(PlannedResource peer, CloudRouter router)
    {
        var (speaker, at) = peer.Is("advertiseMode", "CUSTOM") ? (peer, "") : (router.Resource, "bgp.");
        if (Rules.Inputs.IsHidden(peer.At("advertiseMode")) || Rules.Inputs.IsHidden(speaker.At(at + "advertiseMode")))
        {
            return [];
        }

        var isCustom = speaker.Is(at + "advertiseMode", "CUSTOM");
        var subnets = !isCustom || speaker.Items(at + "advertisedGroups").Any(path => speaker.Is(path, AllSubnets));
        var own = router.Network.Ranges.Where(range => subnets && (router.Network.IsGlobal || range.Region == router.Region)).Select(range => range.Range);
        var listed = isCustom ? speaker.Items(at + "advertisedIpRanges").Select(item => VpcReader.Range(speaker, item + ".range")).OfType<Cidr>() : [];
        return [.. own.Concat(listed).Distinct().Order()];
    }
}
