using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What a link is asked to carry fits into it: each packet whole, and all of the traffic through the last tunnel that two failures leave.</summary>
internal static class LinkLoads
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, link) in settings.Links)
        {
            if (link.Primary is not HaVpnSettings vpn)
            {
                continue;
            }

            var path = $"links.{key}";
            var largest = VpnFacts.PathMtuBytes(LinkPlan.ProposalOf(vpn));
            if (link.PacketBytes > largest)
            {
                yield return new Fault(
                    $"{path}.packetBytes",
                    $"must be at most {largest}, which is what passes a tunnel of that cipher uncut",
                    link.PacketBytes.ToString(),
                    "send smaller packets: larger ones are lost without a word");
            }

            var left = LinkPlan.MbpsAfterTwoFailures(vpn, Math.Min(link.PacketBytes, largest));
            if (link.DemandedMbps > left)
            {
                yield return new Fault(
                    $"{path}.demandedMbps",
                    $"must be at most {left}, which is what the one tunnel carries in packets of that size that any two independent failures leave",
                    link.DemandedMbps.ToString(),
                    "demand less, or join the sites by an interconnect");
            }

            if (vpn.Bandwidth == HaVpnBandwidth.Large
                && LinkPlan.AwsEnd(link, settings)?.Value.Region.ToString() is { } region
                && VpnFacts.RegionsWithoutLargeTunnels.Contains(region))
            {
                yield return new Fault($"{path}.primary.bandwidth", $"cannot be large in {region}, where AWS has none", "large", "leave it out");
            }
        }
    }
}
