using System.Collections.Immutable;

namespace CrossCloudMesh.Facts.Fields;

/// <summary>What an Envoy without a control plane is told, and what it does where it is not.</summary>
public static class EnvoyFields
{
    private const string File = "envoy.yaml";
    private const string Inbound = "static_resources.listeners[name=inbound]";
    private const string Outbound = "static_resources.listeners[name=outbound]";
    private const string Manager = ".filter_chains[0].filters[0].typed_config";
    private const string Hosts = Manager + ".route_config.virtual_hosts[name={full}]";
    private const string Route = Outbound + Hosts + ".routes[0].route";
    private const string Retries = Route + ".retry_policy";
    private const string Cluster = "static_resources.clusters[name^={full}]";
    private const string Outliers = Cluster + ".outlier_detection";
    private const string Caps = "static_resources.clusters[name=application].circuit_breakers.thresholds[0]";
    private const string Socket = ".transport_socket.typed_config";
    private const string Tls = Cluster + Socket + ".common_tls_context";

    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly Source Routes = Api("config/route/v3/route_components.proto");
    private static readonly Source Managers = Api("extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto");
    private static readonly Source Clusters = Api("config/cluster/v3/cluster.proto");
    private static readonly Source Breakers = Api("config/cluster/v3/circuit_breaker.proto");
    private static readonly Source Ejected = Api("config/cluster/v3/outlier_detection.proto");
    private static readonly Source Sockets = Api("extensions/transport_sockets/tls/v3/tls.proto");
    private static readonly Source Contexts = Api("extensions/transport_sockets/tls/v3/common.proto");

    /// <summary>A row or more for each element of the normal form.</summary>
    public static ImmutableArray<FieldFact> Rows { get; } =
    [
        Own("Host", Inbound + Hosts + ".domains", "the file is refused", Routes),
        Own("Port", Inbound + ".address.socket_address.port_value", "the file is refused", Api("config/listener/v3/listener.proto")),
        Own("Protocol", "static_resources.clusters[name=application].typed_extension_protocol_options.*.explicit_http_config", "HTTP/1.1", Clusters) with { Assumes = "gRPC" },
        Call("Route.TimeoutMs", Route + ".timeout", "15 s", Routes) with { Assumes = "timeout" },
        Call("Route.IdleMs", Outbound + Manager + ".stream_idle_timeout", "5 minutes, of both proxies alike", Managers) with { Assumes = "idle streams" },
        Call("Route.Retry.Attempts", Retries + ".num_retries", "none without a policy, and 1 with one", Routes) with { Assumes = "retries" },
        Call("Route.Retry.PerTryMs", Retries + ".per_try_timeout", "as long as all of them", Routes) with { Assumes = "retries by header" },
        Call("Route.Retry.Policies", Retries + ".retry_on", "nothing, and so no retry", Routes),
        Call("Route.Retry.Codes", Retries + ".retriable_status_codes", "no code", Routes),
        FieldFact.None("Route.Retry.AvoidsTriedHosts", "a retry may meet the machine that was tried", Routes),
        Call("Route.Targets", Route + ".weighted_clusters", "the one cluster", Routes) with { Assumes = "versions" },
        Own("Server.RequiresClientCertificate", Inbound + ".filter_chains[0]" + Socket + ".require_client_certificate", "a certificate is asked for by names alone", Sockets) with { Assumes = "client certificate" },
        Own("Server.Callers", Inbound + Manager + ".http_filters[name=envoy.filters.http.rbac].typed_config.rules.policies.callers.principals", "everybody, without the filter", Api("config/rbac/v3/rbac.proto")) with { Assumes = "callers" },
        Own("Server.Caps.MaxConnections", Caps + ".max_connections", "1024", Breakers) with { Assumes = "caps" },
        Own("Server.Caps.MaxPendingRequests", Caps + ".max_pending_requests", "1024", Breakers) with { Assumes = "caps" },
        Own("Server.Caps.MaxRequests", Caps + ".max_requests", "1024", Breakers) with { Assumes = "caps" },
        Call("Client.Servers", Tls + ".combined_validation_context.default_validation_context.match_typed_subject_alt_names", "every certificate of the authorities", Contexts) with { Assumes = "trust" },
        Call("Client.LeastTls", Tls + ".tls_params.tls_minimum_protocol_version", "1.2", Contexts) with { Assumes = "TLS" },
        Call("Client.Balancing", Cluster + ".lb_policy", "ROUND_ROBIN", Clusters),
        FieldFact.None("Client.Locality", "all machines alike", Clusters),
        Call("Client.Ejection.ConsecutiveErrors", Outliers + ".consecutive_5xx", "5; without outlier_detection none are left out", Ejected) with { Assumes = "ejection" },
        Call("Client.Ejection.IntervalMs", Outliers + ".interval", "10 s", Ejected),
        Call("Client.Ejection.BaseMs", Outliers + ".base_ejection_time", "30 s", Ejected),
        Call("Client.Ejection.MaxPercent", Outliers + ".max_ejection_percent", "10 percent", Ejected),
        Call("Client.Ejection.PanicPercent", Cluster + ".common_lb_config.healthy_panic_threshold.value", "50 percent", Clusters) with { Assumes = "panic" },
        Call("Client.ConnectMs", Cluster + ".connect_timeout", "5 s", Clusters) with { Assumes = "connection" },
        Call("Client.Caps", Cluster + ".circuit_breakers.thresholds", "1024 of each, and 3 retries", Breakers) with { Assumes = "caps" },
    ];

    private static FieldFact Own(string element, string path, string otherwise, Source source) => FieldFact.Row(element, File, path, otherwise, source);

    private static FieldFact Call(string element, string path, string otherwise, Source source) => FieldFact.Row(element, File, path, otherwise, source, FieldOwner.Caller);

    private static Source Api(string page) => new($"https://www.envoyproxy.io/docs/envoy/latest/api-v3/{page}", Day);
}
