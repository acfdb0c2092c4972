using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;

namespace CrossCloudMesh.Trust;

/// <summary>Makes the authority of a site, which signs what runs there and nothing that signs in turn.</summary>
/// <remarks>
/// Makes 3 resources: a key, a request, and a certificate by the root. The root may change under it: key and name stay, and so does the trust
/// in what it has signed, as long as both roots are trusted.
/// </remarks>
public sealed class SiteAuthority : ComponentResource
{
    public const string Token = "infra:trust:SiteAuthority";

    /// <summary>Its certificate in PEM.</summary>
    [Output("certificatePem")] public Output<string> CertificatePem { get; }

    /// <summary>Its key in PEM, a secret.</summary>
    [Output("privateKeyPem")] public Output<string> PrivateKeyPem { get; }

    /// <summary>Its certificate and then the root's, in PEM.</summary>
    [Output("chainPem")] public Output<string> ChainPem { get; }

    /// <summary>Whose signature it bears.</summary>
    public IRootAuthority Root { get; }

    public SiteAuthority(string name, SiteAuthorityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Root = args.Root;
        var child = new CustomResourceOptions { Parent = this };
        var key = new PrivateKey(name, new()
        {
            Algorithm = CertificateFacts.Algorithm,
            EcdsaCurve = CertificateFacts.Curve,
        }, new() { Parent = this, Protect = args.Protect });
        var request = new CertRequest(name, new()
        {
            PrivateKeyPem = key.PrivateKeyPem,
            // istiod reads the first organization of whoever signs.
            Subject = new CertRequestSubjectArgs { Organization = args.TrustDomain.ToString(), CommonName = args.Site },
            DnsNames = { CertificateFacts.IstiodName },
        }, child);
        PrivateKeyPem = key.PrivateKeyPem;
        CertificatePem = args.Root.Sign(name, new() { RequestPem = request.CertRequestPem, Lifetime = args.Lifetime }, child);
        ChainPem = Output.Format($"{CertificatePem}{args.Root.CertificatePem}");
        RegisterOutputs();
    }
}

/// <summary>What <see cref="SiteAuthority"/> needs.</summary>
public sealed record SiteAuthorityArgs
{
    public required IRootAuthority Root { get; init; }

    /// <summary>The organization of its subject.</summary>
    public required TrustDomain TrustDomain { get; init; }

    /// <summary>The site's key, which is the name in its subject.</summary>
    public required string Site { get; init; }

    /// <summary>Shorter than what is left of the root's.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Whether Pulumi refuses to delete or replace its key.</summary>
    public required bool Protect { get; init; }
}
