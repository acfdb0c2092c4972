using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Whether the two ends of a VLAN come to an agreement: number, addresses, AS numbers, key.</summary>
/// <remarks>What one end does not know yet is taken to agree: nothing that is hidden is held against anyone.</remarks>
internal static class VlanAgreement
{
    /// <summary>The first reason why no route is ever learned by it; null where there is none.</summary>
    public static string? Fault(VirtualInterface aws, DirectConnectAttachment at, VlanAttachment google)
    {
        if (aws.Vlan is { } here && google.Vlan is { } there && here != there)
        {
            return "the VLANs differ";
        }

        if (google.Resource.Is("adminEnabled", false))
        {
            return "Google's attachment is turned off";
        }

        if (google.Router is not { } router || (!google.IsPartner && (google.RouterInterface is null || google.Peer is null)))
        {
            return "Google has no BGP session on it";
        }

        return (google is { RouterInterface: { } inside, Peer: { } peer } ? Session(aws, inside, peer) : null) ?? Numbers(aws, at, google, router);
    }

    private static string? Session(VirtualInterface aws, PlannedResource inside, PlannedResource peer)
    {
        if (peer.Is("enable", false))
        {
            return "Google's BGP session is turned off";
        }

        if (!Agree(aws.Resource, "customerAddress", inside, "ipRange")
            || !Agree(aws.Resource, "customerAddress", peer, "ipAddress")
            || !Agree(aws.Resource, "amazonAddress", peer, "peerIpAddress"))
        {
            return "the addresses differ";
        }

        return SharedKeys.MayBeEqual(aws.Resource.At("bgpAuthKey"), peer.At("md5AuthenticationKey.key")) ? null : "the keys of the BGP session differ";
    }

    private static string? Numbers(VirtualInterface aws, DirectConnectAttachment at, VlanAttachment google, CloudRouter router)
    {
        if (Differ(google.PeerAsn, at.Asn) || Differ((long?)aws.Resource.Number("bgpAsn"), router.Asn))
        {
            return "the AS numbers differ";
        }

        return router.Asn is { } same && same == at.Asn ? "both ends have the same AS number" : null;
    }

    private static bool Agree(PlannedResource one, string path, PlannedResource other, string otherPath) =>
        LinkAddresses.Of(one.Text(path)) is not { } a || LinkAddresses.Of(other.Text(otherPath)) is not { } b || a == b;

    private static bool Differ(long? one, long? other) => one is { } a && other is { } b && a != b;
}
