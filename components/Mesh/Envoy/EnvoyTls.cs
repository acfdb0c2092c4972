using System.Text.Json.Nodes;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>Both ends of mutual TLS: who must show a certificate, and whom it must name.</summary>
/// <remarks>
/// Nothing is left to a default: a server asks for a client's certificate only when it is told so, and takes any of a trusted authority until
/// names are said; a client goes to 1.2 at most. The ciphers are those of Istio's proxies that keep a recorded call secret for ever.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/transport_sockets/tls/v3/tls.proto, read 2026-11-21, and
/// pilot/pkg/networking/core of https://github.com/istio/istio at 1.31.0-rc.0, read 2026-11-20.
/// </remarks>
internal static class EnvoyTls
{
    private const string Name = "envoy.transport_sockets.tls";
    private const string Package = "envoy.extensions.transport_sockets.tls.v3.";
    private const string Http2 = "h2";
    private const string Http1 = "http/1.1";
    private const string Scheme = "spiffe://";

    /// <summary>The end of the service: only its callers come in.</summary>
    public static JsonObject Server(EnvoyMachine machine) => Message.Extension(
        Name,
        Package + "DownstreamTlsContext",
        new("require_client_certificate", true),
        new("common_tls_context", Context(machine, machine.Service.Callers.Select(caller => caller.IdentityIn(machine.Domain)), Http2, Http1)));

    /// <summary>The end of a caller: only the service that is meant will do.</summary>
    public static JsonObject Client(EnvoyMachine machine, EnvoyCallee callee) => Message.Extension(
        Name,
        Package + "UpstreamTlsContext",
        new("sni", callee.Sni),
        new("common_tls_context", Context(machine, callee.Servers, callee.Service.Protocol is ServiceProtocol.Http ? Http1 : Http2)));

    private static JsonObject Context(EnvoyMachine machine, IEnumerable<string> names, params string[] protocols)
    {
        var others = names.Order(StringComparer.Ordinal).Select(Other).ToArray();
        return new()
        {
            ["alpn_protocols"] = Message.List(protocols.Select(each => (JsonNode?)each)),
            ["tls_params"] = new JsonObject
            {
                ["tls_minimum_protocol_version"] = "TLSv1_2",
                ["tls_maximum_protocol_version"] = "TLSv1_3",
                ["cipher_suites"] = Message.List("ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256"),
            },
            ["tls_certificate_sds_secret_configs"] = Message.List(EnvoySecrets.CertificateOf(machine)),
            ["combined_validation_context"] = new JsonObject
            {
                ["default_validation_context"] = others.Length == 0 ? new JsonObject() : new JsonObject { ["match_typed_subject_alt_names"] = Message.List(others) },
                ["validation_context_sds_secret_config"] = EnvoySecrets.RootsOf(machine),
            },
        };
    }

    private static JsonObject Other(string name) => new()
    {
        ["san_type"] = name.StartsWith(Scheme, StringComparison.Ordinal) ? "URI" : "DNS",
        ["matcher"] = new JsonObject { ["exact"] = name },
    };
}
