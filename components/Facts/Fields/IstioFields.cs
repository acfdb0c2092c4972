using System.Collections.Immutable;

namespace CrossCloudMesh.Facts.Fields;

/// <summary>What Istio is told, and what it does where it is not.</summary>
public static class IstioFields
{
    private const string VirtualService = "VirtualService";
    private const string DestinationRule = "DestinationRule";
    private const string Http = "spec.http[0]";
    private const string Retries = Http + ".retries";
    private const string Traffic = "spec.trafficPolicy";
    private const string Outliers = Traffic + ".outlierDetection";
    private const string Inbound = "spec.inboundConnectionPool";

    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly Source Routes = Networking("virtual-service/#HTTPRoute");
    private static readonly Source Again = Networking("virtual-service/#HTTPRetry");
    private static readonly Source Balancers = Networking("destination-rule/#LoadBalancerSettings");
    private static readonly Source Ejected = Networking("destination-rule/#OutlierDetection");
    private static readonly Source Pools = Networking("destination-rule/#ConnectionPoolSettings");
    private static readonly Source Tls = Networking("destination-rule/#ClientTLSSettings");

    /// <summary>A row or more for each element of the normal form.</summary>
    public static ImmutableArray<FieldFact> Rows { get; } =
    [
        FieldFact.Row("Host", VirtualService, "spec.hosts[0]", "the object is refused", Routes),
        FieldFact.Row("Port", "Service", "spec.ports[0].port", "the object is refused", Kubernetes()),
        FieldFact.Row("Protocol", "Service", "spec.ports[0].appProtocol", "what the port is called, or else what the first bytes look like", Config("ops/configuration/traffic-management/protocol-selection/")) with { Assumes = "protocol" },
        FieldFact.Row("Route.TimeoutMs", VirtualService, Http + ".timeout", "for ever", Routes),
        FieldFact.None("Route.IdleMs", "never", Routes) with { Assumes = "idle streams" },
        FieldFact.Row("Route.Retry.Attempts", VirtualService, Retries + ".attempts", "2 more tries", Again) with { Assumes = "retries of the service" },
        FieldFact.Row("Route.Retry.PerTryMs", VirtualService, Retries + ".perTryTimeout", "as long as all of them", Again),
        FieldFact.Row("Route.Retry.Policies", VirtualService, Retries + ".retryOn", "connect-failure, refused-stream, unavailable, cancelled", Again),
        FieldFact.Row("Route.Retry.Codes", VirtualService, Retries + ".retryOn", "no code", Again),
        FieldFact.Row("Route.Retry.AvoidsTriedHosts", VirtualService, Retries + ".retryIgnorePreviousHosts", "it keeps off pods that were tried", Again),
        FieldFact.Row("Route.Targets", VirtualService, Http + ".route", "the object is refused", Routes),
        FieldFact.Row("Server.RequiresClientCertificate", "PeerAuthentication", "spec.mtls.mode", "callers with and without a certificate", Security("peer_authentication"), FieldOwner.Mesh),
        FieldFact.Row("Server.Callers", "AuthorizationPolicy", "spec.rules[0].from[0].source.principals", "everybody, until there is a policy", Security("authorization-policy")) with { Assumes = "identity" },
        FieldFact.Row("Server.Caps.MaxConnections", "Sidecar", Inbound + ".tcp.maxConnections", "no limit", Pools),
        FieldFact.Row("Server.Caps.MaxPendingRequests", "Sidecar", Inbound + ".http.http1MaxPendingRequests", "no limit", Pools),
        FieldFact.Row("Server.Caps.MaxRequests", "Sidecar", Inbound + ".http.http2MaxRequests", "no limit", Pools),
        FieldFact.Row("Client.Servers", DestinationRule, Traffic + ".tls.subjectAltNames", "the accounts of the pods that istiod finds", Tls),
        FieldFact.None("Client.LeastTls", "1.2", Config("reference/config/istio.mesh.v1alpha1/#MeshConfig-TLSConfig-TLSProtocol")) with { Assumes = "TLS version" },
        FieldFact.Row("Client.Balancing", DestinationRule, Traffic + ".loadBalancer.simple", "LEAST_REQUEST", Balancers),
        FieldFact.Row("Client.Locality", DestinationRule, Traffic + ".loadBalancer.localityLbSetting", "near pods first, once ejection tells which are well", Balancers) with { Assumes = "places" },
        FieldFact.Row("Client.Ejection.ConsecutiveErrors", DestinationRule, Outliers + ".consecutive5xxErrors", "5; without outlierDetection none are left out", Ejected),
        FieldFact.Row("Client.Ejection.IntervalMs", DestinationRule, Outliers + ".interval", "10 s", Ejected),
        FieldFact.Row("Client.Ejection.BaseMs", DestinationRule, Outliers + ".baseEjectionTime", "30 s", Ejected),
        FieldFact.Row("Client.Ejection.MaxPercent", DestinationRule, Outliers + ".maxEjectionPercent", "10 percent", Ejected),
        FieldFact.Row("Client.Ejection.PanicPercent", DestinationRule, Outliers + ".minHealthPercent", "0: pods that are out stay out", Ejected),
        FieldFact.Row("Client.ConnectMs", DestinationRule, Traffic + ".connectionPool.tcp.connectTimeout", "10 s", Pools),
        FieldFact.None("Client.Caps", "no limit, as long as no connectionPool says one", Pools),
    ];

    private static Source Networking(string page) => Config($"reference/config/networking/{page}");

    private static Source Security(string page) => Config($"reference/config/security/{page}/");

    private static Source Config(string page) => new($"https://istio.io/latest/docs/{page}", Day);

    private static Source Kubernetes() => new("https://kubernetes.io/docs/concepts/services-networking/service/", Day) { NotRead = "the page; that a Service has ports is what its schema demands" };
}
