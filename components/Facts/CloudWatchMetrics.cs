using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What AWS measures of the ways between sites.</summary>
public static class CloudWatchMetrics
{
    public const string Vpn = "AWS/VPN";

    public const string Hub = "AWS/TransitGateway";

    public const string Direct = "AWS/DX";

    public const string Eks = "AWS/EKS";

    private static readonly DateOnly ReadOn = new(2026, 11, 20);

    private static readonly Source VpnPage = new("https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-cloudwatch-vpn.html", ReadOn)
    {
        NotRead = "the page itself: AWS's own agent toolkit of 2026-08, which describes the same metrics",
    };

    private static readonly Source HubPage = new("https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html", ReadOn);

    private static readonly Source DirectPage = new("https://docs.aws.amazon.com/directconnect/latest/UserGuide/monitoring-cloudwatch.html", ReadOn);

    private static readonly Source EksPage = new("https://docs.aws.amazon.com/eks/latest/userguide/cloudwatch.html", ReadOn)
    {
        NotRead = "the page itself: what others quote of it",
    };

    /// <summary>All rows. AWS Interconnect has none: no page that was found names a namespace for it.</summary>
    public static ImmutableArray<WatchedMetric> All { get; } =
    [
        WatchedMetric.Row(Vpn, "TunnelState", "1", VpnPage, "VpnId", "VpnId TunnelIpAddress"),
        WatchedMetric.Row(Vpn, "TunnelDataIn", "bytes", VpnPage, "VpnId", "VpnId TunnelIpAddress"),
        WatchedMetric.Row(Vpn, "TunnelDataOut", "bytes", VpnPage, "VpnId", "VpnId TunnelIpAddress"),
        .. OfHub("BytesIn", "bytes"),
        .. OfHub("BytesOut", "bytes"),
        .. OfHub("PacketDropCountBlackhole", "packets"),
        .. OfHub("PacketDropCountNoRoute", "packets"),
        WatchedMetric.Row(Direct, "ConnectionState", "1", DirectPage, "ConnectionId"),
        WatchedMetric.Row(Direct, "VirtualInterfaceBgpStatus", "1", DirectPage, "ConnectionId VirtualInterfaceId IpAddressFamily"),
        WatchedMetric.Row(Direct, "VirtualInterfaceBgpPrefixesAccepted", "prefixes", DirectPage, "ConnectionId VirtualInterfaceId IpAddressFamily"),
        WatchedMetric.Row(Eks, "apiserver_request_total_5XX", "calls", EksPage, "ClusterName"),
        WatchedMetric.Row(Eks, "scheduler_schedule_attempts_UNSCHEDULABLE", "pods", EksPage, "ClusterName"),
    ];

    /// <summary>The row of a metric; null where there is none.</summary>
    public static WatchedMetric? Find(string space, string name) => All.FirstOrDefault(metric => metric.Namespace == space && metric.Name == name);

    private static IEnumerable<WatchedMetric> OfHub(string name, string unit) =>
        [WatchedMetric.Row(Hub, name, unit, HubPage, "TransitGateway", "TransitGateway TransitGatewayAttachment")];
}
