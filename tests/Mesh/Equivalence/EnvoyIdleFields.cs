using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>The fields of Envoy's files whose change may do nothing, each with the reason. Whatever is not here must count.</summary>
internal static class EnvoyIdleFields
{
    private const string Default = "it says what Envoy does anyway";
    private const string Name = "nothing refers to it by its name";
    private const string People = "it is for people and tools";
    private const string Twice = "who may call is said twice, and either alone says it too";
    private const string Whereabouts = "where a machine is, or a file on it, is not in the normal form";
    private const string NoLimit = "from 2147483647 on it is taken for no limit";
    private const string Service = "the service beside its proxy is neither asked again nor far away";
    private const string Head = "it is about one connection, or the head of a request";
    private const string Own = @"^static_resources\.listeners\[\]";
    private const string Cluster = @"^static_resources\.clusters\[\]";

    private static readonly Row[] Rows =
    [
        new(@"^(node|admin|stats_config)\b", People),
        new("^layered_runtime", "limits of the whole machine stand above the caps"),
        new(Own + @"\.(name|traffic_direction)$", "it is for people, and for limits of the whole machine"),
        new(@"\.per_connection_buffer_limit_bytes$", Head),
        new(Own + @"\.address\.socket_address\.address$", Whereabouts),
        new(Own + @"\.address\.socket_address\.port_value$", "only the machine itself calls there", change => IsOutbound(change)),
        new(Own + @"\.listener_filters$", "Envoy adds it where a chain asks for TLS", change => change.IsDeletion),
        new(@"\.filter_chain_match$", "there is no other chain, and this one takes TLS alone", change => change.IsDeletion),
        new(@"\.transport_socket_connect_timeout$", Head),
        new(@"\.(transport_socket|filters\[\]|http_filters\[\]|listener_filters\[\])\.name$", "an extension is known by its type"),
        new(@"\.alpn_protocols\b", "both ends speak what the cluster says, whatever they offer"),
        new(@"\.tls_params\.cipher_suites\b", "both ends agree on one, whichever it is"),
        new(@"\.tls_params\.tls_minimum_protocol_version$", Default, change => change.IsDeletion),
        new(Own + @".*\.tls_params(\.tls_maximum_protocol_version)?$", Default, change => change.IsGone),
        new(@"\.sds_config\.path_config_source\.(path|watched_directory)\b", Whereabouts),
        new(@"\.sds_config\.resource_api_version$", Default, change => change.IsDeletion),
        new(@"\.validation_context_sds_secret_config\.name$", "whom a secret trusts is in the secret"),
        new(Own + @".*\.tls_certificate_sds_secret_configs\[\]\.name$", "a name that is no identity does not tell what the certificate bears", (change, root) =>
            change.New?.ToString().StartsWith("spiffe://", StringComparison.Ordinal) == false && ListenersOf(root) == 1),
        new(Own + @".*\.(default_validation_context|match_typed_subject_alt_names)$", Twice, change => change.IsGone),
        new(Own + @".*\.http_filters\[\]$", Twice, change => change.IsDeletion && !IsOutbound(change)),
        new(@"\.rules\.action$", Default, change => change.IsDeletion),
        new(@"\.filters\[\]\.typed_config\.(stat_prefix|access_log)\b", People),
        new(@"\.filters\[\]\.typed_config\.(use_remote_address|normalize_path|merge_slashes|request_headers_timeout|common_http_protocol_options)\b", Head),
        new(@"\.filters\[\]\.typed_config\.(forward_client_cert_details|set_current_client_cert_details)\b", "it tells the service who calls, which no caller sees"),
        new(@"\.filters\[\]\.typed_config\.(codec_type|request_timeout)$", Default, change => change.IsDeletion),
        new(@"\.route_config\.(name|virtual_hosts\[\]\.name)$", Name),
        new(@"\.route_config\.validate_clusters$", "a file with a cluster that is not there is refused anyway"),
        new(@"\.route\.max_stream_duration$", "the caller's proxy bounds the time that a call names itself", change => change.IsDeletion && !IsOutbound(change)),
        new(@"\.route\.weighted_clusters\.clusters\[\]\.weight$", "one target alone gets everything", (change, root) => At(root, change.Path, 2).AsArray().Count == 1),
        new(@"\.retry_policy\.num_retries$", Default, change => change.IsDeletion && change.Old.ToJsonString() == "1"),
        new(Cluster + @"\.connect_timeout$", Service, change => IsOwn(change)),
        new(Cluster + @"\.circuit_breakers\.thresholds\[\]\.max_retries$", Service, change => IsOwn(change)),
        new(Cluster + @"\.circuit_breakers\.thresholds\[\]\.max_retries$", "nothing is tried again", (change, root) => !IsTriedAgain(root, At(root, change.Path, 4)["name"]!.GetValue<string>())),
        new(Cluster + @"\.circuit_breakers\.thresholds\[\]\.max_", NoLimit, change => change is { IsDeletion: false } && change.Old.ToJsonString() == "2147483647" && change.New!.ToJsonString() == "2147483648"),
        new(Cluster + @"\.load_assignment\.cluster_name$", "it is for those that are told of endpoints later"),
        new(Cluster + @".*\.endpoint\.address\.socket_address\.(address|port_value)$", Whereabouts),
        new(Cluster + @".*\.lb_endpoints\[\]$", Whereabouts, change => change.IsDeletion),
        new(Cluster + @"\.lb_policy$", Default, change => change.IsDeletion && change.Old.GetValue<string>() == "ROUND_ROBIN"),
        new(@"\.outlier_detection\.(enforcing_consecutive_5xx|enforcing_consecutive_gateway_failure|max_ejection_time)$", Default, change => change.IsDeletion),
        new(@"\.outlier_detection\.always_eject_one_host$", Default, change => change.IsDeletion && !change.Old.GetValue<bool>()),
        new(@"\.outlier_detection\.always_eject_one_host$", "all may be left out, and so may one", (change, root) => At(root, change.Path, 1)["max_ejection_percent"]!.ToJsonString() == "100"),
        new(Cluster + @"\.common_lb_config$", Default, change => change.IsDeletion),
        new(Cluster + @"\.typed_extension_protocol_options$", Default, change => change.IsDeletion && change.Old.ToJsonString().Contains("\"http_protocol_options\"", StringComparison.Ordinal)),
        new(@"\.sni$", "each port has one certificate, whatever name is asked for", change => change.IsDeletion),
    ];

