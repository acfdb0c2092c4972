using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Peerings of two hubs that the other side accepted, once in the eyes of each. They announce nothing: routes over them are written down.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html, read 2026-11-20.</remarks>
internal static class PeeringWays
{
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html, read 2026-11-20.</remarks>
    private const int Mbps = 50_000;

    private const int Mtu = 8500;

    public static IEnumerable<Way> In(World world)
    {
        foreach (var asked in world.All("ec2transitgateway/peeringAttachment:PeeringAttachment"))
        {
            var given = world.Of(asked, "ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter", "transitGatewayAttachmentId").FirstOrDefault();
            var (one, other) = (world.From(asked, "transitGatewayId", "TransitGateway"), world.From(asked, "peerTransitGatewayId", "TransitGateway"));
            if (given is not null && one is not null && other is not null)
            {
                yield return Of(asked, one, given, asked.Name);
                yield return Of(given, other, asked, asked.Name);
            }
        }
    }

    private static Way Of(PlannedResource here, PlannedResource hub, PlannedResource there, string name) => new()
    {
        Name = name,
        Kind = "transitPeering",
        Attachment = here,
        Hub = hub,
        Beyond = there,
        Mbps = _ => Mbps,
        Mtu = Mtu,
        // A word between two hubs, which are redundant inside: there is nothing between them that fails by itself.
        Parts = [],
    };
}
