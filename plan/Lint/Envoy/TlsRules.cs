namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>Who is let in, and whom callers take for the service.</summary>
/// <remarks>
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/transport_sockets/tls/v3/common.proto,
/// https://www.envoyproxy.io/docs/envoy/latest/configuration/security/secret, read 2026-11-21.
/// </remarks>
internal static class TlsRules
{
    private static readonly string[] Old = ["TLSv1_0", "TLSv1_1"];

    public static IEnumerable<EnvoyRule> List { get; } =
    [
        new()
        {
            Id = "envoy-plaintext-listener",
            Severity = Severity.Error,
            Title = "A listener for other machines speaks TLS",
            Why = "whoever is on the way reads and changes every request",
            Fix = "give its filter chain a transport_socket with a DownstreamTlsContext, or bind it to 127.0.0.1",
            Judge = file => file.Chains.Where(chain => EnvoyFile.IsOpen(chain.Listener) && !chain.Chain["transport_socket"].IsThere)
                .Select(chain => (chain.Chain["transport_socket"], "takes calls of other machines in plain text")),
        },
        new()
        {
            Id = "envoy-client-certificate",
            Severity = Severity.Error,
            Title = "A listener demands a certificate of its callers",
            Why = "trusted_ca alone checks a certificate that is shown, and lets in who shows none",
            Fix = "set require_client_certificate: true",
            Judge = file => file.ServerContexts.Where(context => !context["require_client_certificate"].IsTrue)
                .Select(context => (context["require_client_certificate"], "a caller without a certificate is let in")),
        },
        new()
        {
            Id = "envoy-caller-names",
            Severity = Severity.Error,
            Title = "A listener names whose certificates it takes",
            Why = "without names any certificate of the authority will do, whosever it is",
            Fix = "list its callers under match_typed_subject_alt_names, each with san_type URI and matcher exact",
            Judge = file => Unnamed(file.ServerContexts, "any certificate of the trusted authorities is let in"),
        },
        new()
        {
            Id = "envoy-caller-authorization",
            Severity = Severity.Error,
            Title = "A listener for other machines decides who may call",
            Why = "who has come in by TLS may then call everything, and is refused without an answer otherwise",
            Fix = "put envoy.filters.http.rbac before the router, with a policy of its callers' identities",
            Judge = file => file.Open
                .Where(open => !open.Chain["filters"].Items.Concat(open.Manager["http_filters"].Items).Any(filter => filter.Type is "RBAC" || filter["config_discovery"].IsThere))
                .Select(open => (open.Manager["http_filters"], "no filter says who may call")),
        },
        new()
        {
            Id = "envoy-callee-names",
            Severity = Severity.Error,
            Title = "A cluster names whom it takes for the service",
            Why = "a client checks no certificate unless it is told whose, and so speaks to anybody",
            Fix = "give it a combined_validation_context with match_typed_subject_alt_names and the roots",
            Judge = file => Unnamed(file.ClientContexts.Where(context => !context["auto_sni_san_validation"].IsTrue), "takes anybody for the service"),
        },
        new()
        {
            Id = "envoy-plaintext-upstream",
            Severity = Severity.Error,
            Title = "A cluster of another machine is reached by TLS",
            Why = "the hop behind the proxy is in plain text, and the service knows no caller",
            Fix = "give it a transport_socket with an UpstreamTlsContext",
            Judge = file => file.Clusters.Where(cluster => !EnvoyFile.IsOwn(cluster) && !cluster["transport_socket"].IsThere && !cluster["transport_socket_matches"].IsThere)
                .Select(cluster => (cluster["transport_socket"], $"{Named(cluster)} is called in plain text")),
        },
        new()
        {
            Id = "envoy-tls-parameters",
            Severity = Severity.Warning,
            Title = "TLS is bounded to 1.2 and 1.3 on both ends",
            Why = "what is not said may change with the next version, and a client goes to 1.2 at most",
            Fix = "set tls_params: tls_minimum_protocol_version TLSv1_2 or TLSv1_3, and tls_maximum_protocol_version TLSv1_3",
            Judge = file => file.ServerContexts.Concat(file.ClientContexts).Select(context => context["common_tls_context"]["tls_params"])
                .Where(parameters => parameters["tls_minimum_protocol_version"].Text is null or "TLS_AUTO" || Old.Contains(parameters["tls_minimum_protocol_version"].Text) || parameters["tls_maximum_protocol_version"].Text is not "TLSv1_3")
                .Select(parameters => (parameters, "the versions of TLS are not both said, or are old")),
        },
        new()
        {
            Id = "envoy-alpn",
            Severity = Severity.Warning,
            Title = "A listener offers the protocols that it speaks",
            Why = "without ALPN no caller can ask for HTTP/2",
            Fix = "set alpn_protocols: [h2, http/1.1]",
            Judge = file => file.ServerContexts.Select(context => context["common_tls_context"]["alpn_protocols"]).Where(protocols => !protocols.Items.Any())
                .Select(protocols => (protocols, "no caller can ask for HTTP/2")),
        },
        new()
        {
            Id = "envoy-key-rotation",
            Severity = Severity.Warning,
            Title = "Certificates, keys and authorities come by SDS, so that they can change",
            Why = "a file that is named in place is read at the start and never again, until it expires",
            Fix = "name a secret in tls_certificate_sds_secret_configs and validation_context_sds_secret_config, in a file of its own",
            Judge = file =>
                from context in file.ServerContexts.Concat(file.ClientContexts)
                let common = context["common_tls_context"]
                from source in common["tls_certificates"].Items.SelectMany(certificate => new[] { certificate["certificate_chain"], certificate["private_key"] })
                    .Append(EnvoyFile.ValidationOf(context)["trusted_ca"])
                where source.IsThere
                select (source["filename"].IsThere ? source["filename"] : source with { Value = new System.Text.Json.Nodes.JsonObject() }, "is read once and never again"),
        },
        new()
        {
            Id = "envoy-watched-directory",
            Severity = Severity.Warning,
            Title = "A secret's file stands in a directory that is watched",
            Why = "a file is read anew when it is moved to its place, and not when the link above it is swapped, as tools do",
            Fix = "set watched_directory beside path, to the directory in which the swap happens",
            Judge = file => file.Root.All.Where(place => place.Path.EndsWith(".path_config_source", StringComparison.Ordinal) && !place["watched_directory"]["path"].IsThere)
                .Select(place => (place["watched_directory"], "the file's directory is not watched")),
        },
    ];

    private static IEnumerable<(EnvoyPlace, string)> Unnamed(IEnumerable<EnvoyPlace> contexts, string message) =>
        from context in contexts
        let validation = EnvoyFile.ValidationOf(context)
        where !EnvoyFile.IsValidationElsewhere(context)
        where !validation["match_typed_subject_alt_names"].Items.Concat(validation["match_subject_alt_names"].Items).Any()
        where !validation["verify_certificate_spki"].Items.Concat(validation["verify_certificate_hash"].Items).Any()
        select ((validation.IsThere ? validation : context["common_tls_context"]["validation_context"])["match_typed_subject_alt_names"], message);

    private static string Named(EnvoyPlace cluster) => cluster["name"].Text ?? "a cluster without a name";
}
