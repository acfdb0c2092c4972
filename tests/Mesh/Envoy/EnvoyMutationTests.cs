using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossCloudMesh.Lifters.Envoy;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>No field is passed over: whichever is changed, left out or added, the normal form is another one or the file is refused.</summary>
public sealed class EnvoyMutationTests
{
    /// <summary>What has no place in the normal form and changes nothing that has, each with what is below it.</summary>
    private static readonly string[] Free =
    [
        // Whoever looks after the machine.
        @"^\$\.(node|admin|stats_config)\b",
        @"^\$\.layered_runtime\.layers\[0\]\.(name|static_layer\.overload)",
        @"\.(access_log|tracing|stat_prefix)\b",
        // Names that nothing refers to.
        @"^\$\.static_resources\.listeners\[\d\]\.name$",
        @"\.(listener_filters\[0\]|transport_socket|filters\[0\]|http_filters\[\d\])\.name$",
        @"\.route_config\.(name|virtual_hosts\[0\]\.name)$",
        @"\.load_assignment\.cluster_name$",
        // Where things are.
        @"\.sds_config\.path_config_source\b",
        @"\.(validation_context_sds_secret_config|tls_certificate_sds_secret_configs\[0\])\.name$",
        @"\.endpoint\.address\.socket_address\.(address|port_value)$",
        @"^\$\.static_resources\.listeners\[0\]\.address\.socket_address\.address$",
        @"^\$\.static_resources\.listeners\[1\]\.address\.socket_address\.(address|port_value)$",
        // What one connection carries, and how its head is read.
        @"\.(per_connection_buffer_limit_bytes|cipher_suites|health_checks|request_headers_timeout)\b",
        @"\.(use_remote_address|normalize_path|merge_slashes|path_with_escaped_slashes_action)$",
        @"\.(forward_client_cert_details|set_current_client_cert_details)\b",
        @"typed_config\.common_http_protocol_options\b",
        @"explicit_http_config\.http2?_protocol_options$",
        // From the proxy to the service beside it, and to the collector of traces.
        @"^\$\.static_resources\.clusters\[0\]\.connect_timeout$",
        @"^\$\.static_resources\.clusters\[3\](\.|$)",
    ];

    /// <summary>What says what holds without it, and so may be left out; a change of it is seen.</summary>
    private static readonly string[] Usual =
    [
        @"\.(alpn_protocols|codec_type|sni|listener_filters|resource_api_version|tls_minimum_protocol_version|enforcing_consecutive_5xx|action)\b",
        @"\.tls_params\.cipher_suites",
        @"^\$\.layered_runtime",
        @"^\$\.static_resources\.clusters\[0\]\.typed_extension_protocol_options$",
        // Of two proxies the sooner ends a stream, and this one takes longer.
        @"^\$\.static_resources\.listeners\[1\]\..*\.stream_idle_timeout$",
        // A server goes to 1.3 by itself.
        @"^\$\.static_resources\.listeners\[0\]\..*\.tls_params(\.tls_maximum_protocol_version)?$",
        // Who may call is said twice, and either alone says it too.
        @"^\$\.static_resources\.listeners\[0\]\..*\.(match_typed_subject_alt_names|http_filters\[0\])$",
    ];

    /// <summary>Changes that say the same in another way, or bound what something else bounds sooner.</summary>
    private static readonly string[] Same =
    [
        @"protocol_version = ""TLS_AUTO""$",
        @"\.thresholds\[0\]\.max_\w+ = 2147483648$",
        @"^\$\.static_resources\.clusters\[\d\]\.type = ""STATIC""$",
        @"\.alpn_protocols\[\d\] = ""(h2|http/1\.1)""$",
        @"(static_layer|listeners\[0\]\..*\.(tls_params|default_validation_context)) = \{\}$",
        @"\.stream_idle_timeout = ""160s""$|listeners\[1\]\..*\.stream_idle_timeout = ",
    ];

    private static readonly Dictionary<string, Regex> Patterns = Free.Concat(Usual).Concat(Same).ToDictionary(pattern => pattern, pattern => new Regex(pattern, RegexOptions.NonBacktracking));

    private static readonly JsonNode Payment = Good("payment");

    private static readonly JsonNode Risk = Good("risk");

    private static readonly MeshForm Form = FormOf(Payment)!;

    [Fact]
    public void GoodFiles_AreUnderstood() => Assert.Equal(
        ["payment.payments.svc.cluster.local:8080 Http", "risk.trading.svc.cluster.local:9090 Grpc"],
        Form.Services.Select(service => $"{service.Host}:{service.Port} {service.Protocol}"));

    [Fact]
    public void EveryChange_IsSeen_OrRefused()
    {
        List<JsonNode> places = [.. Mutants.Places(Payment)];
        var unseen = places
            .SelectMany(place => Mutants.Changes(place).Where(change => !JsonNode.DeepEquals(place, change)).Select(change => (Path: place.GetPath(), change, File: Mutants.Changed(Payment, place, change))))
            .Where(mutant => !IsOne(Free, mutant.Path) && Form.Equals(FormOf(mutant.File)))
            .Select(mutant => $"{mutant.Path} = {mutant.change.ToJsonString()}")
            .Where(mutant => !IsOne(Same, mutant))
            .ToList();
        Assert.InRange(places.Count, 300, 800);
        Assert.True(unseen.Count == 0, string.Join('\n', unseen));
    }

    [Fact]
    public void EveryField_LeftOut_IsMissed_UnlessItSaysWhatHoldsWithoutIt()
    {
        var unmissed = Mutants.Places(Payment)
            .Where(place => !IsOne(Free, place.GetPath()) && !IsOne(Usual, place.GetPath()) && Form.Equals(FormOf(Mutants.Changed(Payment, place, null))))
            .Select(place => place.GetPath())
            .ToList();
        Assert.True(unmissed.Count == 0, string.Join('\n', unmissed));
    }

    [Fact]
    public void UnknownFields_AreRefused_WhereverTheyStand() => Assert.All(Mutants.Places(Payment).OfType<JsonObject>().Where(place => !IsOne(Free, place.GetPath())), place =>
    {
        var with = place.DeepClone().AsObject();
        with["surprise"] = "x";
        Assert.False(Form.Equals(FormOf(Mutants.Changed(Payment, place, with))), place.GetPath());
    });

    [Fact]
    public void EveryException_IsNeeded() => Assert.All(
        Free.Concat(Usual), pattern => Assert.Contains(Mutants.Places(Payment), place => IsOne([pattern], place.GetPath()) && Form.Equals(FormOf(Mutants.Changed(Payment, place, null)))
            || IsOne([pattern], place.GetPath()) && Mutants.Changes(place).Any(change => Form.Equals(FormOf(Mutants.Changed(Payment, place, change))))));

    private static bool IsOne(string[] patterns, string path)
    {
        var plain = path.Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal);
        return Array.Exists(patterns, pattern => Patterns[pattern].IsMatch(plain));
    }

    private static JsonNode Good(string name) => EnvoyFiles.Parse(File.ReadAllText(Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Envoy", "good", name + ".yaml")));

    private static MeshForm? FormOf(JsonNode payment) => EnvoyLifter.Of([new("payment.yaml", payment, EnvoyFiles.Payment), new("risk.yaml", Risk)]).Form;
}
