using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads Cloud Routers, and the sessions that they have over whatever joins networks.</summary>
internal sealed class RouterReader
{
    private const string AllSubnets = "ALL_SUBNETS";

    private readonly PlanIndex plan;
    private readonly SortedDictionary<string, CloudRouter> routers = new(StringComparer.Ordinal);

    public RouterReader(PlanIndex plan, SortedDictionary<string, GoogleNetwork> networks)
    {
        this.plan = plan;
        foreach (var router in plan.Of(Types.Router))
        {
            if (plan.Source(router, "network", Types.GoogleNetwork) is { } network && networks.TryGetValue(network.Urn, out var served))
            {
                routers[router.Urn] = new(router, served, plan.Region(router) ?? "", (long?)router.Number("bgp.asn"));
            }
        }
    }

    public IEnumerable<CloudRouter> Routers => routers.Values;

    /// <param name="under">A tunnel or a VLAN attachment.</param>
    /// <param name="property">By which input a router's interface names it.</param>
    public GoogleSession SessionOver(PlannedResource under, string property)
    {
        var inside = plan.Users(under, Types.RouterInterface, property).FirstOrDefault();
        var peer = inside is null ? null : plan.Users(inside, Types.RouterPeer, "interface").FirstOrDefault();
        var router = peer is null ? null : plan.Source(peer, "router", Types.Router);
        var speaker = router is null ? null : routers.GetValueOrDefault(router.Urn);
        return new(
            inside,
            peer,
            speaker,
            (long?)peer?.Number("peerAsn"),
            peer is null || speaker is null ? [] : Announced(peer, peer.Is("advertiseMode", "CUSTOM"), speaker),
            peer is null ? GoogleSession.DefaultPriority : VpcReader.Count(peer, "advertisedRoutePriority") ?? GoogleSession.DefaultPriority);
    }

    /// <summary>The session of a partner's attachment, whose interface and peer Google makes by itself.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/how-to/partner/configuring-layer-2-partner, as of 2026-11-21
    /// not read itself.</remarks>
    public GoogleSession SessionOfPartner(PlannedResource attachment)
    {
        var speaker = plan.Source(attachment, "router", Types.Router) is { } router ? routers.GetValueOrDefault(router.Urn) : null;
        return new(null, null, speaker, null, speaker is null ? [] : Announced(speaker.Resource, ofPeer: false, speaker), GoogleSession.DefaultPriority);
    }

    /// <summary>A session that says nothing of its own announces what its router does, and one that does announces nothing else.</summary>
    private static Cidr[] Announced(PlannedResource peer, bool ofPeer, CloudRouter router)
    {
        var (speaker, at) = ofPeer ? (peer, "") : (router.Resource, "bgp.");
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
