using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>What AWS and Google document about a VPN between them: the words for a proposal, packet sizes, ranges and numbers they refuse.</summary>
public static class VpnFacts
{
    private static readonly Source AwsTunnels = new("https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html", new(2026, 11, 20));

    private static readonly Source AwsRegional = new("https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html", new(2026, 11, 20))
    {
        NotRead = "the page itself: the numbers are those that public notes on it list",
    };

    private static readonly Source Mtus = new("https://cloud.google.com/network-connectivity/docs/vpn/concepts/mtu-considerations", new(2026, 11, 20));

    /// <summary>One row per cipher, with each cloud's word for it and the largest packet that fits into a tunnel.</summary>
    /// <remarks>
    /// Google's words, and that it refuses a digest beside GCM:
    /// https://github.com/terraform-google-modules/terraform-google-vpn/pull/202; those for CBC: the modules/net-vpn-dynamic page of
    /// https://github.com/GoogleCloudPlatform/cloud-foundation-fabric, read 2026-11-21. AWS's packet sizes:
    /// https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html, read 2026-11-20.
    /// </remarks>
    public static ImmutableArray<IkeWords> Ciphers { get; } =
    [
        new(IkeCipher.Aes256Gcm, "AES256-GCM-16", "AES-GCM-16-256", GoogleIntegrity: null, AwsMtuBytes: 1446, GoogleMtuBytes: 1406, Mtus),
        new(IkeCipher.Aes256Cbc, "AES256", "AES-CBC-256", GoogleIntegrity: "HMAC-SHA2-256-128", AwsMtuBytes: 1438, GoogleMtuBytes: 1390, Mtus),
    ];

    /// <summary>The digest, in the word of AWS, which wants one even beside a cipher that has its own.</summary>
    public const string AwsIntegrity = "SHA2-256";

    /// <summary>The pseudorandom function, in the word of Google; AWS derives its own from the digest.</summary>
    public const string GooglePrf = "PRF-HMAC-SHA2-256";

    /// <summary>Diffie-Hellman groups that both clouds take in both phases: AWS has no 31, Google no 17.</summary>
    /// <remarks>Source: the pages of <see cref="Ciphers"/>, and
    /// https://cloud.google.com/network-connectivity/docs/vpn/concepts/supported-ike-ciphers, read 2026-11-20.</remarks>
    public static ImmutableArray<int> CommonGroups { get; } = [14, 15, 16, 18, 19, 20, 21];

    /// <summary>The words for a cipher.</summary>
    public static IkeWords WordsOf(IkeCipher cipher) => Ciphers.First(row => row.Cipher == cipher);

    /// <summary>Google's word for a group: <c>Group-20</c>.</summary>
    public static string GoogleGroup(int group) => $"Group-{group}";

    /// <summary>The largest packet that passes a tunnel uncut, in bytes: the smaller of what the two ends carry.</summary>
    public static int PathMtuBytes(IkeProposal proposal) =>
        WordsOf(proposal.Cipher).PathMtuBytes;

    /// <summary>The largest packet that AWS puts into a tunnel to anybody's device, in bytes, as long as no address is translated on the
    /// way: that takes 8 to 16 more.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html, read 2026-11-20.</remarks>
    public static int DevicePathMtuBytes(IkeProposal proposal) => WordsOf(proposal.Cipher).AwsMtuBytes;

    /// <summary>Ranges inside 169.254.0.0/16 that no tunnel can have.</summary>
    public static ImmutableArray<ReservedRange> InsideRanges { get; } =
    [
        .. Enumerable.Range(0, 6).Select(third => Reserved($"169.254.{third}.0/30", "AWS", "it keeps it for itself and refuses the connection")),
        Reserved("169.254.169.252/30", "AWS", "it keeps it for itself and refuses the connection"),
        Reserved("169.254.169.254/32", "both clouds", "their metadata services answer there"),
        Reserved("169.254.170.23/32", "EKS", "Pod Identity answers there"),
    ];

    /// <summary>AS numbers that a customer gateway cannot have, though nothing is wrong with them elsewhere.</summary>
    public static ImmutableArray<RefusedAsn> RefusedAsns { get; } =
    [
        new(7224, Region: null, AwsRegional),
        new(9059, "eu-west-1", AwsRegional),
        new(10124, "ap-northeast-1", AwsRegional),
        new(17943, "ap-southeast-1", AwsRegional),
    ];

