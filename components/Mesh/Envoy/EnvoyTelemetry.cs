using System.Text.Json.Nodes;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>What an Envoy tells of its work: a line for each request, spans, and labels of its figures.</summary>
/// <remarks>
/// Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage and
/// https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/trace/v3/opentelemetry.proto, read 2026-11-21.
/// </remarks>
internal static class EnvoyTelemetry
{
    private static readonly (string Member, string Operator)[] Line =
    [
        ("start_time", "%START_TIME%"),
        ("method", "%REQ(:METHOD)%"),
        ("authority", "%REQ(:AUTHORITY)%"),
        ("path", "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%"),
        ("protocol", "%PROTOCOL%"),
        ("response_code", "%RESPONSE_CODE%"),
        ("response_code_details", "%RESPONSE_CODE_DETAILS%"),
        ("response_flags", "%RESPONSE_FLAGS%"),
        ("grpc_status", "%GRPC_STATUS%"),
        ("duration_ms", "%DURATION%"),
        ("bytes_received", "%BYTES_RECEIVED%"),
        ("bytes_sent", "%BYTES_SENT%"),
        ("downstream_remote_address", "%DOWNSTREAM_REMOTE_ADDRESS%"),
        ("downstream_peer_uri_san", "%DOWNSTREAM_PEER_URI_SAN%"),
        ("downstream_transport_failure_reason", "%DOWNSTREAM_TRANSPORT_FAILURE_REASON%"),
        ("upstream_cluster", "%UPSTREAM_CLUSTER%"),
        ("upstream_host", "%UPSTREAM_HOST%"),
        ("upstream_transport_failure_reason", "%UPSTREAM_TRANSPORT_FAILURE_REASON%"),
        ("attempts", "%UPSTREAM_REQUEST_ATTEMPT_COUNT%"),
        ("request_id", "%REQ(X-REQUEST-ID)%"),
        ("trace_id", "%TRACE_ID%"),
        ("traceparent", "%REQ(TRACEPARENT)%"),
    ];

    /// <summary>A line of JSON on standard output for each request.</summary>
    public static JsonArray AccessLog(string direction) => Message.List(Message.Extension(
        "envoy.access_loggers.stdout",
        "envoy.extensions.access_loggers.stream.v3.StdoutAccessLog",
        new KeyValuePair<string, JsonNode?>("log_format", new JsonObject
        {
            ["json_format"] = new JsonObject([new("direction", direction), .. Line.Select(member => KeyValuePair.Create(member.Member, (JsonNode?)member.Operator))]),
        })));

    /// <summary>Spans of requests, in W3C trace context.</summary>
    public static JsonObject Tracing(EnvoyMachine machine, EnvoyTraces traces) => new()
    {
        ["random_sampling"] = new JsonObject { ["value"] = traces.Percent },
        ["provider"] = Message.Extension(
            "envoy.tracers.opentelemetry",
            "envoy.config.trace.v3.OpenTelemetryConfig",
            new("service_name", $"{machine.Service.Name.Name}.{machine.Service.Name.Namespace}"),
            new("grpc_service", new JsonObject { ["envoy_grpc"] = new JsonObject { ["cluster_name"] = EnvoyClusters.Traces }, ["timeout"] = "1s" })),
    };

    /// <summary>Which labels every figure has besides Envoy's own.</summary>
    public static JsonObject Statistics(EnvoyMachine machine) => new()
    {
        ["stats_tags"] = Message.List(
            Label("mesh_service", $"{machine.Service.Name.Name}.{machine.Service.Name.Namespace}"),
            Label("mesh_site", machine.Site)),
    };

    private static JsonObject Label(string name, string value) => new() { ["tag_name"] = name, ["fixed_value"] = value };
}
