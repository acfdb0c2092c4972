using System.Text;
using System.Text.Json.Nodes;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>How an istiod finds another cluster and proves who it is, in the form that istiod takes: no program, no file, a token.</summary>
/// <param name="Cluster">The name that cluster, user and context share.</param>
/// <param name="Server">The URL of the API.</param>
/// <param name="CertificateAuthority">The authority of the API's certificate, PEM in base64; empty where a public one signed it.</param>
/// <param name="Token">The token of a service account.</param>
internal sealed record ReaderKubeConfig(string Cluster, string Server, string CertificateAuthority, string Token)
{
    /// <summary>The token in a secret that Kubernetes filled for a service account.</summary>
    public static string TokenOf(IReadOnlyDictionary<string, string> data) => Encoding.UTF8.GetString(Convert.FromBase64String(data["token"]));

    /// <summary>The configuration file's text, as JSON, which is YAML too.</summary>
    public string ToJson()
    {
        var cluster = new JsonObject { ["server"] = Server };
        if (CertificateAuthority.Length > 0)
        {
            cluster["certificate-authority-data"] = CertificateAuthority;
        }

        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["clusters"] = new JsonArray(new JsonObject { ["name"] = Cluster, ["cluster"] = cluster }),
            ["contexts"] = new JsonArray(new JsonObject
            {
                ["name"] = Cluster,
                ["context"] = new JsonObject { ["cluster"] = Cluster, ["user"] = Cluster },
            }),
            ["current-context"] = Cluster,
            ["users"] = new JsonArray(new JsonObject { ["name"] = Cluster, ["user"] = new JsonObject { ["token"] = Token } }),
        }.ToJsonString();
    }
}
