using System.Text.Json.Nodes;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Lint.Envoy;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>What the lint says of the snippet that is commonly copied, and of a file that is whole.</summary>
public sealed class EnvoyLintTests
{
    private const string Manager = "static_resources.listeners[0].filter_chains[0].filters[0].typed_config";
    private const string Context = "static_resources.listeners[0].filter_chains[0].transport_socket.typed_config";

    /// <summary>Every fault of the snippet: the rule, and where.</summary>
    private static readonly (string Rule, string Path)[] Faults =
    [
        ("envoy-caller-authorization", Manager + ".http_filters"),
        ("envoy-caller-names", Context + ".common_tls_context.validation_context.match_typed_subject_alt_names"),
        ("envoy-client-certificate", Context + ".require_client_certificate"),
        ("envoy-plaintext-upstream", "static_resources.clusters[0].transport_socket"),
        ("envoy-undefined-cluster", Manager + ".route_config.virtual_hosts[0].routes[0].route.cluster"),
        ("envoy-unknown-field", Manager + ".route_config.virtual_hosts[0].routes[0].route.timeouts"),
        ("envoy-untyped-filter", Manager + ".http_filters[0].typed_config"),
        ("envoy-access-log", Manager + ".access_log"),
        ("envoy-admin", "admin"),
        ("envoy-alpn", Context + ".common_tls_context.alpn_protocols"),
        ("envoy-buffer-limit", "static_resources.clusters[0].per_connection_buffer_limit_bytes"),
        ("envoy-buffer-limit", "static_resources.listeners[0].per_connection_buffer_limit_bytes"),
        ("envoy-catch-all", Manager + ".route_config.virtual_hosts[0].domains[0]"),
        ("envoy-circuit-breakers", "static_resources.clusters[0].circuit_breakers"),
        ("envoy-connect-timeout", "static_resources.clusters[0].connect_timeout"),
        ("envoy-forwarded-certificate", Manager + ".forward_client_cert_details"),
        ("envoy-header-timeout", Manager + ".request_headers_timeout"),
        ("envoy-idle-timeout", Manager + ".common_http_protocol_options.idle_timeout"),
        ("envoy-idle-timeout", Manager + ".stream_idle_timeout"),
        ("envoy-key-rotation", Context + ".common_tls_context.tls_certificates[0].certificate_chain.filename"),
        ("envoy-key-rotation", Context + ".common_tls_context.tls_certificates[0].private_key.filename"),
        ("envoy-key-rotation", Context + ".common_tls_context.validation_context.trusted_ca.filename"),
        ("envoy-node", "node.cluster"),
        ("envoy-node", "node.id"),
        ("envoy-outlier-detection", "static_resources.clusters[0].outlier_detection"),
        ("envoy-overload", "overload_manager"),
        ("envoy-path-normalization", Manager + ".normalize_path"),
        ("envoy-request-timeout", Manager + ".route_config.virtual_hosts[0].routes[0].route.timeout"),
        ("envoy-statistics", "stats_config"),
        ("envoy-tls-parameters", Context + ".common_tls_context.tls_params"),
        ("envoy-health-check", "static_resources.clusters[0].health_checks"),
        ("envoy-panic-threshold", "static_resources.clusters[0].common_lb_config.healthy_panic_threshold"),
        ("envoy-retries", Manager + ".route_config.virtual_hosts[0].routes[0].route.retry_policy"),
        ("envoy-tracing", Manager + ".tracing"),
    ];

