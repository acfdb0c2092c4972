using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>How many routes, and how many of what carries them, both clouds take of a link.</summary>
public static class RouteLimits
{
    private static readonly Source CloudRouter = new("https://docs.cloud.google.com/network-connectivity/docs/router/quotas", new(2026, 11, 21));

    private static readonly Source LearnedRoutes = new(
        "https://docs.cloud.google.com/network-connectivity/docs/router/concepts/learned-routes", new(2026, 11, 20));

    private static readonly Source Vpn = new("https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html", new(2026, 11, 20));

    private static readonly Source Hub = new("https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html", new(2026, 11, 20));

    private static readonly Source DirectConnect = new("https://docs.aws.amazon.com/directconnect/latest/UserGuide/limits.html", new(2026, 11, 21));

    /// <summary>Different prefixes that the routers of a region keep of those they learn themselves. A quota, which can be raised.</summary>
    public static RouteLimit GoogleOwnRegion { get; } = new(250, CloudRouter);

    /// <summary>Different prefixes that a region of a globally routed network keeps of those that other regions learn.</summary>
    public static RouteLimit GoogleOtherRegions { get; } = new(250, CloudRouter);

    /// <summary>Prefixes from one BGP session of Cloud Router; beyond them it takes the session down.</summary>
    public static RouteLimit GoogleSession { get; } = new(5_000, LearnedRoutes);

    /// <summary>Ranges that a session of Cloud Router lists of its own.</summary>
    public static RouteLimit GoogleListed { get; } = new(200, CloudRouter);

    /// <summary>Prefixes that a VPN of a Transit Gateway takes; beyond them AWS takes the session down.</summary>
    public static RouteLimit VpnSession { get; } = new(1_000, Vpn);

    /// <summary>Prefixes that a transit virtual interface takes unless it asks for more; beyond them its session stays idle.</summary>
    public static RouteLimit TransitInterface { get; } = new(100, DirectConnect);

    /// <summary>Prefixes that a transit virtual interface can ask for.</summary>
    public static RouteLimit TransitInterfacePool { get; } = new(1_000, DirectConnect with
    {
        NotRead = "the number, which the provider's own check of prefixPoolAllocatedCountIpv4 and public notes give",
    });

    /// <summary>Prefixes that AWS announces for one hub by a Direct Connect gateway.</summary>
    public static RouteLimit AllowedPrefixes { get; } = new(200, DirectConnect);

    /// <summary>Prefixes that AWS takes from a transport of Google.</summary>
    public static RouteLimit Transport { get; } = new(
        1_000,
        new("https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/partner-cci-for-aws/provisioning-overview", new(2026, 11, 20))
        {
            NotRead = "the number, which public notes of the preview give",
        });

    /// <summary>Routes of a Transit Gateway, all its tables together.</summary>
    public static RouteLimit HubRoutes { get; } = new(10_000, Hub);

    /// <summary>Limits on how many resources of a type hang on the same other one. None of them can be raised, but for the tables.</summary>
    public static ImmutableArray<FanOutLimit> FanOut { get; } =
    [
        new("gcp:compute/router:Router", "network", "routers in one region", 5, CloudRouter) { IsPerRegion = true },
        new("gcp:compute/routerPeer:RouterPeer", "router", "BGP sessions", 128, CloudRouter),
        new("aws:ec2transitgateway/routeTable:RouteTable", "transitGatewayId", "route tables", 20, Hub),
        new("aws:directconnect/gatewayAssociation:GatewayAssociation", "associatedGatewayId", "Direct Connect gateways", 20, DirectConnect),
        new("aws:directconnect/gatewayAssociation:GatewayAssociation", "dxGatewayId", "Transit Gateways", 6, DirectConnect),
        new("aws:directconnect/transitVirtualInterface:TransitVirtualInterface", "dxGatewayId", "virtual interfaces", 30, DirectConnect),
    ];
}

/// <summary>A number of routes.</summary>
/// <param name="Count">The most there may be.</param>
/// <param name="Source">Where this was read.</param>
public sealed record RouteLimit(int Count, Source Source);

/// <summary>How many resources of a type may name the same other one.</summary>
/// <param name="Type">The type token of what is counted.</param>
/// <param name="Property">The input that names the other one.</param>
/// <param name="What">What is counted, in the plural.</param>
/// <param name="Count">The most there may be.</param>
/// <param name="Source">Where this was read.</param>
public sealed record FanOutLimit(string Type, string Property, string What, int Count, Source Source)
{
    /// <summary>Whether each region is counted by itself.</summary>
    public bool IsPerRegion { get; init; }
}
