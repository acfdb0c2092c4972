using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>The two addresses inside a tunnel: of a /30, AWS has the first host and Google the second.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html, read 2026-11-20.</remarks>
internal static class InsideAddresses
{
    private const uint AwsHost = 1;
    private const uint GoogleHost = 2;

    public static bool Agree(AwsTunnelEnd aws, PlannedResource routerInterface, PlannedResource peer)
    {
        if (aws.Inside is not { } range)
        {
            // AWS then chooses, and nothing in the plan can agree with a choice that is not made.
            return aws.Connection.Resource.At(aws.Path("InsideCidr")) is not null;
        }

        return Is(routerInterface, "ipRange", range.First + GoogleHost, Address.OfInterface)
            && Is(peer, "peerIpAddress", range.First + AwsHost, Address.Parse)
            && (peer.At("ipAddress") is null || Is(peer, "ipAddress", range.First + GoogleHost, Address.Parse));
    }

    private static bool Is(PlannedResource resource, string path, uint expected, Func<string?, uint?> parse) =>
        Rules.Inputs.IsHidden(resource.At(path)) || parse(resource.Text(path)) == expected;
}
