namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>What becomes of a request.</summary>
/// <remarks>
/// Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/best_practices/edge,
/// https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts, read 2026-11-21.
/// </remarks>
internal static class RouteRules
{
    public static IEnumerable<EnvoyRule> List { get; } =
    [
        new()
        {
            Id = "envoy-undefined-cluster",
            Severity = Severity.Error,
            Title = "A route leads to a cluster of the file",
            Why = "Envoy refuses to start, or answers 503 to every request",
            Fix = "define the cluster under static_resources.clusters, or mend its name",
            Judge = file => file.Root["dynamic_resources"]["cds_config"].IsThere ? [] : file.Actions.SelectMany(action => EnvoyFile.TargetsOf(action.Action))
                .Where(target => !file.ClusterOf(target.Text).IsThere)
                .Select(target => (target, $"no cluster is called {target.Text}")),
        },
        new()
        {
            Id = "envoy-request-timeout",
            Severity = Severity.Warning,
            Title = "A route says how long a request may take",
            Why = "it is cut after 15 s where nobody decided so",
            Fix = "set timeout, to 0s for streams",
            Judge = file => file.Actions.Where(action => !action.Action["timeout"].IsThere)
                .Select(action => (action.Action["timeout"], "a request is cut after 15 s, which nobody said")),
        },
        new()
        {
            Id = "envoy-retries",
            Severity = Severity.Info,
            Title = "A route says whether a request is tried again",
            Why = "one lost connection is an error to the user, or a request runs twice that must not",
            Fix = "set retry_policy, with num_retries: 0 where nothing may run twice",
            Judge = file => file.Actions
                .Where(action => !action.Action["retry_policy"].IsThere && !action.Host["retry_policy"].IsThere && !EnvoyFile.TargetsOf(action.Action).All(target => EnvoyFile.IsOwn(file.ClusterOf(target.Text))))
                .Select(action => (action.Action["retry_policy"], "whether a failed request is tried again is not said")),
        },
        new()
        {
            Id = "envoy-catch-all",
            Severity = Severity.Warning,
            Title = "A listener for other machines answers to its names alone",
            Why = "whatever name a scanner or a mistake asks for reaches the service",
            Fix = "list the names under domains, each with its port and without",
            Judge = file => file.Hosts.Where(host => EnvoyFile.IsOpen(host.Listener))
                .SelectMany(host => host.Host["domains"].Items)
                .Where(domain => domain.Text == "*")
                .Select(domain => (domain, "answers to every name, for every machine that reaches it")),
        },
        new()
        {
            Id = "envoy-forwarded-certificate",
            Severity = Severity.Warning,
            Title = "A listener for other machines says what becomes of x-forwarded-client-cert",
            Why = "the service is not told who calls, or believes what a caller says of itself",
            Fix = "set forward_client_cert_details: SANITIZE_SET with set_current_client_cert_details.uri, or SANITIZE",
            Judge = file => file.Open.Select(open => open.Manager["forward_client_cert_details"])
                .Where(details => details.Text is null or "FORWARD_ONLY" or "ALWAYS_FORWARD_ONLY")
                .Select(details => (details, details.IsThere ? "what a caller says of itself is handed on" : "what a caller says of itself is not decided on")),
        },
        new()
        {
            Id = "envoy-path-normalization",
            Severity = Severity.Warning,
            Title = "A listener for other machines brings paths into one form",
            Why = "/a/../b and //b pass a rule that is written for /b",
            Fix = "set normalize_path: true and merge_slashes: true",
            Judge = file => file.Open.Where(open => !open.Manager["normalize_path"].IsTrue || !open.Manager["merge_slashes"].IsTrue)
                .Select(open => (open.Manager[open.Manager["normalize_path"].IsTrue ? "merge_slashes" : "normalize_path"], "paths are judged as they are typed")),
        },
        new()
        {
            Id = "envoy-header-timeout",
            Severity = Severity.Warning,
            Title = "A listener for other machines waits for headers no longer than it says",
            Why = "who sends a header slowly keeps a connection for ever",
            Fix = "set request_headers_timeout, such as 10s",
            Judge = file => file.Open.Where(open => !open.Manager["request_headers_timeout"].IsThere)
                .Select(open => (open.Manager["request_headers_timeout"], "the head of a request may take for ever")),
        },
        new()
        {
            Id = "envoy-idle-timeout",
            Severity = Severity.Warning,
            Title = "A listener says when idle streams and connections end",
            Why = "a stream ends after 5 minutes and a connection after an hour where nobody decided so",
            Fix = "set stream_idle_timeout, to 0s for never, and common_http_protocol_options.idle_timeout",
            Judge = file =>
                from manager in file.Managers
                from place in new[] { manager.Manager["stream_idle_timeout"], manager.Manager["common_http_protocol_options"]["idle_timeout"] }
                where !place.IsThere
                select (place, "when it ends for being idle is not said"),
        },
        new()
        {
            Id = "envoy-access-log",
            Severity = Severity.Warning,
            Title = "Every request leaves a line in a log",
            Why = "nobody can tell who called, or why a call failed",
            Fix = "set access_log, such as envoy.access_loggers.stdout",
            Judge = file => file.Managers.Where(manager => !manager.Manager["access_log"].Items.Any())
                .Select(manager => (manager.Manager["access_log"], "no request leaves a line")),
        },
        new()
        {
            Id = "envoy-tracing",
            Severity = Severity.Info,
            Title = "Requests are traced",
            Why = "a slow request cannot be followed from one proxy to the next",
            Fix = "set tracing.provider, such as envoy.tracers.opentelemetry",
            Judge = file => file.Managers.Where(manager => !manager.Manager["tracing"]["provider"].IsThere)
                .Select(manager => (manager.Manager["tracing"], "no request is traced")),
        },
    ];
}
