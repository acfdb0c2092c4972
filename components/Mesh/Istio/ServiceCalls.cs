using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using Pulumi;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What callers' proxies are told of a service. Nothing is left to a default of Istio's, save what it has no word for.</summary>
/// <remarks>Source: pilot/pkg/networking/core of https://github.com/istio/istio at 1.31.0-rc.0, read 2026-11-20.</remarks>
internal static class ServiceCalls
{
    /// <summary>The label of an endpoint that says which cluster's network it is in; here, which site.</summary>
    private const string Network = IstioFacts.NetworkLabel;

    /// <summary>By the certificates of the mesh, both ends.</summary>
    private const string MutualTls = "ISTIO_MUTUAL";

    private const string Zone = "topology.kubernetes.io/zone";

    /// <summary>The label of pods that says which version they are.</summary>
    internal const string Version = "version";

    /// <summary>How its pods are reached. All versions of all steps are known from the first on, so that a step changes only the route.</summary>
    public static DestinationRuleSpecArgs Rule(ServicePolicy service, TrustDomain domain) => new()
    {
        Host = service.Name.Host,
        TrafficPolicy = Traffic(service, new() { Mode = MutualTls, SubjectAltNames = { service.Name.IdentityIn(domain) } }),
        Subsets = service.Canary is { } canary
            ? canary.Versions.Select(version => new SubsetArgs { Name = version, Labels = { [Version] = version } }).ToArray()
            : (InputList<SubsetArgs>?)null,
    };

    /// <summary>How the ends of the bridge are reached behind which a service is: whoever presents the name of one counts for the service.</summary>
    public static DestinationRuleSpecArgs Rule(ServicePolicy service, MeshPolicy policy, ImmutableArray<BridgeEnd> ends) => new()
    {
        Host = policy.EntryHost(service),
        TrafficPolicy = Traffic(service, new()
        {
            Mode = MutualTls,
            Sni = ends[0].Host.ToString(),
            SubjectAltNames = ends.Select(end => end.Host.ToString()).ToArray(),
        }),
    };

    /// <summary>What becomes of a request.</summary>
    public static VirtualServiceSpecArgs Route(ServicePolicy service) => new()
    {
        Hosts = { service.Name.Host },
        Http = { Route(service, Destinations(service, service.Name.Host), service.Retries) },
    };

    /// <summary>
    /// What becomes of a request for a service behind a bridge. Its versions are shared out over there; and it asks for the service's host as
    /// it is, without a port, since that is what the bridge compares.
    /// </summary>
    public static VirtualServiceSpecArgs Route(ServicePolicy service, MeshPolicy policy)
    {
        var there = new DestinationArgs { Host = policy.EntryHost(service), Port = new PortSelectorArgs { Number = BridgeFacts.Port } };
        var route = Route(service, [new RouteDestinationArgs { Destination = there }], service.Retries);
        route.Rewrite = new HttpRewriteArgs { Authority = service.Name.Host };
        return new() { Hosts = { service.Name.Host }, Http = { route } };
    }

    /// <summary>How the machines are reached that a service runs on, by the name of the entry that has their addresses.</summary>
    public static DestinationRuleSpecArgs MachineRule(ServicePolicy service, MeshPolicy policy)
    {
        var rule = Rule(service, policy.TrustDomain);
        rule.Host = policy.EntryHost(service);
        return rule;
    }

    /// <summary>What becomes of a request for a service on machines.</summary>
    public static VirtualServiceSpecArgs MachineRoute(ServicePolicy service, MeshPolicy policy) => new()
    {
        Hosts = { service.Name.Host },
        Http = { Route(service, Destinations(service, policy.EntryHost(service)), service.Retries) },
    };

    /// <summary>What becomes of a request that came in by a gateway. Whoever sent it tries again; the gateway does not.</summary>
    public static VirtualServiceSpecArgs Route(ServicePolicy service, string gateway) => new()
    {
        Hosts = { service.Name.Host },
        Gateways = [gateway],
        Http = { Route(service, Destinations(service, service.Name.Host), retries: null) },
    };

