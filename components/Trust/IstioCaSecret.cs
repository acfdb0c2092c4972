using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Trust;

/// <summary>Hands a cluster's istiod the authority with which it signs, and all roots that the cluster's proxies trust.</summary>
/// <remarks>
/// Makes 1 object, the secret; istiod reads it anew whenever it changes, and without it would make a root of its own. Two annotations say what
/// the secret holds by the ids of keys, 16 digits of the SHA-256 of the public half, so that anybody can see how far a rotation is.
/// Source: <see cref="CertificateFacts.IstioAuthority"/>.
/// </remarks>
public sealed class IstioCaSecret : ComponentResource
{
    public const string Token = "infra:trust:IstioCaSecret";

    /// <summary>The key of the root that signed the cluster's authority.</summary>
    public const string SignedByAnnotation = "trust-signed-by";

    /// <summary>The keys of the roots that the cluster trusts, with commas between.</summary>
    public const string TrustsAnnotation = "trust-roots";

    /// <summary>What must be there before istiod.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public IstioCaSecret(string name, IstioCaSecretArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var secret = new Secret(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = CertificateFacts.IstioSecret,
                Namespace = IstioFacts.Namespace,
                Annotations =
                {
                    [SignedByAnnotation] = args.Authority.Root.CertificatePem.Apply(PublicCertificate.KeyIdOf),
                    [TrustsAnnotation] = args.TrustedPem.Apply(PublicCertificate.KeyIdsOf),
                },
            },
            Type = "Opaque",
            StringData =
            {
                [CertificateFacts.IstioCertificate] = args.Authority.CertificatePem,
                [CertificateFacts.IstioKey] = args.Authority.PrivateKeyPem,
                [CertificateFacts.IstioRoots] = args.TrustedPem,
                [CertificateFacts.IstioChain] = args.Authority.ChainPem,
            },
        }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Namespace.ToArray() } });
        Ready = [secret];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="IstioCaSecret"/> needs.</summary>
public sealed record IstioCaSecretArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The namespace of the mesh in that cluster, with what belongs to it.</summary>
    public required IReadOnlyList<Resource> Namespace { get; init; }

    /// <summary>The authority of the cluster's site.</summary>
    public required SiteAuthority Authority { get; init; }

    /// <summary>The certificate of every root that is trusted.</summary>
    public required Output<string> TrustedPem { get; init; }
}