    /// <summary>What breaks one rule of a file that breaks none: the rule, where, and what stands there; null for nothing.</summary>
    public static TheoryData<string, string, string?> Breaks => new()
    {
        { "envoy-plaintext-listener", "static_resources/listeners/0/filter_chains/0/transport_socket", null },
        { "envoy-client-certificate", "static_resources/listeners/0/filter_chains/0/transport_socket/typed_config/require_client_certificate", "false" },
        { "envoy-caller-names", "static_resources/listeners/0/filter_chains/0/transport_socket/typed_config/common_tls_context/combined_validation_context/default_validation_context/match_typed_subject_alt_names", "[]" },
        { "envoy-caller-authorization", "static_resources/listeners/0/filter_chains/0/filters/0/typed_config/http_filters/0", """{"name":"a","typed_config":{"@type":"type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"}}""" },
        { "envoy-callee-names", "static_resources/clusters/1/transport_socket/typed_config/common_tls_context/combined_validation_context", null },
        { "envoy-plaintext-upstream", "static_resources/clusters/1/transport_socket", null },
        { "envoy-tls-parameters", "static_resources/clusters/1/transport_socket/typed_config/common_tls_context/tls_params/tls_maximum_protocol_version", null },
        { "envoy-tls-parameters", "static_resources/clusters/1/transport_socket/typed_config/common_tls_context/tls_params/tls_minimum_protocol_version", "\"TLSv1_1\"" },
        { "envoy-alpn", "static_resources/listeners/0/filter_chains/0/transport_socket/typed_config/common_tls_context/alpn_protocols", null },
        { "envoy-key-rotation", "static_resources/clusters/1/transport_socket/typed_config/common_tls_context/tls_certificates", """[{"private_key":{"inline_string":"secret"}}]""" },
        { "envoy-watched-directory", "static_resources/clusters/1/transport_socket/typed_config/common_tls_context/tls_certificate_sds_secret_configs/0/sds_config/path_config_source/watched_directory", null },
        { "envoy-undefined-cluster", "static_resources/listeners/1/filter_chains/0/filters/0/typed_config/route_config/virtual_hosts/0/routes/0/route/weighted_clusters/clusters/1/name", "\"b\"" },
        { "envoy-request-timeout", "static_resources/listeners/1/filter_chains/0/filters/0/typed_config/route_config/virtual_hosts/0/routes/0/route/timeout", null },
        { "envoy-retries", "static_resources/listeners/1/filter_chains/0/filters/0/typed_config/route_config/virtual_hosts/0/routes/0/route/retry_policy", null },
        { "envoy-catch-all", "static_resources/listeners/0/filter_chains/0/filters/0/typed_config/route_config/virtual_hosts/0/domains/0", "\"*\"" },
        { "envoy-forwarded-certificate", "static_resources/listeners/0/filter_chains/0/filters/0/typed_config/forward_client_cert_details", "\"ALWAYS_FORWARD_ONLY\"" },
        { "envoy-path-normalization", "static_resources/listeners/0/filter_chains/0/filters/0/typed_config/merge_slashes", null },
        { "envoy-header-timeout", "static_resources/listeners/0/filter_chains/0/filters/0/typed_config/request_headers_timeout", null },
        { "envoy-idle-timeout", "static_resources/listeners/1/filter_chains/0/filters/0/typed_config/stream_idle_timeout", null },
        { "envoy-access-log", "static_resources/listeners/1/filter_chains/0/filters/0/typed_config/access_log", null },
        { "envoy-tracing", "static_resources/listeners/1/filter_chains/0/filters/0/typed_config/tracing", null },
        { "envoy-connect-timeout", "static_resources/clusters/0/connect_timeout", null },
        { "envoy-circuit-breakers", "static_resources/clusters/0/circuit_breakers", null },
        { "envoy-outlier-detection", "static_resources/clusters/2/outlier_detection", null },
        { "envoy-health-check", "static_resources/clusters/2/health_checks", null },
        { "envoy-panic-threshold", "static_resources/clusters/2/common_lb_config", null },
        { "envoy-admin", "admin", null },
        { "envoy-admin-exposed", "admin/address/socket_address/address", "\"0.0.0.0\"" },
        { "envoy-node", "node/id", null },
        { "envoy-statistics", "stats_config", null },
        { "envoy-overload", "layered_runtime", null },
        { "envoy-buffer-limit", "static_resources/listeners/1/per_connection_buffer_limit_bytes", null },
        { "envoy-untyped-filter", "static_resources/listeners/1/filter_chains/0/filters/0/typed_config/access_log/0/typed_config", null },
        { "envoy-unknown-field", "static_resources/clusters/0/conect_timeout", "\"1s\"" },
        { "envoy-unknown-field", "static_resources/listeners/0/filter_chains/0/transport_socket/typed_config/require_client_certificates", "true" },
        { "envoy-unseen", "dynamic_resources", """{"lds_config":{"ads":{}}}""" },
    };

