using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Beyond its limit a cloud takes the session down, or drops the shortest ranges without a word.</summary>
public sealed class LinkPrefixCount() : Rule(new()
{
    Id = "link-prefix-count",
    Title = "Google announces no more prefixes than the other side takes",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "announce a summary of the ranges instead of each; on a virtual interface, or allocate more of them",
})
{
    private const string Pool = "prefixPoolAllocatedCountIpv4";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var end in plan.Network.GoogleEnds.Concat<GoogleEnd>(plan.Network.VlanAttachments))
        {
            if (end is { Peer: { } peer, Router: { } router } && Listed(peer, router.Resource) is var listed && listed > RouteLimits.GoogleListed.Count)
            {
                yield return Found(peer, $"lists {listed} ranges, of which a session takes {RouteLimits.GoogleListed.Count}");
            }
        }

        foreach (var conduit in plan.Network.Conduits.DistinctBy(conduit => (conduit.Name, conduit.Kind)))
        {
            if (Takes(conduit) is (var speaker, var taken) && speaker is not null && conduit.Announced.Count > taken)
            {
                yield return Found(speaker, $"announces {conduit.Announced.Count} prefixes, of which AWS takes {taken}");
            }
        }

        foreach (var aws in plan.Network.VirtualInterfaces.Select(each => each.Resource))
        {
            if (aws.Number(Pool) is { } pool && pool > RouteLimits.TransitInterfacePool.Count)
            {
                yield return Found(aws, $"asks for {pool} prefixes, of which AWS grants {RouteLimits.TransitInterfacePool.Count}", Pool);
            }
        }
    }

    private static (PlannedResource? Speaker, int Taken) Takes(Conduit conduit) => conduit switch
    {
        Tunnel tunnel => (tunnel.Google.Peer, RouteLimits.VpnSession.Count),
        VlanConduit vlan when Inputs.IsHidden(vlan.Aws.Resource.At(Pool)) => (null, 0),
        VlanConduit vlan => (vlan.Google.Peer, (int)(vlan.Aws.Resource.Number(Pool) ?? RouteLimits.TransitInterface.Count)),
        TransportConduit transport => (transport.Google.Resource, RouteLimits.Transport.Count),
        _ => (null, 0),
    };

    private static int Listed(PlannedResource peer, PlannedResource router) =>
        peer.Items("advertisedIpRanges").Count() is > 0 and var own ? own : router.Items("bgp.advertisedIpRanges").Count();
}
