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

    /// <summary>The link's end in a data centre, by key; null where it has none.</summary>
    public static KeyValuePair<string, OnPremisesSite>? DataCentreEnd(LinkSettings link, MeshSettings settings) => End<OnPremisesSite>(link, settings);

    /// <summary>The paths of a link, each with where it stands in the settings.</summary>
    public static IEnumerable<(string Path, LinkPathSettings Settings)> Paths(string key, LinkSettings link)
    {
        yield return ($"links.{key}.primary", link.Primary);
        if (link.Backup is { } backup)
        {
            yield return ($"links.{key}.backup", backup);
        }
    }

    /// <summary>The word by which settings name a kind of path.</summary>
    public static string WordOf(LinkPathSettings path) => path switch
    {
        HaVpnSettings => "haVpn",
        ManagedInterconnectSettings => "managedInterconnect",
        EncryptedInterconnectSettings => "encryptedInterconnect",
        CrossCloudInterconnectSettings => "crossCloudInterconnect",
        PartnerInterconnectSettings => "partnerInterconnect",
        TransitPeeringSettings => "transitPeering",
        OnPremisesSettings => "onPremises",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether it is a line of its own between the clouds, in front of a VPN.</summary>
    public static bool IsInterconnect(LinkPathSettings path) =>
        path is ManagedInterconnectSettings or PartnerInterconnectSettings or CrossCloudInterconnectSettings;

    /// <summary>Whether anything of the interconnect is there yet: what was ordered and is not delivered carries nothing.</summary>
    public static bool IsThere(LinkPathSettings interconnect) => interconnect switch
    {
        EncryptedInterconnectSettings cables => cables.Metros.All(metro => metro.Connections.All(port => port.Delivered)),
        CrossCloudInterconnectSettings cables => cables.Metros.Any(metro => metro.Connections.Any(port => port.Delivered)),
        PartnerInterconnectSettings partner => partner.First is not null || partner.Second is not null,
        _ => true,
    };

    /// <summary>The regions of AWS in which ports of one's own are, and so their metrics.</summary>
    public static IEnumerable<string> PortRegions(MeshSettings settings) => settings.Links.Values
        .Select(link => link.Primary)
        .OfType<CrossCloudInterconnectSettings>()
        .SelectMany(cables => cables.Metros)
        .Select(metro => metro.AwsRegion.ToString());

    /// <summary>The AS number of the path's Direct Connect gateway; null where it has none.</summary>
    public static Asn? GatewayOf(LinkPathSettings path) => path switch
    {
        ManagedInterconnectSettings managed => managed.GatewayAsn,
        CrossCloudInterconnectSettings cables => cables.GatewayAsn,
        PartnerInterconnectSettings partner => partner.GatewayAsn,
        _ => null,
    };

    /// <summary>The path's place in the plan of BGP sessions over cables; null where it has none.</summary>
    public static int? SlotOf(LinkPathSettings path) => path switch
    {
        CrossCloudInterconnectSettings cables => cables.Slot,
        PartnerInterconnectSettings partner => partner.Slot,
        _ => null,
    };

    /// <summary>The name of the secret that the path's keys are drawn from; null where it has no keys of ours.</summary>
    public static EntryKey? SecretOf(LinkPathSettings path) => path switch
    {
        VpnSettings vpn => vpn.Secret,
        CrossCloudInterconnectSettings cables => cables.Secret,
        PartnerInterconnectSettings partner => partner.Secret,
        _ => null,
    };

    /// <summary>What the insides of the path's tunnels are cut from; null where it has none.</summary>
    internal static TunnelSettings? InsideOf(LinkPathSettings path) => path switch
    {
        VpnSettings vpn => vpn.Inside,
        EncryptedInterconnectSettings encrypted => encrypted.Inside,
        _ => null,
    };

    /// <summary>Nodes and pods of a site: what others speak with. A Service's address means something inside its own cluster alone.</summary>
    public static ImmutableArray<Cidr> Reachable(SiteSettings site, AddressSettings plan) => site switch
    {
        AwsSite aws when SiteRanges.Of(aws, plan) is { } ranges => aws.PodRange is { } pods ? [ranges.Network, pods] : [ranges.Network],
        GcpSite gcp when SiteRanges.Of(gcp, plan) is { } ranges => [ranges.Nodes, ranges.Pods],
        OnPremisesSite dataCentre => dataCentre.Ranges,
        _ => [],
    };

    /// <summary>What data centres have that pass through a link.</summary>
    public static ImmutableArray<Cidr> Passing(string link, MeshSettings settings) =>
        [.. settings.Links.Values.Where(other => other.Through.Any(through => through.ToString() == link)).SelectMany(other => Beyond<OnPremisesSite>(other, settings))];

    /// <summary>What lies on Google Cloud beyond the links that a data centre passes through.</summary>
    public static ImmutableArray<Cidr> Passed(LinkSettings link, MeshSettings settings) =>
        [.. link.Through.SelectMany(through => Beyond<GcpSite>(settings.Links[through.ToString()], settings))];

    private static ImmutableArray<Cidr> Beyond<T>(LinkSettings link, MeshSettings settings)
        where T : SiteSettings => End<T>(link, settings) is { } end ? Reachable(end.Value, settings.Addresses) : [];

    /// <summary>What both ends of the VPN offer.</summary>
    public static IkeProposal ProposalOf(VpnCipher cipher) => cipher switch
    {
        VpnCipher.Aes256Gcm => IkeProposal.Gcm,
        VpnCipher.Aes256Cbc => IkeProposal.Cbc,
        _ => throw new UnreachableException(),
    };

    /// <summary>AWS's word for what a tunnel carries.</summary>
    public static string BandwidthOf(VpnBandwidth bandwidth) => bandwidth switch
    {
        VpnBandwidth.Standard => "standard",
        VpnBandwidth.Large => "large",
        _ => throw new UnreachableException(),
    };

    /// <summary>The largest packet that passes a tunnel of the VPN uncut, in bytes.</summary>
    public static int MtuBytesOf(VpnSettings vpn, LinkSettings link) => IsBoundByGoogle(vpn, link)
        ? VpnFacts.PathMtuBytes(ProposalOf(vpn.Cipher))
        : VpnFacts.DevicePathMtuBytes(ProposalOf(vpn.Cipher));

    /// <summary>What a tunnel of the VPN carries in each direction, in Mbit/s, at a packet size.</summary>
    public static int TunnelMbpsOf(VpnSettings vpn, LinkSettings link, int packetBytes) => IsBoundByGoogle(vpn, link)
        ? VpnFacts.TunnelMbps(BandwidthOf(vpn.Bandwidth), packetBytes)
        : VpnFacts.DeviceTunnelMbps(BandwidthOf(vpn.Bandwidth), packetBytes);

    /// <summary>Whether what passes the tunnels also passes an end on Google Cloud.</summary>
    private static bool IsBoundByGoogle(VpnSettings vpn, LinkSettings link) => vpn is HaVpnSettings || !link.Through.IsEmpty;

    /// <summary>How many tunnels are left of a link after any two independent failures: a connection goes with the one; with the other goes a
    /// tunnel, or the interconnect in front.</summary>
    public static int TunnelsAfterTwoFailures(LinkSettings link) => IsInterconnect(link.Primary) && IsThere(link.Primary) ? LinkTunnel.PerLink / LinkTunnel.Connections : 1;

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
