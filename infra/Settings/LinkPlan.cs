using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of a link: the one place where they become sites, ranges and proposals.</summary>
public static class LinkPlan
{
    /// <summary>The link's end on AWS, by key; null where it has none.</summary>
    public static KeyValuePair<string, AwsSite>? AwsEnd(LinkSettings link, MeshSettings settings) => End<AwsSite>(link, settings);

    /// <summary>The link's end on Google Cloud, by key; null where it has none.</summary>
    public static KeyValuePair<string, GcpSite>? GoogleEnd(LinkSettings link, MeshSettings settings) => End<GcpSite>(link, settings);

    /// <summary>Nodes and pods of a site: what others speak with. A Service's address means something inside its own cluster alone.</summary>
    public static ImmutableArray<Cidr> Reachable(SiteSettings site, AddressSettings plan) => site switch
    {
        AwsSite aws when SiteRanges.Of(aws, plan) is { } ranges => aws.PodRange is { } pods ? [ranges.Network, pods] : [ranges.Network],
        GcpSite gcp when SiteRanges.Of(gcp, plan) is { } ranges => [ranges.Nodes, ranges.Pods],
        _ => [],
    };

    /// <summary>What both ends of the VPN offer.</summary>
    public static IkeProposal ProposalOf(HaVpnSettings vpn) => vpn.Cipher switch
    {
        HaVpnCipher.Aes256Gcm => IkeProposal.Gcm,
        HaVpnCipher.Aes256Cbc => IkeProposal.Cbc,
        _ => throw new UnreachableException(),
    };

    /// <summary>AWS's word for what a tunnel carries.</summary>
    public static string BandwidthOf(HaVpnSettings vpn) => vpn.Bandwidth switch
    {
        HaVpnBandwidth.Standard => "standard",
        HaVpnBandwidth.Large => "large",
        _ => throw new UnreachableException(),
    };

    /// <summary>What the VPN carries after any two independent failures, in Mbit/s: one connection is down, and one tunnel of the other.</summary>
    public static int MbpsAfterTwoFailures(HaVpnSettings vpn, int packetBytes) => VpnFacts.TunnelMbps(BandwidthOf(vpn), packetBytes);

    private static KeyValuePair<string, T>? End<T>(LinkSettings link, MeshSettings settings)
        where T : SiteSettings
    {
        foreach (var key in link.Sites)
        {
            if (settings.Sites.GetValueOrDefault(key.ToString()) is T site)
            {
                return KeyValuePair.Create(key.ToString(), site);
            }
        }

        return null;
    }
}
