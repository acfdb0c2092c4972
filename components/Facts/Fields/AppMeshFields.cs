using System.Collections.Immutable;

namespace CrossCloudMesh.Facts.Fields;

/// <summary>What App Mesh is told, and what it did where it was not.</summary>
public static class AppMeshFields
{
    private const string VirtualNode = "VirtualNode";
    private const string VirtualRouter = "VirtualRouter";
    private const string Listener = "spec.listeners[0]";
    private const string Route = "spec.routes[0].*";
    private const string Retries = Route + ".retryPolicy";
    private const string Outliers = Listener + ".outlierDetection";
    private const string Names = ".validation.subjectAlternativeNames.match.exact";
    private const string Callee =
        "spec.backends[virtualService.virtualServiceRef.name={name}&virtualService.virtualServiceRef.namespace={namespace}].virtualService.clientPolicy.tls";

    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly Source Routes = Guide("routes");
    private static readonly Source Nodes = Guide("virtual_nodes");
    private static readonly Source Usual = Guide("envoy-defaults");
    private static readonly Source Tls = Guide("tls");
    private static readonly Source Again = Api("HttpRetryPolicy");
    private static readonly Source Ejected = Api("OutlierDetection");

    /// <summary>A row or more for each element of the normal form.</summary>
    public static ImmutableArray<FieldFact> Rows { get; } =
    [
        FieldFact.Row("Host", "VirtualService", "spec.awsName", "name and namespace with a dot between, to which nothing resolves", Guide("virtual_services")) with { Assumes = "names of services" },
        FieldFact.Row("Port", VirtualRouter, "spec.listeners[0].portMapping.port", "the object is refused", Routes),
        FieldFact.Row("Protocol", VirtualRouter, "spec.listeners[0].portMapping.protocol", "the object is refused", Routes),
        FieldFact.Row("Route.TimeoutMs", VirtualRouter, Route + ".timeout.perRequest", "15 s, of the route and of the listener alike", Routes) with { Assumes = "timeouts" },
        FieldFact.Row("Route.IdleMs", VirtualRouter, Route + ".timeout.idle", "300 s, of the route and of the listener alike", Routes) with { Assumes = "timeouts" },
        FieldFact.Row("Route.Retry.Attempts", VirtualRouter, Retries + ".maxRetries", "2 more tries", Usual) with { Assumes = "retries of the account" },
        FieldFact.Row("Route.Retry.PerTryMs", VirtualRouter, Retries + ".perRetryTimeout", "the object is refused", Again) with { Assumes = "retried tries" },
        FieldFact.Row("Route.Retry.Policies", VirtualRouter, Retries + ".tcpRetryEvents", "that no connection came about", Usual),
        FieldFact.Row("Route.Retry.Policies", VirtualRouter, Retries + ".grpcRetryEvents", "unavailable", Usual),
        FieldFact.Row("Route.Retry.Codes", VirtualRouter, Retries + ".httpRetryEvents", "503", Usual),
        FieldFact.None("Route.Retry.AvoidsTriedHosts", "a retry may meet the pod that was tried", Again) with { Assumes = "retried pods" },
        FieldFact.Row("Route.Targets", VirtualRouter, Route + ".action.weightedTargets", "the object is refused", Routes),
        FieldFact.Row("Server.RequiresClientCertificate", VirtualNode, Listener + ".tls.mode", "plaintext", Tls) with { Assumes = "mutual TLS" },
        FieldFact.Row("Server.Callers", VirtualNode, Listener + ".tls" + Names, "everybody with a certificate of the authorities", Guide("mutual-tls")) with { Assumes = "identity" },
        FieldFact.Row("Server.Caps.MaxConnections", VirtualNode, Listener + ".connectionPool.http.maxConnections", "no limit", Usual) with { Assumes = "retries of the account" },
        FieldFact.Row("Server.Caps.MaxPendingRequests", VirtualNode, Listener + ".connectionPool.http.maxPendingRequests", "no limit", Usual) with { Assumes = "retries of the account" },
        FieldFact.Row("Server.Caps.MaxRequests", VirtualNode, Listener + ".connectionPool.*.maxRequests", "no limit", Usual) with { Assumes = "retries of the account" },
        FieldFact.Row("Client.Servers", VirtualNode, Callee + Names, "the name in service discovery", Tls, FieldOwner.Caller) with { Assumes = "names in certificates" },
        FieldFact.None("Client.LeastTls", "1.2", Tls) with { Assumes = "TLS version" },
        FieldFact.None("Client.Balancing", "pods one after the other", Nodes) with { Assumes = "balancing" },
        FieldFact.None("Client.Locality", "all pods alike", Nodes) with { Assumes = "locality" },
        FieldFact.Row("Client.Ejection.ConsecutiveErrors", VirtualNode, Outliers + ".maxServerErrors", "no pod is left out", Ejected) with { Assumes = "ejection by success" },
        FieldFact.Row("Client.Ejection.IntervalMs", VirtualNode, Outliers + ".interval", "no pod is left out", Ejected),
        FieldFact.Row("Client.Ejection.BaseMs", VirtualNode, Outliers + ".baseEjectionDuration", "no pod is left out", Ejected),
        FieldFact.Row("Client.Ejection.MaxPercent", VirtualNode, Outliers + ".maxEjectionPercent", "no pod is left out", Ejected) with { Assumes = "ejection" },
        FieldFact.None("Client.Ejection.PanicPercent", "50 percent", Nodes) with { Assumes = "panic" },
        FieldFact.None("Client.ConnectMs", "10 s", Nodes) with { Assumes = "connect timeout" },
        FieldFact.None("Client.Caps", "no limit", Nodes),
    ];

    private static Source Guide(string page) => new($"https://docs.aws.amazon.com/app-mesh/latest/userguide/{page}.html", Day);

    private static Source Api(string type) => new($"https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_{type}.html", Day);
}
