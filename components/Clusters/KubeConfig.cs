using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CrossCloudMesh.Clusters;

/// <summary>How a client finds a cluster and proves who it is: by a program that fetches a short-lived token, so that none is kept here.</summary>
internal sealed record KubeConfig
{
    /// <summary>The name that cluster, user and context share.</summary>
    public required string Name { get; init; }

    /// <summary>The URL of the API.</summary>
    public required string Server { get; init; }

    /// <summary>The authority of the API's certificate, PEM in base64; empty where a public one signed it.</summary>
    public required string CertificateAuthority { get; init; }

    /// <summary>The program that prints a token, on the machine that deploys.</summary>
    public required string TokenCommand { get; init; }

    public ImmutableArray<string> TokenArguments { get; init; } = [];

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
            ["clusters"] = new JsonArray(new JsonObject { ["name"] = Name, ["cluster"] = cluster }),
            ["contexts"] = new JsonArray(new JsonObject
            {
                ["name"] = Name,
                ["context"] = new JsonObject { ["cluster"] = Name, ["user"] = Name },
            }),
            ["current-context"] = Name,
            ["users"] = new JsonArray(new JsonObject
            {
                ["name"] = Name,
                ["user"] = new JsonObject
                {
                    ["exec"] = new JsonObject
                    {
                        ["apiVersion"] = "client.authentication.k8s.io/v1beta1",
                        ["command"] = TokenCommand,
                        ["args"] = new JsonArray([.. TokenArguments.Select(argument => JsonValue.Create(argument))]),
                        ["interactiveMode"] = "Never",
                        ["provideClusterInfo"] = true,
                    },
                },
            }),
        }.ToJsonString();
    }
}
