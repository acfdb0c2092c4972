using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;

namespace CrossCloudMesh.Trust;

/// <summary>Makes the certificate of something that no mesh gives one: a gateway, or a workload on a machine of its own.</summary>
/// <remarks>
/// Makes 3 resources: a key, a request, and a certificate by the authority of a site. It bears the identity that a pod of that service account
/// would have, and the DNS names by which clients know it that look at those: Envoy outside a mesh, App Mesh, people.
/// </remarks>
public sealed class WorkloadCertificate : ComponentResource
{
    public const string Token = "infra:trust:WorkloadCertificate";

    /// <summary>The certificate and then the one of the site's authority, in PEM: what a server presents.</summary>
    [Output("chainPem")] public Output<string> ChainPem { get; }

    /// <summary>The key in PEM, a secret.</summary>
    [Output("privateKeyPem")] public Output<string> PrivateKeyPem { get; }

    /// <summary>The identity: <c>spiffe://mesh.example.com/ns/billing/sa/batch</c>.</summary>
    public string Identity { get; }

    public WorkloadCertificate(string name, WorkloadCertificateArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Identity = args.TrustDomain.IdentityOf(args.Namespace, args.ServiceAccount);
        var child = new CustomResourceOptions { Parent = this };
        var key = new PrivateKey(name, new() { Algorithm = CertificateFacts.Algorithm, EcdsaCurve = CertificateFacts.Curve }, child);
        var request = new CertRequest(name, new()
        {
            PrivateKeyPem = key.PrivateKeyPem,
            Subject = new CertRequestSubjectArgs { Organization = args.TrustDomain.ToString() },
            DnsNames = [.. args.DnsNames.Select(each => each.ToString())],
            Uris = { Identity },
        }, child);
        var hours = (int)args.Lifetime.TotalHours;
        var certificate = new LocallySignedCert(name, new()
        {
            CertRequestPem = request.CertRequestPem,
            CaPrivateKeyPem = args.Authority.PrivateKeyPem,
            CaCertPem = args.Authority.CertificatePem,
            AllowedUses = [.. CertificateFacts.LeafUses],
            ValidityPeriodHours = hours,
            EarlyRenewalHours = CertificateFacts.EarlyHours(hours),
            SetSubjectKeyId = true,
        }, child);
        PrivateKeyPem = key.PrivateKeyPem;
        ChainPem = Output.Format($"{certificate.CertPem}{args.Authority.CertificatePem}");
        RegisterOutputs();
    }
}

/// <summary>What <see cref="WorkloadCertificate"/> needs.</summary>
public sealed record WorkloadCertificateArgs
{
    /// <summary>The authority of the site that it belongs to.</summary>
    public required SiteAuthority Authority { get; init; }

    public required TrustDomain TrustDomain { get; init; }

    public required KubernetesNamespace Namespace { get; init; }

    /// <summary>Its service account, which has the form of a namespace.</summary>
    public required KubernetesNamespace ServiceAccount { get; init; }

    /// <summary>By which names clients know it; none where they look at its identity alone.</summary>
    public required ImmutableArray<DnsName> DnsNames { get; init; }

    /// <summary>Shorter than that of the authority.</summary>
    public required TimeSpan Lifetime { get; init; }
}
