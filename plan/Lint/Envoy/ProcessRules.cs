namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>The proxy as a whole.</summary>
/// <remarks>
/// Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/best_practices/edge,
/// https://www.envoyproxy.io/docs/envoy/latest/operations/admin, read 2026-11-21.
/// </remarks>
internal static class ProcessRules
{
    public static IEnumerable<EnvoyRule> List { get; } =
    [
        new()
        {
            Id = "envoy-admin",
            Severity = Severity.Warning,
            Title = "The proxy has its own pages",
            Why = "nobody can ask it for its figures, its certificates or what it is doing",
            Fix = "set admin.address to a port of 127.0.0.1",
            Judge = file => file.Root["admin"]["address"].IsThere ? [] : [(file.Root["admin"], "the proxy cannot be asked how it is")],
        },
        new()
        {
            Id = "envoy-admin-exposed",
            Severity = Severity.Error,
            Title = "The proxy's own pages are at 127.0.0.1 alone",
            Why = "whoever reaches them reads its secrets and stops it",
            Fix = "bind admin.address to 127.0.0.1, or to a pipe",
            Judge = file => file.Root["admin"]["address"]["socket_address"] is { IsThere: true } socket && !EnvoyFile.IsLoopback(socket)
                ? [(socket["address"], "other machines reach the proxy's own pages")]
                : [],
        },
        new()
        {
            Id = "envoy-node",
            Severity = Severity.Warning,
            Title = "The proxy has a name, and its kind has one",
            Why = "its figures, logs and traces cannot be told from another's",
            Fix = "set node.id and node.cluster",
            Judge = file => new[] { file.Root["node"]["id"], file.Root["node"]["cluster"] }.Where(name => name.Text is null or "").Select(name => (name, "the proxy does not say which it is")),
        },
        new()
        {
            Id = "envoy-statistics",
            Severity = Severity.Warning,
            Title = "The proxy's figures have labels of ours, or go somewhere",
            Why = "figures of all proxies look alike, and nobody collects them",
            Fix = "set stats_config.stats_tags, or stats_sinks",
            Judge = file => file.Root["stats_config"].IsThere || file.Root["stats_sinks"].Items.Any() ? [] : [(file.Root["stats_config"], "nothing is said of figures")],
        },
        new()
        {
            Id = "envoy-overload",
            Severity = Severity.Warning,
            Title = "The proxy says how many connections it takes at most",
            Why = "it takes connections until it has no memory left, and then none of its callers is served",
            Fix = "set overload_manager with envoy.resource_monitors.global_downstream_max_connections, or a limit of each listener in layered_runtime",
            Judge = file => file.Root["overload_manager"]["resource_monitors"].Items.Any() || file.Root["layered_runtime"].All.Any(place => place.Path.EndsWith("connection_limit", StringComparison.Ordinal) || place.Path.EndsWith("global_downstream_max_connections", StringComparison.Ordinal))
                ? []
                : [(file.Root["overload_manager"], "it takes connections without end")],
        },
        new()
        {
            Id = "envoy-buffer-limit",
            Severity = Severity.Warning,
            Title = "Listeners and clusters say how much a connection may hold back",
            Why = "each may hold 1 MiB, and many slow readers take all memory",
            Fix = "set per_connection_buffer_limit_bytes, such as 32768",
            Judge = file => file.Listeners.Concat(file.Clusters).Select(place => place["per_connection_buffer_limit_bytes"]).Where(limit => !limit.IsThere)
                .Select(limit => (limit, "how much a connection may hold back is not said")),
        },
    ];
}
