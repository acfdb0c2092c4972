using System.Text.Json.Nodes;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>The certificate of a machine's Envoy and the roots that it trusts, by files that it watches.</summary>
/// <remarks>
/// A file that is named by itself is read once; only through SDS is a new one taken up, and only when something is moved into a folder that is
/// watched. The secrets are called what they are: the identity, and the trust domain.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/security/secret and
/// https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/core/v3/config_source.proto, read 2026-11-21.
/// </remarks>
internal static class EnvoySecrets
{
    /// <summary>The file in <see cref="EnvoyPaths.Sds"/> that tells of the certificate.</summary>
    public const string CertificateFile = "certificate.yaml";

    /// <summary>The file that tells of the roots.</summary>
    public const string RootsFile = "roots.yaml";

    /// <summary>Where a context finds the certificate.</summary>
    public static JsonObject CertificateOf(EnvoyMachine machine) => Config(machine.Identity, CertificateFile);

    /// <summary>Where it finds the roots.</summary>
    public static JsonObject RootsOf(EnvoyMachine machine) => Config(TrustName(machine), RootsFile);

    /// <summary>The file of the certificate.</summary>
    public static JsonObject CertificateSecret(EnvoyMachine machine) => Response(machine.Identity, "tls_certificate", new JsonObject
    {
        ["certificate_chain"] = File(EnvoyPaths.Chain),
        ["private_key"] = File(EnvoyPaths.Key),
        ["watched_directory"] = Folder(EnvoyPaths.Certificates),
    });

    /// <summary>The file of the roots.</summary>
    public static JsonObject RootsSecret(EnvoyMachine machine) => Response(TrustName(machine), "validation_context", new JsonObject
    {
        ["trusted_ca"] = File(EnvoyPaths.Roots),
        ["watched_directory"] = Folder(EnvoyPaths.Certificates),
    });

    private static string TrustName(EnvoyMachine machine) => $"spiffe://{machine.Domain}";

    private static JsonObject Config(string name, string file) => new()
    {
        ["name"] = name,
        ["sds_config"] = new JsonObject
        {
            ["resource_api_version"] = "V3",
            ["path_config_source"] = new JsonObject { ["path"] = $"{EnvoyPaths.Sds}/{file}", ["watched_directory"] = Folder(EnvoyPaths.Sds) },
        },
    };

    private static JsonObject Response(string name, string kind, JsonObject secret) => new()
    {
        ["resources"] = Message.List(Message.Any("envoy.extensions.transport_sockets.tls.v3.Secret", new("name", name), new(kind, secret))),
    };

    private static JsonObject File(string path) => new() { ["filename"] = path };

    private static JsonObject Folder(string path) => new() { ["path"] = path };
}
