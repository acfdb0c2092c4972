using System.Collections.Immutable;

namespace CrossCloudMesh.Values;

/// <summary>One tunnel of an HA VPN link, as both of its ends must see it.</summary>
/// <remarks>
/// Two connections of two tunnels. A connection of AWS ends at one interface of Google's gateway; Google knows the four endpoints of AWS by
/// the tunnels' numbers, and promises its availability for exactly this pairing.
/// Source: https://cloud.google.com/network-connectivity/docs/vpn/how-to/connect-ha-vpn-aws-peer-gateway, read 2026-11-20.
/// </remarks>
/// <param name="Number">0 to 3, which is also the endpoint's number in Google's record of the other side.</param>
/// <param name="Inside">The /30 that holds both ends' addresses in the tunnel.</param>
public sealed record LinkTunnel(int Number, Cidr Inside)
{
    /// <summary>How many tunnels a link has.</summary>
    public const int PerLink = 4;

    /// <summary>How many connections a link has.</summary>
    public const int Connections = 2;

    /// <summary>The connection it belongs to, 0 or 1, which is also the interface of Google's gateway.</summary>
    public int Connection => Number / Connections;

    /// <summary>AWS always has the first of the two hosts.</summary>
    public string AwsAddress => Host(1);

    /// <summary>The other end, be it Google's or a device's, has the second.</summary>
    public string PeerAddress => Host(2);

    /// <inheritdoc cref="PeerAddress"/>
    public string GoogleAddress => PeerAddress;

    /// <summary>The four tunnels of a link.</summary>
    /// <param name="inside">The range that they are cut from, /28 or larger.</param>
    public static ImmutableArray<LinkTunnel> Of(Cidr inside) =>
        [.. Enumerable.Range(0, PerLink).Select(number => new LinkTunnel(number, inside.Part(TunnelPlan.TunnelLength, number)))];

    private string Host(int index) => Inside.Part(32, index).ToString()[..^"/32".Length];
}
