using System.Text.Json.Nodes;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Reads one file: the halves of services that it tells.</summary>
/// <remarks>
/// What it says for people and tools (its node, admin, logs, statistics, traces) and for the machine as a whole (overload) changes nothing that
/// has a place in the normal form, and is not looked at.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/bootstrap/v3/bootstrap.proto, read 2026-11-21.
/// </remarks>
internal sealed class BootstrapReader
{
    private readonly EnvoyBootstrap file;
    private readonly Dictionary<string, Field> clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CalleeCluster> callees = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private string? certificate;

    private BootstrapReader(EnvoyBootstrap file) => this.file = file;

    public static IReadOnlyList<Half> Read(EnvoyBootstrap file) => new BootstrapReader(file).Halves();

    private List<Half> Halves()
    {
        // Whatever made the numbers, they are read from their text.
        var root = new Field(JsonNode.Parse(file.Root.ToJsonString()), file.Name + ": ").Members();
        root.Free(
            "node", "admin", "application_log_config", "stats_config", "stats_sinks", "stats_flush_interval", "overload_manager", "watchdogs",
            "enable_dispatcher_stats", "default_regex_engine");
        RuntimeOf(root["layered_runtime"]);
        var resources = root.Need("static_resources").Members();
        root.End();
        foreach (var cluster in resources.Need("clusters").Items())
        {
            var name = cluster.Members().Need("name");
            if (!clusters.TryAdd(name.Text(), cluster))
            {
                throw name.Refused("must be the name of one cluster");
            }
        }

        List<Half> halves = [.. resources.Need("listeners").Items().Select(ListenerReader.Read).SelectMany(HalvesOf)];
        resources.End();
        used.UnionWith(ToolsOf(file.Root));
        return clusters.FirstOrDefault(cluster => !used.Contains(cluster.Key)) is { Key: not null } idle
            ? throw new RefusedException(new Fault(idle.Value.Path, "must be where a route leads", idle.Key, "leave it out"))
            : halves;
    }

    private IEnumerable<Half> HalvesOf(Listener listener) =>
        listener.Routes.Select(route => listener.IsOutbound ? (Half)ClientOf(route, listener) : ServerOf(route, listener));

    private ClientHalf ClientOf(NamedRoute named, Listener listener)
    {
        if (named.Host is not { } host)
        {
            throw named.Where.Refused("must be of one service by its name, and not of any");
        }

        var (route, cluster) = RouteReader.Caller(named, listener.IdleMs, CalleeOf);
        return new(file.Name, host, named.Port) { Protocol = ProtocolOf(cluster.IsHttp2, named), Identity = IdentityBy(cluster.Tls), Route = route, Client = cluster.Client };
    }

    private ServerHalf ServerOf(NamedRoute named, Listener listener)
    {
        var identity = IdentityBy(listener.Tls);
        var host = named.Host ?? Identities.HostOf(identity ?? file.Identity)
            ?? throw named.Where.Refused("must be of one service by its name, or its certificate must bear the identity of one");
        if (named.Host is not null && named.Port != listener.Port)
        {
            throw named.Where.Refused($"must have the port of its listener, {listener.Port}");
        }

        var (field, idleMs) = RouteReader.Own(named, listener.IdleMs);
        var (isHttp2, caps) = ClusterReader.Own(ClusterOf(field));
        return new(file.Name, host, listener.Port)
        {
            Protocol = ProtocolOf(isHttp2, named),
            IdleMs = idleMs,
            LeastTls = listener.Tls?.Least,
            Identity = identity,
            Server = new() { RequiresClientCertificate = listener.Tls?.RequiresCertificate ?? false, Callers = CallersOf(listener), Caps = caps },
        };
    }

    /// <summary>What the certificate of one end bears; null where it shows none, or where nobody knows.</summary>
    private string? IdentityBy(Tls? tls)
    {
        if (tls is not { Certificate: { } name })
        {
            return null;
        }

        var known = file.Identity ?? certificate ?? name;
        certificate ??= name;
        return name != known && (Identities.IsOne(name) || (file.Identity is null && Identities.IsOne(known)))
            ? throw tls.Field.Refused($"must show the certificate of {known}, as the machine has one identity, and shows {name}")
            : file.Identity ?? (Identities.IsOne(name) ? name : null);
    }

    private static Ordered<string>? CallersOf(Listener listener) => (listener.Tls?.Names, listener.Callers) switch
    {
        (null, var callers) => callers,
        (var callers, null) => callers,
        var (names, callers) when names.Equals(callers) => callers,
        _ => throw listener.Field.Refused("must name the same callers by match_typed_subject_alt_names and by its filter, as one of them lets in whom the other does not"),
    };

    private CalleeCluster CalleeOf(Field name, string host)
    {
        var key = $"{name.Text()} {host}";
        if (!callees.TryGetValue(key, out var read))
        {
            callees[key] = read = ClusterReader.Callee(ClusterOf(name), host);
            IdentityBy(read.Tls);
        }

        return read;
    }

    private Field ClusterOf(Field name)
    {
        used.Add(name.Text());
        return clusters.TryGetValue(name.Text(), out var cluster) ? cluster : throw name.Refused("must be the name of a cluster that is here");
    }

    private static ServiceProtocol ProtocolOf(bool isHttp2, NamedRoute named) => (isHttp2, named.IsGrpc) switch
    {
        (true, true) => ServiceProtocol.Grpc,
        (true, false) => ServiceProtocol.Http2,
        (false, false) => ServiceProtocol.Http,
        _ => throw named.Where.Refused("must lead to a cluster of HTTP/2, as it takes gRPC"),
    };

    /// <summary>What overrides other settings, of which limits of whole listeners are let be.</summary>
    private static void RuntimeOf(Field? field)
    {
        var runtime = field?.Members();
        foreach (var item in runtime?.Need("layers").Items() ?? [])
        {
            var layer = item.Members();
            layer.Need("name").Text();
            var settings = layer.Need("static_layer").Members();
            layer.End();
            if (settings.Rest().Find(setting => !IsLimit(setting.Name)) is { Name: not null } other)
            {
                throw other.Value.Refused("may change anything, and has no place in the normal form", "leave it out");
            }
        }

        runtime?.End();
    }

    private static bool IsLimit(string setting) =>
        setting == "overload.global_downstream_max_connections"
        || (setting.StartsWith("envoy.resource_limits.listener.", StringComparison.Ordinal) && setting.EndsWith(".connection_limit", StringComparison.Ordinal));

    /// <summary>Clusters that logs, statistics and traces go to, by where Envoy's services name theirs.</summary>
    private static IEnumerable<string> ToolsOf(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => (member.Key, member.Value) switch
        {
            ("envoy_grpc", JsonObject grpc) when grpc["cluster_name"] is JsonValue name => [name.ToString()],
            ("http_uri", JsonObject uri) when uri["cluster"] is JsonValue name => [name.ToString()],
            _ => ToolsOf(member.Value),
        }),
        JsonArray list => list.SelectMany(ToolsOf),
        _ => [],
    };
}
