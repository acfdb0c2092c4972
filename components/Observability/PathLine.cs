using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Links;
using Pulumi;

namespace CrossCloudMesh.Observability;

/// <summary>A line over a part of a link or a hub, before its ids are known.</summary>
/// <param name="Shape">Everything but the ids.</param>
/// <param name="Dimensions">The dimensions, by name.</param>
internal sealed record PathLine(LinkLine Shape, ImmutableArray<(string Name, Output<string> Value)> Dimensions)
{
    /// <summary>The lines of a part.</summary>
    public static IEnumerable<PathLine> Of(string link, AwsLinkPoint point) => point switch
    {
        TunnelPoint tunnel =>
        [
            Line(link, point, "tunnels", "Minimum", "1 is up", CloudWatchMetrics.Vpn, "TunnelState", Of(tunnel)),
            Line(link, point, "into AWS", "Sum", "bytes per minute", CloudWatchMetrics.Vpn, "TunnelDataIn", Of(tunnel)),
            Line(link, point, "out of AWS", "Sum", "bytes per minute", CloudWatchMetrics.Vpn, "TunnelDataOut", Of(tunnel)),
        ],
        AttachmentPoint attachment =>
        [
            Line(link, point, "into the hub", "Sum", "bytes per minute", CloudWatchMetrics.Hub, "BytesIn", Of(attachment)),
            Line(link, point, "out of the hub", "Sum", "bytes per minute", CloudWatchMetrics.Hub, "BytesOut", Of(attachment)),
        ],
        PortPoint port => [Line(link, point, "cables", "Minimum", "1 is up", CloudWatchMetrics.Direct, "ConnectionState", [("ConnectionId", port.ConnectionId)])],
        InterfacePoint session =>
        [
            Line(link, point, "sessions", "Minimum", "1 is up", CloudWatchMetrics.Direct, "VirtualInterfaceBgpStatus", Of(session)),
            Line(link, point, "prefixes accepted", "Minimum", "prefixes", CloudWatchMetrics.Direct, "VirtualInterfaceBgpPrefixesAccepted", Of(session)),
        ],
        _ => [],
    };

    /// <summary>The lines of a hub.</summary>
    public static IEnumerable<PathLine> OfHub(string site, string region, Output<string> hub) =>
        new[] { ("no route", "PacketDropCountNoRoute"), ("blackhole", "PacketDropCountBlackhole") }.Select(drop => new PathLine(
            new($"{site} hub", region, "packets dropped", "Sum", "per minute", new(drop.Item1, CloudWatchMetrics.Hub, drop.Item2, [])), [("TransitGateway", hub)]));

    /// <summary>The line with its ids.</summary>
    public Output<LinkLine> Resolve() => Output.All(Dimensions.Select(dimension => (Input<string>)dimension.Value)).Apply(values => Shape with
    {
        Line = Shape.Line with { Dimensions = [.. Dimensions.Zip(values, (dimension, value) => (dimension.Name, value))] },
    });

    private static PathLine Line(
        string link, AwsLinkPoint point, string title, string statistic, string unit, string space, string metric, ImmutableArray<(string, Output<string>)> dimensions) =>
        new(new(link, point.Region, title, statistic, unit, new(point.Name, space, metric, [])), dimensions);

    private static ImmutableArray<(string, Output<string>)> Of(TunnelPoint tunnel) => [("VpnId", tunnel.ConnectionId), ("TunnelIpAddress", tunnel.Address)];

    private static ImmutableArray<(string, Output<string>)> Of(AttachmentPoint attachment) =>
        [("TransitGateway", attachment.HubId), ("TransitGatewayAttachment", attachment.AttachmentId)];

    private static ImmutableArray<(string, Output<string>)> Of(InterfacePoint session) =>
        [("ConnectionId", session.ConnectionId), ("VirtualInterfaceId", session.InterfaceId), ("IpAddressFamily", Output.Create("ipv4"))];
}

/// <summary>A line over a part of a link or a hub.</summary>
/// <param name="Link">The link or the hub.</param>
/// <param name="Region">The region that measures it.</param>
/// <param name="Title">What is shown; lines of one title share a chart.</param>
/// <param name="Statistic">How samples of a period become one.</param>
/// <param name="Unit">What the axis counts.</param>
/// <param name="Line">The metric.</param>
internal sealed record LinkLine(string Link, string Region, string Title, string Statistic, string Unit, MetricLine Line);
