using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Links;

/// <summary>What an interconnect that the two clouds run together asks for, each rule with the path that its caller knows it by.</summary>
public static class InterconnectRules
{
    /// <summary>The two regions are a pair.</summary>
    public static Fault? Regions(string path, string awsRegion, string googleRegion)
    {
        if (InterconnectPairs.Find(awsRegion, googleRegion) is not null)
        {
            return null;
        }

        var other = InterconnectPairs.All.FirstOrDefault(pair => pair.AwsRegion == awsRegion);
        return new(
            path,
            other is null
                ? $"must begin in a region of AWS that has an interconnect: {string.Join(", ", InterconnectPairs.All.Select(pair => pair.AwsRegion))}"
                : $"must lead from {awsRegion} to {other.GoogleRegion}, the one region of Google Cloud that it is paired with",
            $"{awsRegion} and {googleRegion}",
            "choose sites in a pair of regions, or join them by a VPN");
    }

    /// <summary>The bandwidth is one that is sold.</summary>
    public static Fault? Bandwidth(string path, int mbps) => InterconnectPairs.BandwidthOf(mbps) is not null ? null : new(
        path,
        $"must be one that both clouds sell: {string.Join(", ", InterconnectPairs.Bandwidths.Select(row => row.Mbps))} Mbit/s",
        mbps.ToString(),
        "choose the next larger one");

    /// <summary>The gateway's number is private, and not that of the hub, which AWS would not join to it.</summary>
    public static Fault? GatewayNumber(string path, int gatewayAsn, int hubAsn)
    {
        if (gatewayAsn is < VpnFacts.FirstPrivateAsn or > VpnFacts.LastPrivateAsn)
        {
            return new(path, $"must be a private AS number from {VpnFacts.FirstPrivateAsn} to {VpnFacts.LastPrivateAsn}", gatewayAsn.ToString());
        }

        return gatewayAsn != hubAsn ? null : new(
            path, "must differ from that of the hub, or AWS refuses to join the two", gatewayAsn.ToString(), "choose another");
    }

    /// <summary>AWS announces both halves of each of its ranges, and has room for all of them.</summary>
    public static Fault? AwsRanges(string path, ImmutableArray<Cidr> ranges)
    {
        var most = InterconnectPairs.AllowedPrefixes.Value;
        var announced = PreferredRanges.Of(ranges).Length;
        return announced <= most ? null : new(
            path,
            $"must be at most {most / 2} ranges: AWS announces both halves of each, and at most {most} prefixes for a hub",
            ranges.Length.ToString(),
            "use fewer, larger ranges");
    }

    /// <summary>AWS takes all ranges of Google Cloud.</summary>
    public static Fault? GoogleRanges(string path, ImmutableArray<Cidr> ranges) =>
        ranges.Length <= InterconnectPairs.GooglePrefixes.Value ? null : new(
            path,
            $"must be at most {InterconnectPairs.GooglePrefixes.Value} ranges, which is what AWS takes from Google",
            ranges.Length.ToString(),
            "use fewer, larger ranges");

    /// <summary>Packets of that size pass uncut.</summary>
    /// <param name="path">Where the size of packets stands.</param>
    /// <param name="packetBytes">The largest packet that is sent.</param>
    /// <param name="networkMtuBytes">What the site's network on Google Cloud carries.</param>
    public static Fault? Packets(string path, int packetBytes, int networkMtuBytes)
    {
        var largest = InterconnectPairs.PathMtuBytes(networkMtuBytes);
        return packetBytes <= largest ? null : new(
            path,
            $"must be at most {largest}, which is what hub, transport and the network on Google Cloud all carry uncut",
            packetBytes.ToString(),
            "send smaller packets: larger ones are lost without a word");
    }

    /// <summary>The traffic fits.</summary>
    public static Fault? Demand(string path, int demandedMbps, int bandwidthMbps) => demandedMbps <= bandwidthMbps ? null : new(
        path, $"must be at most {bandwidthMbps}, the bandwidth of the interconnect", demandedMbps.ToString(), "demand less, or order more");

    /// <summary>The project has one transport in that region, and no second link may ask for another.</summary>
    /// <param name="path">The later of the two links.</param>
    /// <param name="earlier">The path of the link that has the transport; null where there is none yet.</param>
    /// <param name="googleRegion">The region that both end in.</param>
    public static Fault? OneTransport(string path, string? earlier, string googleRegion) => earlier is null ? null : new(
        path,
        $"must be the only managed interconnect that ends in {googleRegion}, where a project has {InterconnectPairs.TransportsPerRegion.Value}, and {earlier} is one",
        googleRegion,
        "join the second pair of sites by a VPN");
}
