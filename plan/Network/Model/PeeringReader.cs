using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads peerings of hubs.</summary>
internal static class PeeringReader
{
    /// <summary>What a peering carries each way: of the figures that the page has had, the lowest.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html; the row itself was not read.</remarks>
    private const int Mbps = 50_000;

    /// <summary>Adds both sides of each peering to their hubs.</summary>
    public static void Attach(PlanIndex plan, SortedDictionary<string, Hub> hubs)
    {
        foreach (var resource in plan.Of(Types.PeeringAttachment))
        {
            if (plan.Source(resource, "transitGatewayId", Types.TransitGateway) is { } own && hubs.TryGetValue(own.Urn, out var here)
                && plan.Source(resource, "peerTransitGatewayId", Types.TransitGateway) is { } peer && hubs.TryGetValue(peer.Urn, out var there))
            {
                var (near, far) = (new PeeringAttachment(resource, here), new PeeringAttachment(resource, there));
                (near.Other, far.Other) = (far, near);
                here.Attachments.Add(near);
                there.Attachments.Add(far);
            }
        }
    }

    /// <param name="plan">The plan.</param>
    /// <param name="hubs">The hubs.</param>
    /// <param name="next">How many conduits there are already.</param>
    public static List<PeeringConduit> Read(PlanIndex plan, IEnumerable<Hub> hubs, int next)
    {
        var conduits = new List<PeeringConduit>();
        foreach (var near in hubs.SelectMany(hub => hub.Attachments).OfType<PeeringAttachment>().DistinctBy(each => each.Resource.Urn))
        {
            var accepted = plan.Users(near.Resource, Types.PeeringAccepter, "transitGatewayAttachmentId").Any();
            conduits.Add(new(next + conduits.Count, near, accepted ? null : "nobody accepts the peering")
            {
                Mbps = _ => Mbps,
                MtuBytes = VlanLimits.HubBytes,
            });
        }

        return conduits;
    }
}