    /// <summary>The private AS numbers of 16 bits. Those of 32 bits do not fit into the SDK for Google Cloud. Source: RFC 6996.</summary>
    public const int FirstPrivateAsn = 64512;

    /// <inheritdoc cref="FirstPrivateAsn"/>
    public const int LastPrivateAsn = 65534;

    /// <summary>Regions of AWS whose tunnels cannot be large.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html, read 2026-11-20.</remarks>
    public static ImmutableSortedSet<string> RegionsWithoutLargeTunnels { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal, "ap-southeast-4", "ca-west-1", "eu-central-2", "il-central-1", "me-central-1");

    /// <summary>By AWS's word for it, what a tunnel carries.</summary>
    public static ImmutableArray<TunnelCapacity> Capacities { get; } =
    [
        new("standard", 1250, 140_000, AwsTunnels),
        new("large", 5000, 400_000, AwsTunnels with { NotRead = "the packets per second, which a public note gives" }),
    ];

    /// <summary>How many packets a second Google takes in a tunnel, both directions together.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/vpn/quotas, read 2026-11-20.</remarks>
    public const int GooglePacketsPerSecond = 250_000;

    /// <summary>What one tunnel carries in each direction, in Mbit/s, at a packet size: the least of bandwidth and packet rates of both
    /// ends, with Google's rate shared evenly by the two directions.</summary>
    public static int TunnelMbps(string bandwidth, int packetBytes)
    {
        var capacity = Capacities.First(row => row.Bandwidth == bandwidth);
        var packets = Math.Min(capacity.PacketsPerSecond, GooglePacketsPerSecond / 2);
        return (int)Math.Min(capacity.Mbps, (long)packets * packetBytes * 8 / 1_000_000);
    }

    /// <summary>The same of a tunnel to anybody's device, whose own rate nobody here knows: what AWS lets it carry.</summary>
    public static int DeviceTunnelMbps(string bandwidth, int packetBytes)
    {
        var capacity = Capacities.First(row => row.Bandwidth == bandwidth);
        return (int)Math.Min(capacity.Mbps, (long)capacity.PacketsPerSecond * packetBytes * 8 / 1_000_000);
    }

    private static ReservedRange Reserved(string range, string keeper, string effect) =>
        new(Cidr.Parse(range)!.Value, keeper, effect, AwsTunnels);
}

/// <summary>What the clouds call a cipher, and how large a packet fits into it.</summary>
/// <param name="Cipher">The cipher.</param>
/// <param name="Aws">Its name among AWS's algorithms, of both phases.</param>
/// <param name="Google">Its name among Google's, of both phases.</param>
/// <param name="GoogleIntegrity">Google's word for its digest; null where the cipher has its own, and a digest beside it is refused.</param>
/// <param name="AwsMtuBytes">The largest packet that AWS puts into it.</param>
/// <param name="GoogleMtuBytes">The largest packet that Google puts into it, its gateway's own limit being 1460.</param>
/// <param name="Source">Where Google's size was read.</param>
public sealed record IkeWords(
    IkeCipher Cipher, string Aws, string Google, string? GoogleIntegrity, int AwsMtuBytes, int GoogleMtuBytes, Source Source)
{
    internal int PathMtuBytes => Math.Min(AwsMtuBytes, GoogleMtuBytes);
}

/// <summary>An AS number that AWS refuses for a customer gateway.</summary>
/// <param name="Asn">The number.</param>
/// <param name="Region">Where it does; null where it does everywhere.</param>
/// <param name="Source">Where this was read.</param>
public sealed record RefusedAsn(int Asn, string? Region, Source Source);

/// <summary>What a tunnel of AWS carries.</summary>
/// <param name="Bandwidth">AWS's word for it.</param>
/// <param name="Mbps">In Mbit/s.</param>
/// <param name="PacketsPerSecond">In packets.</param>
/// <param name="Source">Where this was read.</param>
public sealed record TunnelCapacity(string Bandwidth, int Mbps, int PacketsPerSecond, Source Source);
