using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>What a cluster of a callee is to its callers.</summary>
/// <param name="IsHttp2">Whether it speaks HTTP/2.</param>
/// <param name="Version">The version of its endpoints; empty for all.</param>
/// <param name="MaxRetries">How many retries may be under way.</param>
/// <param name="Client">How it is reached.</param>
/// <param name="Tls">The caller's end of TLS; null where there is none.</param>
/// <param name="Field">Where it stands.</param>
internal sealed record CalleeCluster(bool IsHttp2, string Version, uint MaxRetries, ClientForm Client, Tls? Tls, Field Field);

/// <summary>Reads clusters.</summary>
/// <remarks>
/// Where nothing is said: 5 s for a connection, endpoints in turn, HTTP/1.1 and no TLS. Which addresses its endpoints have is not in the normal
/// form; their version is what their metadata for load balancing says.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/cluster.proto and
/// https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/subsets, read 2026-11-21.
/// </remarks>
internal static class ClusterReader
{
    private const string Options = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
    private const int UsualConnectMs = 5_000;
    private const int ConnectionIdleMs = 3_600_000;

    /// <summary>A cluster of another service.</summary>
    /// <param name="field">The cluster.</param>
    /// <param name="host">The name that is called.</param>
    public static CalleeCluster Callee(Field field, string host)
    {
        var cluster = field.Members();
        cluster.Need("type").Word("STATIC", "STRICT_DNS");
        var isHttp2 = Begin(cluster);
        var endpoints = EndpointsOf(cluster.Need("load_assignment"));
        var version = endpoints.ConvertAll(endpoint => endpoint.Version).Distinct(StringComparer.Ordinal).ToList() is [var only]
            ? only
            : throw cluster.Need("name").Refused("must have endpoints of one version, or all without one");
        var checks = cluster["health_checks"];
        var (caps, retries) = CapsReader.Read(cluster["circuit_breakers"]);
        var tls = cluster["transport_socket"] is { } socket ? TlsReader.Client(socket, host) : null;
        var client = new ClientForm
        {
            Servers = tls?.Names,
            LeastTls = tls?.Least ?? ClientForm.UsualTls,
            Balancing = cluster["lb_policy"]?.Word("ROUND_ROBIN", "LEAST_REQUEST") == "LEAST_REQUEST" ? Balancing.LeastRequest : Balancing.RoundRobin,
            Locality = Locality.Everywhere,
            Ejection = EjectionReader.Read(cluster["outlier_detection"], cluster["common_lb_config"], isChecked: checks is not null),
            ConnectMs = cluster["connect_timeout"]?.Milliseconds(1) ?? UsualConnectMs,
            Caps = caps,
        };
        cluster.Need("name").Text();
        cluster.End();
        return new(isHttp2, version, retries, client, tls, field);
    }

    /// <summary>The cluster of the service on its own machine: whether it speaks HTTP/2, and how much is let in at once.</summary>
    public static (bool IsHttp2, CapsForm Caps) Own(Field field)
    {
        var cluster = field.Members();
        cluster.Need("name").Text();
        cluster.Need("type").Word("STATIC");
        var isHttp2 = Begin(cluster);
        cluster.Free("health_checks", "connect_timeout", "lb_policy", "common_lb_config");
        var assignment = cluster.Need("load_assignment");
        if (EndpointsOf(assignment) is not [{ Address: var address }] || !IsLoopback(address))
        {
            throw assignment.Refused("must have one endpoint, on 127.0.0.1");
        }

        var (caps, _) = CapsReader.Read(cluster["circuit_breakers"]);
        cluster.End();
        return (isHttp2, caps);
    }

    /// <summary>Whether an address is the machine's own.</summary>
    public static bool IsLoopback(string address) => address.StartsWith("127.", StringComparison.Ordinal) || address == "::1";

    /// <summary>The address and port of a socket.</summary>
    public static (string Address, int Port) SocketOf(Field field)
    {
        var address = field.Members();
        var socket = address.Need("socket_address").Members();
        address.End();
        socket["protocol"]?.Word("TCP");
        var at = (socket.Need("address").Text(), (int)socket.Need("port_value").Whole(1, 65_535));
        socket.End();
        return at;
    }

    private static bool Begin(Members cluster)
    {
        cluster.Free(
            "alt_stat_name", "dns_lookup_family", "dns_refresh_rate", "dns_failure_refresh_rate", "dns_jitter", "respect_dns_ttl", "typed_dns_resolver_config",
            "per_connection_buffer_limit_bytes", "track_cluster_stats", "upstream_connection_options", "wait_for_warm_on_init");
        if (cluster["typed_extension_protocol_options"] is not { } field)
        {
            return false;
        }

        var extensions = field.Members();
        var options = extensions.Need(Options).Any(Options);
        extensions.End();
        if (options["common_http_protocol_options"]?.Members() is { } common)
        {
            common.Free("max_headers_count", "max_response_headers_kb");
            if (common["idle_timeout"] is { } idle && idle.Milliseconds() != ConnectionIdleMs)
            {
                throw idle.Refused("must be 3600s, as it is where nothing is said, and any other has no place in the normal form");
            }

            common.End();
        }

        var explicitly = options.Need("explicit_http_config").Members();
        options.End();
        var isHttp2 = explicitly["http2_protocol_options"]?.Members() is not null;
        if (!isHttp2)
        {
            explicitly.Need("http_protocol_options").Members();
        }

        explicitly.End();
        return isHttp2;
    }

    private static List<(string Address, string Version)> EndpointsOf(Field field)
    {
        var assignment = field.Members();
        assignment.Need("cluster_name").Text();
        var endpoints = new List<(string, string)>();
        foreach (var group in assignment.Need("endpoints").Items())
        {
            var place = group.Members();
            place.Free("locality");
            foreach (var item in place.Need("lb_endpoints").Items())
            {
                endpoints.Add(EndpointOf(item));
            }

            place.End();
        }

        assignment.End();
        return endpoints;
    }

    private static (string Address, string Version) EndpointOf(Field field)
    {
        var item = field.Members();
        var endpoint = item.Need("endpoint").Members();
        endpoint.Free("hostname", "health_check_config");
        var (address, _) = SocketOf(endpoint.Need("address"));
        endpoint.End();
        var metadata = item["metadata"]?.Members();
        var filters = metadata?.Need("filter_metadata").Members();
        metadata?.End();
        var labels = filters?.Need("envoy.lb").Members();
        filters?.End();
        var version = labels?.Need("version").Text() ?? "";
        labels?.End();
        item.End();
        return (address, version);
    }
}
