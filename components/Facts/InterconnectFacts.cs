using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>What AWS and Google document about private connections between them: words, packet sizes, numbers and limits.</summary>
public static class InterconnectFacts
{
    private const string Google = "https://docs.cloud.google.com/network-connectivity/docs/interconnect/";

    private const int InternetGatewayMtuBytes = 1460;

    private static readonly DateOnly ReadOn = new(2026, 11, 21);

    private static readonly Source Words = new("https://www.pulumi.com/registry/packages/gcp/api-docs/compute/interconnect/", ReadOn)
    {
        NotRead = "which of the speeds a location has free: only its two clouds tell, at the time of the order",
    };

    /// <summary>What is sold, with each cloud's words for it.</summary>
    public static ImmutableArray<InterconnectSpeed> Speeds { get; } =
    [
        new(10, "10Gbps", "LINK_TYPE_ETHERNET_10G_LR", "BPS_10G", Words),
        new(100, "100Gbps", "LINK_TYPE_ETHERNET_100G_LR", "BPS_100G", Words),
        new(400, "400Gbps", "LINK_TYPE_ETHERNET_400G_LR4", "BPS_400G", Words),
    ];

    /// <summary>The layouts, with what Google promises of each, in Google's word and in percent of the time.</summary>
    public static ImmutableArray<InterconnectLayout> Layouts { get; } =
    [
        new(InterconnectTopology.OneMetro, 1, "PRODUCTION_NON_CRITICAL", 99.9m, new(Google + "tutorials/dedicated-creating-999-availability", ReadOn)
        {
            NotRead = "the page itself: the HA VPN over Interconnect page repeats the promise",
        }),
        new(InterconnectTopology.TwoMetros, 2, "PRODUCTION_CRITICAL", 99.99m, new(Google + "tutorials/dedicated-creating-9999-availability", ReadOn)),
    ];

    /// <summary>Google's ids of VLANs; AWS would take 1 as well.</summary>
    /// <remarks>Source: https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/configure-google-resources, read 2026-11-21.</remarks>
    public const int FirstVlan = 2;

    /// <inheritdoc cref="FirstVlan"/>
    public const int LastVlan = 4094;

    /// <summary>Edge availability domains of a metropolitan area: Google never works on both at a time.</summary>
    /// <remarks>Source: https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/choose-locations, read 2026-11-21.</remarks>
    public const int Domains = 2;

    /// <summary>The largest packet of a transit virtual interface, in bytes; a Transit Gateway carries no larger one either.</summary>
    /// <remarks>Source: https://www.pulumi.com/registry/packages/aws/api-docs/directconnect/transitvirtualinterface/, read 2026-11-21.</remarks>
    public const int AwsMtuBytes = 8500;

    /// <summary>The largest packet of a VLAN attachment, in bytes. What Google's network carries is set at the network.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/concepts/overview, read 2026-11-20.</remarks>
    public const int GoogleMtuBytes = 8896;

    /// <summary>What every partner carries, in bytes.</summary>
    public const int PartnerMtuBytes = 1500;

    /// <summary>Milliseconds between two signs of life of BFD, Google's shortest. AWS answers at 300, so it is Google's that counts.</summary>
    /// <remarks>Sources: https://cloud.google.com/python/docs/reference/compute/latest/google.cloud.compute_v1.types.RouterBgpPeerBfd and
    /// the hybrid-multicloud page of https://github.com/aws/aws-networking-best-practices, read 2026-11-21. That it works over Cross-Cloud
    /// Interconnect is written nowhere: where it does not, BGP's own timers remain.</remarks>
    public const int BfdMilliseconds = 1000;

    /// <summary>How many of them must be missed, Google's fewest: a dead connection is left after five seconds.</summary>
    public const int BfdMultiplier = 5;

