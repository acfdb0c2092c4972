using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>
/// What AWS Interconnect and Google's Partner Cross-Cloud Interconnect offer together: pairs of regions, bandwidths, limits, packet sizes.
/// </summary>
public static class InterconnectPairs
{
    private static readonly Source Availability = new(
        "https://docs.aws.amazon.com/interconnect/latest/userguide/region-availability.html", new(2026, 11, 21));

    private static readonly Source Steps = new(
        "https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/partner-cci-for-aws/provisioning-overview",
        new(2026, 11, 20));

    private static readonly Source Overview = new(
        "https://docs.cloud.google.com/network-connectivity/docs/interconnect/concepts/partner-cci-for-aws-overview", new(2026, 11, 21));

    private static readonly Source Hub = new(
        "https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html", new(2026, 11, 21));

    private static readonly Source HubQuotas = new(
        "https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html", new(2026, 11, 20));

    private static readonly Source Sizes = Overview with
    {
        NotRead = "which steps from 1 to 100 Gbit/s there are: the page names the ends, and these are the four that public notes of"
            + " 2026-09-21 quote from Google's price list",
    };

    /// <summary>The service of Google Cloud that a project must have enabled.</summary>
    public const string Api = "networkconnectivity.googleapis.com";

    /// <summary>Each region of AWS with the region of Google Cloud that it leads to, in the order of AWS's names.</summary>
    public static ImmutableArray<InterconnectPair> All { get; } =
    [
        new("ap-southeast-1", "asia-southeast1", Availability),
        new("eu-central-1", "europe-west3", Availability),
        new("eu-west-2", "europe-west2", Availability),
        new("us-east-1", "us-east4", Availability),
        new("us-west-1", "us-west2", Availability),
        new("us-west-2", "us-west1", Availability),
    ];

    /// <summary>The bandwidths that are sold in every pair, the smallest first.</summary>
    public static ImmutableArray<InterconnectBandwidth> Bandwidths { get; } =
    [
        new(1_000, "BPS_1G", Sizes),
        new(5_000, "BPS_5G", Sizes),
        new(10_000, "BPS_10G", Sizes),
        new(100_000, "BPS_100G", Sizes),
    ];

    /// <summary>How many transports a project of Google Cloud has in a region before it asks for more.</summary>
    public static InterconnectLimit TransportsPerRegion { get; } = new(1, Overview);

    /// <summary>How many prefixes AWS announces for one Transit Gateway: the most that its association may name.</summary>
    public static InterconnectLimit AllowedPrefixes { get; } = new(200, HubQuotas);

    /// <summary>How many IPv4 prefixes AWS takes from Google.</summary>
    public static InterconnectLimit GooglePrefixes { get; } = new(1_000, Steps with
    {
        NotRead = "the number, which public notes of the preview give",
    });

    /// <summary>The largest packet in the network that Google peers with ours, in bytes.</summary>
    public static InterconnectLimit TransportMtuBytes { get; } = new(8_896, new(
        "https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/partner-cci-for-aws/create-connections-gcp-to-aws",
        new(2026, 11, 21)));

    /// <summary>The largest packet that a Transit Gateway passes to and from Direct Connect, in bytes.</summary>
    public static InterconnectLimit HubMtuBytes { get; } = new(8_500, Hub);

    /// <summary>The pair of these two regions; null where they are none.</summary>
    public static InterconnectPair? Find(string awsRegion, string googleRegion) =>
        All.FirstOrDefault(pair => pair.AwsRegion == awsRegion && pair.GoogleRegion == googleRegion);

    /// <summary>The bandwidth of so many Mbit/s; null where none is sold.</summary>
    public static InterconnectBandwidth? BandwidthOf(int mbps) => Bandwidths.FirstOrDefault(row => row.Mbps == mbps);

    /// <summary>
    /// The largest packet that passes uncut, in bytes: the least of what the hub, the transport and Google's network carry. Whatever is
    /// larger is lost without a word, and Google asks for the lowest common size on both sides.
    /// </summary>
    /// <param name="networkMtuBytes">What the site's network on Google Cloud carries.</param>
    public static int PathMtuBytes(int networkMtuBytes) =>
        Math.Min(networkMtuBytes, Math.Min(TransportMtuBytes.Value, HubMtuBytes.Value));
}

/// <summary>Two regions that an interconnect joins.</summary>
/// <param name="AwsRegion">The region of AWS; through a Transit Gateway no other one is reached.</param>
/// <param name="GoogleRegion">The region of Google Cloud.</param>
/// <param name="Source">Where this was read.</param>
public sealed record InterconnectPair(string AwsRegion, string GoogleRegion, Source Source)
{
    /// <summary>Google's name for the other end, a path with a project.</summary>
    /// <remarks>
    /// A profile is named by its provider and the provider's region. Source:
    /// https://docs.cloud.google.com/network-connectivity/docs/reference/networkconnectivity/rest/v1beta/projects.locations.remoteTransportProfiles,
    /// read 2026-11-21.
    /// </remarks>
    public string RemoteProfile(string project) =>
        $"https://{InterconnectPairs.Api}/v1/projects/{project}/locations/{GoogleRegion}/remoteTransportProfiles/aws-{AwsRegion}";
}

/// <summary>A bandwidth that is sold.</summary>
/// <param name="Mbps">In Mbit/s.</param>
/// <param name="Google">Google's word for it.</param>
/// <param name="Source">Where this was read.</param>
public sealed record InterconnectBandwidth(int Mbps, string Google, Source Source);

/// <summary>A number that an interconnect must stay within.</summary>
/// <param name="Value">The most there may be.</param>
/// <param name="Source">Where this was read.</param>
public sealed record InterconnectLimit(int Value, Source Source);
