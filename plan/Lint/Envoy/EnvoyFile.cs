using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>A file that an Envoy starts with, by the parts that rules ask for.</summary>
/// <param name="Root">The whole of it.</param>
public sealed record EnvoyFile(EnvoyPlace Root)
{
    private const string Manager = "HttpConnectionManager";

    public EnvoyFile(JsonNode root)
        : this(new EnvoyPlace(root, ""))
    {
    }

    public ImmutableArray<EnvoyPlace> Listeners { get; } = [.. Root["static_resources"]["listeners"].Items];

    public ImmutableArray<EnvoyPlace> Clusters { get; } = [.. Root["static_resources"]["clusters"].Items];

    /// <summary>Every filter chain, with its listener.</summary>
    public IEnumerable<(EnvoyPlace Listener, EnvoyPlace Chain)> Chains =>
        from listener in Listeners
        from chain in listener["filter_chains"].Items.Concat(listener["default_filter_chain"] is { IsThere: true } last ? [last] : [])
        select (listener, chain);

    /// <summary>Every filter that speaks HTTP, with its listener and its chain.</summary>
    public IEnumerable<(EnvoyPlace Listener, EnvoyPlace Chain, EnvoyPlace Manager)> Managers =>
        from chain in Chains
        from filter in chain.Chain["filters"].Items
        where filter.Type == Manager
        select (chain.Listener, chain.Chain, filter["typed_config"]);

    /// <summary>Those of them that take calls of other machines.</summary>
    public IEnumerable<(EnvoyPlace Listener, EnvoyPlace Chain, EnvoyPlace Manager)> Open => Managers.Where(manager => IsOpen(manager.Listener));

    /// <summary>Every virtual host, with its listener.</summary>
    public IEnumerable<(EnvoyPlace Listener, EnvoyPlace Host)> Hosts =>
        from manager in Managers
        from host in manager.Manager["route_config"]["virtual_hosts"].Items
        select (manager.Listener, host);

    /// <summary>Every route that leads to a cluster, with its virtual host.</summary>
    public IEnumerable<(EnvoyPlace Host, EnvoyPlace Action)> Actions =>
        from host in Hosts
        from route in host.Host["routes"].Items
        where route["route"].IsThere
        select (host.Host, route["route"]);

    /// <summary>The clusters that a route names, each where it does.</summary>
    public static IEnumerable<EnvoyPlace> TargetsOf(EnvoyPlace action) =>
        [.. action["cluster"].IsThere ? [action["cluster"]] : Array.Empty<EnvoyPlace>(), .. action["weighted_clusters"]["clusters"].Items.Select(target => target["name"]).Where(name => name.IsThere)];

    /// <summary>The cluster of that name; nothing where none is in the file.</summary>
    public EnvoyPlace ClusterOf(string? name) => Clusters.FirstOrDefault(cluster => cluster["name"].Text == name, new(null, ""));

    /// <summary>Whether a listener takes calls of other machines.</summary>
    public static bool IsOpen(EnvoyPlace listener) => !IsLoopback(listener["address"]["socket_address"]) && !listener["address"]["pipe"].IsThere;

    /// <summary>Whether every endpoint of a cluster is on the machine itself.</summary>
    public static bool IsOwn(EnvoyPlace cluster)
    {
        var addresses = cluster["load_assignment"]["endpoints"].Items.SelectMany(group => group["lb_endpoints"].Items).Select(item => item["endpoint"]["address"]).ToList();
        return addresses.Count > 0 && addresses.TrueForAll(address => address["pipe"].IsThere || IsLoopback(address["socket_address"]));
    }

    /// <summary>The TLS contexts of listeners.</summary>
    public IEnumerable<EnvoyPlace> ServerContexts =>
        Chains.Select(chain => chain.Chain["transport_socket"]).Where(socket => socket.Type == "DownstreamTlsContext").Select(socket => socket["typed_config"]);

    /// <summary>The TLS contexts of clusters.</summary>
    public IEnumerable<EnvoyPlace> ClientContexts =>
        Clusters.Select(cluster => cluster["transport_socket"]).Where(socket => socket.Type == "UpstreamTlsContext").Select(socket => socket["typed_config"]);

    /// <summary>What is asked of the other end's certificate, as far as the file itself says; nothing where it does not.</summary>
    public static EnvoyPlace ValidationOf(EnvoyPlace context)
    {
        var common = context["common_tls_context"];
        return common["combined_validation_context"]["default_validation_context"] is { IsThere: true } combined ? combined : common["validation_context"];
    }

    /// <summary>Whether what is asked of it comes from elsewhere alone.</summary>
    public static bool IsValidationElsewhere(EnvoyPlace context) => context["common_tls_context"]["validation_context_sds_secret_config"].IsThere;

    public static bool IsLoopback(EnvoyPlace socket) =>
        socket["address"].Text is { } address && (address.StartsWith("127.", StringComparison.Ordinal) || address is "::1" or "localhost");
}