    /// <summary>How many prefixes AWS takes over a transit virtual interface, unless more are asked for.</summary>
    public static InterconnectLimit PrefixesToAws { get; } = new(100, new("https://docs.aws.amazon.com/directconnect/latest/UserGuide/limits.html", ReadOn)
    {
        NotRead = "the page itself: the number is that of public notes on it. Since 2026-08 up to 1,000 can be asked for",
    });

    /// <summary>The AS number that a router of Partner Interconnect must have.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/router/how-to/configuring-bgp, read 2026-11-20.</remarks>
    public const int PartnerAsn = 16550;

    /// <summary>How long a partner can use a pairing key, in days.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/quotas, read 2026-11-20.</remarks>
    public const int PairingKeyDays = 28;

    /// <summary>How many keys of MACsec AWS keeps for a connection; Google keeps five.</summary>
    /// <remarks>Sources: https://docs.aws.amazon.com/directconnect/latest/UserGuide/MACsec.html and
    /// https://cloud.google.com/network-connectivity/docs/interconnect/how-to/macsec/rotate-macsec-keys, read 2026-11-21.</remarks>
    public const int MacsecKeys = 3;

    /// <summary>How long after one key of MACsec the next may begin, in hours.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/how-to/macsec/rotate-macsec-keys, read 2026-11-21.</remarks>
    public const int MacsecHoursBetweenKeys = 6;

    /// <summary>What an HA VPN gateway carries over an interconnect, in bytes; over the internet it is 1460.</summary>
    /// <remarks>Source: https://docs.cloud.google.com/network-connectivity/docs/interconnect/concepts/ha-vpn-interconnect, read 2026-11-21.</remarks>
    public const int EncryptedGatewayMtuBytes = 1440;

    /// <summary>What is left of a packet in an encrypted tunnel, in bytes: 20 less than over the internet, on Google's side the smaller.</summary>
    public static int EncryptedMtuBytes(IkeProposal proposal) =>
        Math.Min(VpnFacts.WordsOf(proposal.Cipher).AwsMtuBytes, VpnFacts.WordsOf(proposal.Cipher).GoogleMtuBytes - (InternetGatewayMtuBytes - EncryptedGatewayMtuBytes));

    /// <summary>The largest packet that passes a dedicated connection uncut, in bytes.</summary>
    /// <param name="networkMtuBytes">What the network on Google Cloud carries.</param>
    public static int PathMtuBytes(int networkMtuBytes) => Math.Min(networkMtuBytes, Math.Min(AwsMtuBytes, GoogleMtuBytes));

    /// <summary>The row of a speed, or null where it is not sold.</summary>
    /// <param name="gbps">In Gbit/s.</param>
    public static InterconnectSpeed? SpeedOf(int gbps) => Speeds.FirstOrDefault(row => row.Gbps == gbps);

    /// <summary>The row of a layout.</summary>
    public static InterconnectLayout LayoutOf(InterconnectTopology topology) => Layouts.First(row => row.Topology == topology);
}

/// <summary>A speed that both clouds sell.</summary>
/// <param name="Gbps">In Gbit/s.</param>
/// <param name="Aws">AWS's word for it.</param>
/// <param name="GoogleLink">Google's word for the port.</param>
/// <param name="GoogleAttachment">Google's word for a VLAN attachment that has all of it.</param>
/// <param name="Source">Where this was read.</param>
public sealed record InterconnectSpeed(int Gbps, string Aws, string GoogleLink, string GoogleAttachment, Source Source);

/// <summary>A layout of an interconnect.</summary>
/// <param name="Topology">The layout.</param>
/// <param name="Metros">How many metropolitan areas it needs, each with a connection in both edge availability domains.</param>
/// <param name="GoogleWord">Google's word for the promise.</param>
/// <param name="Percent">Of the time that it is available; Google speaks for its own side alone.</param>
/// <param name="Source">Where this was read.</param>
public sealed record InterconnectLayout(InterconnectTopology Topology, int Metros, string GoogleWord, decimal Percent, Source Source);