    private static TrafficPolicyArgs Traffic(ServicePolicy service, ClientTlsArgs tls) => new()
    {
        // Of connections nothing else: what is said here counts for the service's own proxy too, and caps are the Sidecar's.
        ConnectionPool = new ConnectionPoolArgs
        {
            Tcp = new TcpPoolArgs { ConnectTimeout = Duration(service.Extension<ConnectTimeout>()?.Ms ?? ClientForm.UsualConnectMs) },
        },
        LoadBalancer = new LoadBalancerArgs
        {
            Simple = WordOf(service.Extension<BalancingChoice>()?.Balancing ?? Balancing.RoundRobin),
            LocalityLbSetting = Near(service.Extension<LocalityFailover>()?.Preferred ?? Locality.Everywhere),
        },
        OutlierDetection = new OutlierDetectionArgs
        {
            Consecutive5xxErrors = service.Ejection.ConsecutiveErrors,
            Interval = Duration(service.Ejection.IntervalMs),
            BaseEjectionTime = Duration(service.Ejection.BaseMs),
            MaxEjectionPercent = service.Extension<EjectionLimit>()?.Percent ?? 100,
            MinHealthPercent = EjectionForm.UsualPanicPercent,
        },
        Tls = tls,
    };

    private static HttpRouteArgs Route(ServicePolicy service, InputList<RouteDestinationArgs> to, RetryPolicy? retries) => new()
    {
        Route = to,
        // To Istio no time is for ever, and 0 is refused.
        Timeout = service.TimeoutMs > 0 ? (Input<string>)Duration(service.TimeoutMs) : null,
        Retries = RetriesOf(retries),
    };

    private static InputList<RouteDestinationArgs> Destinations(ServicePolicy service, string host) => service.Canary is { } canary
        ? canary.Weights
            .Where(weight => weight.Value > 0)
            .Select(weight => new RouteDestinationArgs { Destination = Destination(service, host, weight.Key), Weight = weight.Value })
            .ToArray()
        : [new RouteDestinationArgs { Destination = Destination(service, host) }];

    private static DestinationArgs Destination(ServicePolicy service, string host, Input<string>? subset = null) =>
        new() { Host = host, Port = new PortSelectorArgs { Number = service.Port }, Subset = subset };

    private static HttpRetryArgs RetriesOf(RetryPolicy? retries) => retries is null
        ? new() { Attempts = 0 }
        : new()
        {
            Attempts = retries.Attempts,
            PerTryTimeout = Duration(retries.PerTryMs),
            RetryOn = string.Join(',', [.. CodesOf(retries), .. WordsOf(retries)]),
            RetryIgnorePreviousHosts = false,
        };

    private static IEnumerable<string> CodesOf(RetryPolicy retries) =>
        retries.On.SelectMany(cause => RetryEvents.CodesOf(cause)).Distinct().Order().Select(code => code.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> WordsOf(RetryPolicy retries) =>
        retries.On.Select(RetryEvents.WordOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string WordOf(Balancing balancing) => balancing switch
    {
        Balancing.RoundRobin => "ROUND_ROBIN",
        Balancing.LeastRequest => "LEAST_REQUEST",
        _ => throw new UnreachableException(),
    };

    /// <summary>Istio prefers near pods unless told not to.</summary>
    private static LocalitySettingArgs Near(Locality locality) => locality switch
    {
        Locality.Everywhere => new() { Enabled = false },
        Locality.OwnSite => new() { Enabled = true, FailoverPriority = [Network] },
        Locality.OwnZone => new() { Enabled = true, FailoverPriority = [Network, Zone] },
        _ => throw new UnreachableException(),
    };

    private static string Duration(int milliseconds) => milliseconds % 1000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}s")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms");
}
