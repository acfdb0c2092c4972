using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Trust;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Gives the proxies of one service account certificate, key and roots as files.</summary>
/// <remarks>
/// Makes a <see cref="WorkloadCertificate"/> and 1 secret. Its pods mount it by an annotation, <see cref="MountOf"/>. The certificate bears
/// the identity that the account has in every mesh, and names of DNS for people. Proxies read the files once: after a renewal pods have to start
/// again. Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/tls.html, read 2026-11-20.
/// </remarks>
public sealed class ProxySecret : ComponentResource
{
    public const string Token = "infra:mesh:ProxySecret";

    private const string Suffix = "-mesh";
    private const string Certificate = "tls.crt";
    private const string Key = "tls.key";
    private const string Roots = "ca.crt";

    /// <summary>The identity: <c>spiffe://mesh.example.com/ns/payments/sa/payment</c>.</summary>
    public string Identity { get; }

    /// <summary>What must be there before the pods.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public ProxySecret(string name, ProxySecretArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var certificate = new WorkloadCertificate(name, new()
        {
            Authority = args.Trust.Authority,
            TrustDomain = args.Trust.Domain,
            Namespace = args.Namespace,
            ServiceAccount = args.ServiceAccount,
            DnsNames = args.DnsNames,
            Lifetime = TimeSpan.FromDays(CertificateFacts.LeafDays),
        }, new() { Parent = this });
        Identity = certificate.Identity;
        Ready =
        [
            new Secret(name, new()
            {
                Metadata = new ObjectMetaArgs { Name = NameOf($"{args.ServiceAccount}"), Namespace = $"{args.Namespace}" },
                Type = "kubernetes.io/tls",
                StringData =
                {
                    [Certificate] = certificate.ChainPem,
                    [Key] = certificate.PrivateKeyPem,
                    [Roots] = args.Trust.TrustedPem,
                },
            }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.WaitFor.ToArray() } }),
        ];
        RegisterOutputs();
    }

    /// <summary>What a proxy presents, from these files.</summary>
    public static CertificateArgs Presented => new()
    {
        File = new FileCertificateArgs
        {
            CertificateChain = $"{AppMeshFacts.CertificateFolder}/{Certificate}",
            PrivateKey = $"{AppMeshFacts.CertificateFolder}/{Key}",
        },
    };

    /// <summary>What a proxy asks of the other end: a signature of a root of these files, and one of some names, to the letter.</summary>
    /// <exception cref="ArgumentException">There is no name, which would be everybody, or one with a wildcard, which none is equal to.</exception>
    public static ValidationArgs Asked(params IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            throw new ArgumentException("at least one name must be given, as App Mesh takes none for everybody", nameof(names));
        }

        if (names.FirstOrDefault(HasWildcard) is { } wildcard)
        {
            throw new ArgumentException($"App Mesh compares names to the letter, and takes no wildcard while TLS is enforced: {wildcard}", nameof(names));
        }

        return new()
        {
            Trust = new TrustArgs { File = new FileTrustArgs { CertificateChain = $"{AppMeshFacts.CertificateFolder}/{Roots}" } },
            SubjectAlternativeNames = new SubjectAlternativeNamesArgs
            {
                Match = new NameMatchArgs { Exact = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() },
            },
        };
    }

    internal static bool HasWildcard(string name) => name.Contains('*', StringComparison.Ordinal);

    /// <summary>The name of the secret of an account.</summary>
    public static string NameOf(string serviceAccount) => serviceAccount + Suffix;

    /// <summary>What pods of an account say in the annotation <see cref="AppMeshFacts.SecretMountsAnnotation"/>.</summary>
    public static string MountOf(string serviceAccount) => $"{NameOf(serviceAccount)}:{AppMeshFacts.CertificateFolder}";
}

/// <summary>What <see cref="ProxySecret"/> needs.</summary>
public sealed record ProxySecretArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    public required AppMeshTrust Trust { get; init; }

    public required KubernetesNamespace Namespace { get; init; }

    public required KubernetesNamespace ServiceAccount { get; init; }

    /// <summary>By which names people know it.</summary>
    public required ImmutableArray<DnsName> DnsNames { get; init; }

    /// <summary>The namespace.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}

/// <summary>Who vouches for the pods of a cluster.</summary>
/// <param name="Domain">The host of every identity.</param>
/// <param name="Authority">The authority of the cluster's site.</param>
/// <param name="TrustedPem">The certificate of every root that is trusted.</param>
public sealed record AppMeshTrust(TrustDomain Domain, SiteAuthority Authority, Output<string> TrustedPem);
