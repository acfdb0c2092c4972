using System.Text.Json.Nodes;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>Where an Envoy listens: for callers on the service's port, and for the service itself at 127.0.0.1.</summary>
/// <remarks>
/// A stream never ends for being idle, as Istio has no other way; headers must come within 10 s; a path has one form before anybody judges it; what
/// a caller says of itself in the header of forwarded certificates is replaced by what its certificate says. A caller that TLS let in and that is
/// none of the service's callers gets 403.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto
/// and https://www.envoyproxy.io/docs/envoy/latest/configuration/best_practices/edge, read 2026-11-21.
/// </remarks>
internal static class EnvoyListeners
{
    public const string Inbound = "inbound";
    public const string Outbound = "outbound";

    private const int BufferBytes = 1_048_576;
    private const int HeadersMs = 10_000;
    private const int IdleConnectionMs = 3_600_000;
    private const string Router = "envoy.extensions.filters.http.router.v3.Router";

    public static JsonArray Of(EnvoyMachine machine) => Message.List(
    [
        ForCallers(machine),
        .. machine.Callees.IsEmpty ? Array.Empty<JsonObject>() : [ForService(machine)],
    ]);

    private static JsonObject ForCallers(EnvoyMachine machine)
    {
        var manager = Manager(machine, Inbound, EnvoyRoutes.Inbound(machine), [Authorization(machine)]);
        manager["forward_client_cert_details"] = "SANITIZE_SET";
        manager["set_current_client_cert_details"] = new JsonObject { ["uri"] = true };
        return Listener(Inbound, "0.0.0.0", machine.Service.Port, new JsonObject
        {
            ["filter_chain_match"] = new JsonObject { ["transport_protocol"] = "tls" },
            ["transport_socket_connect_timeout"] = Message.Duration(HeadersMs),
            ["transport_socket"] = EnvoyTls.Server(machine),
            ["filters"] = Filters(manager),
        }, Message.Extension("envoy.filters.listener.tls_inspector", "envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector"));
    }

    private static JsonObject ForService(EnvoyMachine machine)
    {
        var manager = Manager(machine, Outbound, EnvoyRoutes.Outbound(machine), []);
        manager["forward_client_cert_details"] = "SANITIZE";
        return Listener(Outbound, "127.0.0.1", EnvoyBootstrap.OutboundPort, new JsonObject { ["filters"] = Filters(manager) });
    }

    private static JsonObject Listener(string name, string address, int port, JsonObject chain, params JsonObject[] inspectors)
    {
        var listener = new JsonObject
        {
            ["name"] = name,
            ["traffic_direction"] = name.ToUpperInvariant(),
            ["address"] = Message.Socket(address, port),
            ["per_connection_buffer_limit_bytes"] = BufferBytes,
        };
        if (inspectors.Length > 0)
        {
            listener["listener_filters"] = Message.List(inspectors);
        }

        listener["filter_chains"] = Message.List(chain);
        return listener;
    }

    private static JsonArray Filters(JsonObject manager) => Message.List(new JsonObject
    {
        ["name"] = "envoy.filters.network.http_connection_manager",
        ["typed_config"] = manager,
    });

    private static JsonObject Manager(EnvoyMachine machine, string direction, JsonObject routes, IEnumerable<JsonObject> filters)
    {
        var manager = Message.Any(
            "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
            new("stat_prefix", direction),
            new("codec_type", "AUTO"),
            new("use_remote_address", true),
            new("normalize_path", true),
            new("merge_slashes", true),
            new("request_headers_timeout", Message.Duration(HeadersMs)),
            new("request_timeout", Message.Duration(0)),
            new("stream_idle_timeout", Message.Duration(0)),
            new("common_http_protocol_options", new JsonObject { ["idle_timeout"] = Message.Duration(IdleConnectionMs) }),
            new("access_log", EnvoyTelemetry.AccessLog(direction)),
            new("route_config", routes),
            new("http_filters", Message.List([.. filters, Message.Extension("envoy.filters.http.router", Router)])));
        if (machine.Traces is { } traces)
        {
            manager["tracing"] = EnvoyTelemetry.Tracing(machine, traces);
        }

        return manager;
    }

    private static JsonObject Authorization(EnvoyMachine machine)
    {
        var rules = new JsonObject { ["action"] = "ALLOW" };
        if (!machine.Service.Callers.IsEmpty)
        {
            rules["policies"] = new JsonObject
            {
                ["callers"] = new JsonObject
                {
                    ["permissions"] = Message.List(new JsonObject { ["any"] = true }),
                    ["principals"] = Message.List(machine.Service.Callers.Select(caller => caller.IdentityIn(machine.Domain)).Order(StringComparer.Ordinal).Select(Principal)),
                },
            };
        }

        return Message.Extension("envoy.filters.http.rbac", "envoy.extensions.filters.http.rbac.v3.RBAC", new KeyValuePair<string, JsonNode?>("rules", rules));
    }

    private static JsonObject Principal(string identity) => new()
    {
        ["authenticated"] = new JsonObject { ["principal_name"] = new JsonObject { ["exact"] = identity } },
    };
}
