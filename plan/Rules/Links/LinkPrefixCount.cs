namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Beyond its limit a cloud takes the session down, or drops the shortest ranges without a word.</summary>
public sealed class LinkPrefixCount() : Rule(new()
{
    Id = "link-prefix-count",
    Title = "A BGP session announces no more prefixes than the other side takes",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "announce a summary of the ranges instead of each",
})
{
    /// <summary>How many a VPN of a Transit Gateway takes.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html, read 2026-11-20.</remarks>
    private const int AwsTakes = 1000;

    /// <summary>How many custom ranges a session of Cloud Router has.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/router/quotas, read 2026-11-20.</remarks>
    private const int GoogleAnnounces = 200;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var end in plan.Network.Tunnels.Select(tunnel => tunnel.Google))
        {
            if (end is not { Peer: { } peer, Router: { } router })
            {
                continue;
            }

            if (end.Announced.Count > AwsTakes)
            {
                yield return Found(peer, $"announces {end.Announced.Count} prefixes, of which AWS takes {AwsTakes}");
            }

            var listed = peer.Items("advertisedIpRanges").Count();
            listed = listed > 0 ? listed : router.Resource.Items("bgp.advertisedIpRanges").Count();
            if (listed > GoogleAnnounces)
            {
                yield return Found(peer, $"lists {listed} ranges, of which a session takes {GoogleAnnounces}");
            }
        }
    }
}
