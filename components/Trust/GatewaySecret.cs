using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Trust;

/// <summary>Hands a gateway of a cluster the certificate that it presents to clients outside the mesh.</summary>
/// <remarks>
/// Makes 1 object, a secret of the type that gateways of Istio read by <c>credentialName</c>, with whom they trust beside it. What comes to the
/// east-west gateway from inside the mesh never sees it: that is passed on as it is, to be ended by the proxy that it is for.
/// Source: https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/, read 2026-11-20.
/// </remarks>
public sealed class GatewaySecret : ComponentResource
{
    public const string Token = "infra:trust:GatewaySecret";

    /// <summary>The one of the east-west gateway.</summary>
    public const string Credential = "eastwest-gateway-certificate";

    /// <summary>What must be there before the gateway.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public GatewaySecret(string name, GatewaySecretArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var secret = new Secret(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = args.Name, Namespace = args.NamespaceName },
            Type = "kubernetes.io/tls",
            StringData =
            {
                ["tls.crt"] = args.Certificate.ChainPem,
                ["tls.key"] = args.Certificate.PrivateKeyPem,
                ["ca.crt"] = args.TrustedPem,
            },
        }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Namespace.ToArray() } });
        Ready = [secret];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GatewaySecret"/> needs.</summary>
public sealed record GatewaySecretArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>Its name, which a gateway names as its credential.</summary>
    public string Name { get; init; } = GatewaySecret.Credential;

    /// <summary>The name of its namespace, which is the gateway's too.</summary>
    public string NamespaceName { get; init; } = IstioFacts.Namespace;

    /// <summary>That namespace, with what belongs to it.</summary>
    public required IReadOnlyList<Resource> Namespace { get; init; }

    public required WorkloadCertificate Certificate { get; init; }

    /// <summary>The certificate of every root that is trusted.</summary>
    public required Output<string> TrustedPem { get; init; }
}
