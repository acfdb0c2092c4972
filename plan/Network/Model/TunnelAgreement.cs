using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Whether the two ends of a tunnel come to an agreement: keys, proposals, addresses, AS numbers.</summary>
/// <remarks>What one end does not know yet is taken to agree: nothing that is hidden is held against anyone.</remarks>
internal static class TunnelAgreement
{
    /// <summary>The first reason why no route is ever learned by the tunnel; null where there is none.</summary>
    public static string? Fault(AwsTunnelEnd aws, GoogleTunnelEnd google) => Negotiation(aws, google) ?? Session(aws, google);

    private static string? Negotiation(AwsTunnelEnd aws, GoogleTunnelEnd google)
    {
        var connection = aws.Connection.Resource;
        if (aws.Connection.Customer?.Text("ipAddress") is { } expected && google.Address is { } actual && expected != actual)
        {
            return "AWS awaits another interface of Google's gateway";
        }

        if (!SharedKeys.MayBeEqual(connection.At(aws.Path("PresharedKey")), SharedKeys.OfGoogle(google.Resource)))
        {
            return "the pre-shared keys differ";
        }

        return CipherSuites.OfAws(aws).Meets(CipherSuites.OfGoogle(google)) ? null : "no proposal of one end is among the other's";
    }

    private static string? Session(AwsTunnelEnd aws, GoogleTunnelEnd google)
    {
        if (aws.Connection.Resource.Is("staticRoutesOnly", true))
        {
            return "AWS speaks no BGP on it";
        }

        if (google is not { RouterInterface: { } inside, Peer: { } peer, Router: { } router })
        {
            return "Google has no BGP session on it";
        }

        if (peer.Is("enable", false))
        {
            return "Google's BGP session is turned off";
        }

        if (!InsideAddresses.Agree(aws, inside, peer))
        {
            return "the addresses inside differ";
        }

        return Differ(google.PeerAsn, aws.Connection.Hub.Asn) || Differ(SessionNumbers.OfCustomer(aws.Connection), router.Asn)
            ? "the AS numbers differ"
            : router.Asn is { } same && same == aws.Connection.Hub.Asn ? "both ends have the same AS number" : null;
    }

    private static bool Differ(long? one, long? other) => one is { } a && other is { } b && a != b;
}
