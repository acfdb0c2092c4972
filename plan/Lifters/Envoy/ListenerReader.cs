using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>One listener.</summary>
/// <param name="IsOutbound">Whether it takes the machine's own calls, and not those of others.</param>
/// <param name="Port">Its port.</param>
/// <param name="Tls">Its end of TLS; null where it has none.</param>
/// <param name="Callers">Who may call, by its filter; null where it has none.</param>
/// <param name="IdleMs">After how long without a byte it ends a stream, in milliseconds; 0 is never.</param>
/// <param name="Routes">Its virtual hosts.</param>
/// <param name="Field">Where it stands.</param>
internal sealed record Listener(bool IsOutbound, int Port, Tls? Tls, Ordered<string>? Callers, int IdleMs, List<NamedRoute> Routes, Field Field);

/// <summary>Reads listeners, each of one filter chain that speaks HTTP.</summary>
/// <remarks>
/// A listener on the machine's own address takes its own calls; any other, those of others. A stream without a byte ends after 5 minutes where
/// nothing is said. Filters stand in their order: the one that decides who may call, then the router, which is the last.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/listener/v3/listener.proto and
/// https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto,
/// read 2026-11-21.
/// </remarks>
internal static class ListenerReader
{
    private const string Manager = "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
    private const string Router = "envoy.extensions.filters.http.router.v3.Router";
    private const string Inspector = "envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector";
    private const int UsualIdleMs = 300_000;

    public static Listener Read(Field field)
    {
        var listener = field.Members();
        listener.Free(
            "name", "stat_prefix", "access_log", "per_connection_buffer_limit_bytes", "traffic_direction", "enable_reuse_port", "socket_options",
            "tcp_backlog_size", "tcp_keepalive", "listener_filters_timeout", "connection_balance_config", "max_connections_to_accept_per_socket_event");
        var (address, port) = ClusterReader.SocketOf(listener.Need("address"));
        foreach (var filter in listener["listener_filters"]?.Items() ?? [])
        {
            filter.Typed(Inspector).End();
        }

        var chain = listener.Need("filter_chains").Single().Members();
        listener.End();
        chain.Free("name", "transport_socket_connect_timeout");
        if (chain["filter_chain_match"]?.Members() is { } match)
        {
            match.Need("transport_protocol").Word("tls");
            match.End();
        }

        var isOutbound = ClusterReader.IsLoopback(address);
        var socket = chain["transport_socket"];
        if (isOutbound && socket is { } unwanted)
        {
            throw unwanted.Refused("must not be on a listener for the machine's own calls");
        }

        var tls = socket is { } written ? TlsReader.Server(written) : null;
        var manager = chain.Need("filters").Single().Typed(Manager);
        chain.End();
        return ManagerOf(manager, new(isOutbound, port, tls, null, UsualIdleMs, [], field));
    }

    private static Listener ManagerOf(Members manager, Listener listener)
    {
        manager.Need("stat_prefix").Text();
        manager.Free(
            "access_log", "access_log_options", "tracing", "use_remote_address", "xff_num_trusted_hops", "skip_xff_append", "normalize_path", "merge_slashes",
            "path_with_escaped_slashes_action", "forward_client_cert_details", "set_current_client_cert_details", "generate_request_id",
            "preserve_external_request_id", "always_set_request_id_in_response", "server_name", "server_header_transformation", "request_headers_timeout",
            "delayed_close_timeout", "drain_timeout", "max_request_headers_kb", "http_protocol_options", "http2_protocol_options", "internal_address_config");
        manager["codec_type"]?.Word("AUTO");
        if (manager["request_timeout"] is { } whole && whole.Milliseconds() != 0)
        {
            throw whole.Refused("must be 0s, as it is where nothing is said, and any other has no place in the normal form");
        }

        if (manager["common_http_protocol_options"]?.Members() is { } common)
        {
            common.Free("idle_timeout", "max_headers_count", "headers_with_underscores_action");
            common.End();
        }

        var idle = manager["stream_idle_timeout"]?.Milliseconds() ?? listener.IdleMs;
        var filters = manager.Need("http_filters");
        var routes = RouteReader.Read(manager.Need("route_config"));
        manager.End();
        return listener with { Callers = CallersOf(filters, listener), IdleMs = idle, Routes = routes };
    }

    private static Ordered<string>? CallersOf(Field field, Listener listener)
    {
        var filters = field.Items();
        var router = filters[^1].Typed(Router);
        router.Free("dynamic_stats", "start_child_span", "suppress_envoy_headers", "upstream_log", "suppress_grpc_request_failure_code_stats");
        router.End();
        return filters switch
        {
            [_] => null,
            [var authorization, _] when !listener.IsOutbound => AuthorizationReader.Read(authorization.Typed(AuthorizationReader.Message), listener.Port),
            _ => throw field.Refused(listener.IsOutbound ? "must hold the router alone" : "must hold the filter of who may call, and the router, and no other"),
        };
    }
}