    [Fact]
    public void CommonSnippet_IsRefused_WithEachOfItsFaults() => Assert.Equal(
        Faults, EnvoyLint.Judge(Snippet()).Select(finding => (finding.Rule, finding.Evidence[0].Path)));

    [Theory]
    [InlineData("payment")]
    [InlineData("risk")]
    public void WholeFile_Passes(string name) => Assert.Empty(EnvoyLint.Judge(Good(name)).Select(finding => $"{finding.Rule} {finding.Evidence[0].Path}"));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Rule_Fails_When_ItIsBroken(string rule, string path, string? json)
    {
        var root = Good("payment");
        string[] steps = path.Split('/');
        var at = steps[..^1].Aggregate(root, (place, step) => place is JsonArray list ? list[int.Parse(step)]! : place[step]!);
        if (at is JsonArray items)
        {
            items[int.Parse(steps[^1])] = JsonNode.Parse(json!);
        }
        else if (json is null)
        {
            at.AsObject().Remove(steps[^1]);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(json);
        }

        Assert.Equal([rule], EnvoyLint.Judge(root).Select(finding => finding.Rule).Distinct());
    }

    [Fact]
    public void EveryRule_HasBeenSeenFailing() => Assert.Equal(
        EnvoyLint.Rules.Select(rule => rule.Id), Breaks.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_AreTheirOwn_AndSentencesHaveNoFullStop()
    {
        Assert.Equal(EnvoyLint.Rules.Count, EnvoyLint.Rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(EnvoyLint.Rules, rule => Assert.DoesNotContain(new[] { rule.Title, rule.Why, rule.Fix }, sentence => sentence.EndsWith('.')));
    }

    [Fact]
    public void Names_InLowerCamelCase_AreTheSame()
    {
        var camel = JsonNode.Parse(Snippet().ToJsonString().Replace("tls_certificates", "tlsCertificates", StringComparison.Ordinal).Replace("static_resources", "staticResources", StringComparison.Ordinal))!;
        Assert.Equal(Faults, EnvoyLint.Judge(camel).Select(finding => (finding.Rule, finding.Evidence[0].Path)));
    }

    [Fact]
    public void Findings_ShowNoKey() => Assert.DoesNotContain(
        "PRIVATE", string.Concat(EnvoyLint.Judge(JsonNode.Parse(Snippet().ToJsonString().Replace("\"filename\":\"/certs/server.key\"", "\"inline_string\":\"PRIVATE\"", StringComparison.Ordinal))!)), StringComparison.Ordinal);

    [Fact]
    public void Page_ListsEveryRule()
    {
        const string Head = "| rule | severity | what must be so | or else |\n| --- | --- | --- | --- |\n";
        var path = Path.Combine(ProjectRoot.Path, "docs", "lint-envoy.md");
        var page = File.ReadAllText(path);
        var begin = page.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var end = page.IndexOf("\n\n", begin, StringComparison.Ordinal) + 1;
        var rows = string.Concat(EnvoyLint.Rules.Select(rule => $"| `{rule.Id}` | {Words.Of(rule.Severity)} | {rule.Title} | {rule.Why} |\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, page[..begin] + rows + page[end..]);
        }

        Assert.Equal(rows, File.ReadAllText(path)[begin..][..rows.Length]);
    }

    private static JsonNode Snippet() => EnvoyFiles.Parse(File.ReadAllText(Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Envoy", "common-snippet.yaml")));

    private static JsonNode Good(string name) => EnvoyFiles.Parse(File.ReadAllText(Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Envoy", "good", name + ".yaml")));
}
