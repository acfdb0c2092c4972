using System.Globalization;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>What a VLAN between the two clouds carries.</summary>
/// <remarks>
/// Written down here and not taken from what makes the links. Sources: https://cloud.google.com/network-connectivity/docs/interconnect/quotas
/// with https://www.pulumi.com/registry/packages/gcp/api-docs/compute/interconnectattachment/ (rates, Google's packets) and
/// https://docs.aws.amazon.com/directconnect/latest/UserGuide/set-jumbo-frames-vif.html (AWS's packets), read 2026-11-20. Ports that carry
/// several attachments, and what a single flow may take of them, are not reckoned with.
/// </remarks>
internal static class VlanLimits
{
    private const string RatePrefix = "BPS_";
    private const int MbpsPerGbps = 1000;

    /// <summary>What a dedicated attachment has that says nothing else.</summary>
    private const int DefaultMbps = 10_000;

    private const int DefaultAwsBytes = 1500;
    private const int DefaultGoogleBytes = 1440;

    /// <summary>What a hub passes on to Direct Connect.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html, read 2026-11-20.</remarks>
    public const int HubBytes = 8500;

    /// <summary>In Mbit/s each way. A partner sets the rate of its attachments: what nobody says counts as nothing.</summary>
    public static int Mbps(VlanAttachment google) => Rate(google.Resource.Text("bandwidth")) ?? google.StatedMbps ?? (google.IsPartner ? 0 : DefaultMbps);

    /// <summary>In Mbit/s, of <c>BPS_500M</c> or <c>BPS_10G</c>; null where the text is no such thing.</summary>
    public static int? Rate(string? text)
    {
        if (text is null || !text.StartsWith(RatePrefix, StringComparison.Ordinal)
            || !int.TryParse(text.AsSpan(RatePrefix.Length, text.Length - RatePrefix.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return text[^1] switch { 'G' => number * MbpsPerGbps, 'M' => number, _ => null };
    }

    /// <summary>The largest packet, in bytes.</summary>
    public static int MtuBytes(VirtualInterface aws, VlanAttachment google) => new[]
    {
        Bytes(aws.Resource) ?? DefaultAwsBytes,
        Bytes(google.Resource) ?? DefaultGoogleBytes,
        google.Router?.Network.MtuBytes ?? HubBytes,
        HubBytes,
    }.Min();

    /// <summary>Google writes it as text.</summary>
    private static int? Bytes(PlannedResource resource) =>
        VpcReader.Count(resource, "mtu") ?? (int.TryParse(resource.Text("mtu"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null);
}
