using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>Where an Envoy sends requests: to the service beside it, to those that this one calls, and to the collector of traces.</summary>
/// <remarks>
/// Caps are the service's own, so they stand at the cluster of the service alone; at all others every cap is lifted, since Envoy's are 1024, and
/// 3 for retries. Ejection is by errors in a row and nothing else: what Envoy does besides is switched off.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/cluster.proto, read 2026-11-21.
/// </remarks>
internal static class EnvoyClusters
{
    /// <summary>The service beside the proxy.</summary>
    public const string Application = "application";

    /// <summary>The collector beside the proxy.</summary>
    public const string Traces = "traces";

    private const string Loopback = "127.0.0.1";
    private const int LocalConnectMs = 1_000;
    private const uint Unlimited = int.MaxValue;
    private const int BufferBytes = 1_048_576;
    private const string ProtocolOptions = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    /// <summary>The cluster of a callee's version, or of all of it.</summary>
    public static string NameOf(ServicePolicy callee, string version) =>
        $"{callee.Name.Name}.{callee.Name.Namespace}{(version.Length > 0 ? "/" : "")}{version}";

    public static JsonArray Of(EnvoyMachine machine) => Message.List(
    [
        Local(Application, machine.ApplicationPort, machine.Service.Protocol is not ServiceProtocol.Http, ServerCaps.Of(machine.Service)),
        .. machine.Callees.SelectMany(callee => Callee(machine, callee)),
        .. machine.Traces is { } traces ? [Local(Traces, traces.Port, isHttp2: true, CapsForm.None)] : Array.Empty<JsonObject>(),
    ]);

    private static JsonObject Local(string name, int port, bool isHttp2, CapsForm caps) => new()
    {
        ["name"] = name,
        ["type"] = "STATIC",
        ["connect_timeout"] = Message.Duration(LocalConnectMs),
        ["per_connection_buffer_limit_bytes"] = BufferBytes,
        ["load_assignment"] = Assignment(name, [new(Loopback, port, "")]),
        ["circuit_breakers"] = Breakers(caps),
        ["typed_extension_protocol_options"] = Options(isHttp2),
    };

    private static IEnumerable<JsonObject> Callee(EnvoyMachine machine, EnvoyCallee callee) =>
        from version in callee.Hosts.GroupBy(host => host.Version, StringComparer.Ordinal).OrderBy(version => version.Key, StringComparer.Ordinal)
        where EnvoyRoutes.IsCalled(callee, version.Key)
        select Callee(machine, callee, NameOf(callee.Service, version.Key), [.. version]);

    private static JsonObject Callee(EnvoyMachine machine, EnvoyCallee callee, string name, EnvoyHost[] hosts)
    {
        var isByName = hosts.Any(host => !IPAddress.TryParse(host.Address, out _));
        var cluster = new JsonObject
        {
            ["name"] = name,
            ["type"] = isByName ? "STRICT_DNS" : "STATIC",
            ["connect_timeout"] = Message.Duration(callee.Service.Extension<ConnectTimeout>()?.Ms ?? ClientForm.UsualConnectMs),
            ["per_connection_buffer_limit_bytes"] = BufferBytes,
            ["lb_policy"] = WordOf(callee.Service.Extension<BalancingChoice>()?.Balancing ?? Balancing.RoundRobin),
            ["load_assignment"] = Assignment(name, hosts),
            ["circuit_breakers"] = Breakers(CapsForm.None),
            ["outlier_detection"] = Ejection(callee.Service),
            ["common_lb_config"] = new JsonObject { ["healthy_panic_threshold"] = new JsonObject { ["value"] = EjectionForm.UsualPanicPercent } },
            ["typed_extension_protocol_options"] = Options(callee.Service.Protocol is not ServiceProtocol.Http),
            ["transport_socket"] = EnvoyTls.Client(machine, callee),
        };
        if (isByName)
        {
            cluster["dns_lookup_family"] = "V4_ONLY";
        }

        return cluster;
    }

    private static JsonObject Assignment(string cluster, IEnumerable<EnvoyHost> hosts) => new()
    {
        ["cluster_name"] = cluster,
        ["endpoints"] = Message.List(new JsonObject { ["lb_endpoints"] = Message.List(hosts.Select(Endpoint)) }),
    };

    private static JsonObject Endpoint(EnvoyHost host)
    {
        var endpoint = new JsonObject { ["endpoint"] = new JsonObject { ["address"] = Message.Socket(host.Address, host.Port) } };
        if (host.Version.Length > 0)
        {
            endpoint["metadata"] = new JsonObject { ["filter_metadata"] = new JsonObject { ["envoy.lb"] = new JsonObject { ["version"] = host.Version } } };
        }

        return endpoint;
    }

    private static JsonObject Breakers(CapsForm caps) => new()
    {
        ["thresholds"] = Message.List(new JsonObject
        {
            ["max_connections"] = (uint?)caps.MaxConnections ?? Unlimited,
            ["max_pending_requests"] = (uint?)caps.MaxPendingRequests ?? Unlimited,
            ["max_requests"] = (uint?)caps.MaxRequests ?? Unlimited,
            ["max_retries"] = Unlimited,
        }),
    };

    private static JsonObject Ejection(ServicePolicy service)
    {
        var limit = service.Extension<EjectionLimit>();
        return new()
        {
            ["consecutive_5xx"] = service.Ejection.ConsecutiveErrors,
            ["interval"] = Message.Duration(service.Ejection.IntervalMs),
            ["base_ejection_time"] = Message.Duration(service.Ejection.BaseMs),
            ["max_ejection_time"] = Message.Duration(EjectionPolicy.LongestBaseMs),
            ["max_ejection_percent"] = limit?.Percent ?? 100,
            ["always_eject_one_host"] = limit is null,
            ["enforcing_consecutive_5xx"] = 100,
            ["enforcing_consecutive_gateway_failure"] = 0,
            ["enforcing_success_rate"] = 0,
        };
    }

    private static JsonObject Options(bool isHttp2) => new()
    {
        [ProtocolOptions] = Message.Any(ProtocolOptions, new KeyValuePair<string, JsonNode?>("explicit_http_config", new JsonObject
        {
            [isHttp2 ? "http2_protocol_options" : "http_protocol_options"] = new JsonObject(),
        })),
    };

    private static string WordOf(Balancing balancing) => balancing switch
    {
        Balancing.RoundRobin => "ROUND_ROBIN",
        Balancing.LeastRequest => "LEAST_REQUEST",
        _ => throw new UnreachableException(),
    };
}