    /// <summary>Why it may do nothing; null where it must not.</summary>
    public static string? Why(FieldChange change, IReadOnlyList<RenderedObject> objects) =>
        Array.Find(Rows, row => row.Shape.IsMatch(change.Shape) && row.When(change, objects[change.Object].Content))?.Reason;

    private static bool IsOutbound(FieldChange change) => change.Path.StartsWith("static_resources.listeners[1]", StringComparison.Ordinal);

    /// <summary>Whether it is about the service beside the proxy.</summary>
    private static bool IsOwn(FieldChange change) => change.Path.StartsWith("static_resources.clusters[0]", StringComparison.Ordinal);

    private static int ListenersOf(JsonNode root) => root["static_resources"]!["listeners"]!.AsArray().Count;

    /// <summary>What a field is in, so many steps up.</summary>
    private static JsonNode At(JsonNode root, string path, int up)
    {
        var at = Fields.At(root, path);
        for (; up > 0; up--)
        {
            at = at.Parent!;
        }

        return at;
    }

    /// <summary>Whether the route that leads to a cluster tries again.</summary>
    private static bool IsTriedAgain(JsonNode root, string cluster) => Fields.Of(root)
        .Any(field => field.Path.EndsWith("].route", StringComparison.Ordinal) && field.Value["retry_policy"] is not null
            && Fields.Of(field.Value).Any(below => Fields.IsLeaf(below.Value) && below.Value.ToString() == cluster));

    /// <param name="Shape">Of the field's path.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="When">Which changes of it, in which file.</param>
    private sealed record Row(Regex Shape, string Reason, Func<FieldChange, JsonNode, bool> When)
    {
        public Row(string shape, string reason)
            : this(shape, reason, (_, _) => true)
        {
        }

        public Row(string shape, string reason, Func<FieldChange, bool> when)
            : this(shape, reason, (change, _) => when(change))
        {
        }

        public Row(string shape, string reason, Func<FieldChange, JsonNode, bool> when)
            : this(new Regex(shape, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking), reason, when)
        {
        }
    }
}
