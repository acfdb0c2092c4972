using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;

namespace CrossCloudMesh.Trust;

/// <summary>Makes a root of trust, whose key is in the stack's state.</summary>
/// <remarks>
/// Makes 2 resources: the key, and the certificate that it signs for itself, with path length <see cref="CertificateFacts.RootPathLength"/>.
/// The certificate is renewed with the same key and the same name as long as the authority of a site made on the last day would outlast it:
/// what either certificate has signed is then trusted by whoever trusts the other. Whoever reads the state can read the key: encrypt it with a
/// key of a KMS, or keep the root elsewhere.
/// </remarks>
public sealed class GeneratedRoot : ComponentResource, IRootAuthority
{
    public const string Token = "infra:trust:GeneratedRoot";

    private readonly Output<string> privateKeyPem;

    [Output("certificatePem")] public Output<string> CertificatePem { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GeneratedRoot(string name, GeneratedRootArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var key = new PrivateKey(name, new()
        {
            Algorithm = CertificateFacts.Algorithm,
            EcdsaCurve = CertificateFacts.RootCurve,
        }, new() { Parent = this, Protect = args.Protect });
        privateKeyPem = key.PrivateKeyPem;

        var hours = (int)args.Lifetime.TotalHours;
        var certificate = new SelfSignedCert(name, new()
        {
            PrivateKeyPem = privateKeyPem,
            Subject = new SelfSignedCertSubjectArgs { Organization = args.TrustDomain.ToString(), CommonName = args.CommonName },
            IsCaCertificate = true,
            MaxPathLength = CertificateFacts.RootPathLength,
            AllowedUses = [.. CertificateFacts.AuthorityUses],
            ValidityPeriodHours = hours,
            EarlyRenewalHours = (int)args.SiteLifetime.TotalHours,
        }, new() { Parent = this });
        CertificatePem = certificate.CertPem;
        RegisterOutputs();
    }

    public Output<string> Sign(string name, SiteRequest request, CustomResourceOptions options) =>
        LocalSignature.Of(name, request, privateKeyPem, CertificatePem, options);
}

/// <summary>What <see cref="GeneratedRoot"/> needs.</summary>
public sealed record GeneratedRootArgs
{
    /// <summary>The organization of its subject.</summary>
    public required TrustDomain TrustDomain { get; init; }

    /// <summary>The name in its subject, which no other root of the trust domain has.</summary>
    public required string CommonName { get; init; }

    public required TimeSpan Lifetime { get; init; }

    /// <summary>How long the authorities last that it signs: it is renewed before one of them could outlast it.</summary>
    public required TimeSpan SiteLifetime { get; init; }

    /// <summary>Whether Pulumi refuses to delete or replace its key.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (SiteLifetime >= Lifetime)
        {
            yield return new Fault(
                "siteLifetime", "must be shorter than the root's own", $"{SiteLifetime.TotalDays} of {Lifetime.TotalDays} days", "have sites' authorities end sooner, or the root later");
        }
    }
}
