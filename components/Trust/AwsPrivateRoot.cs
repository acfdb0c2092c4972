using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Acmpca.Inputs;
using Certificate = Pulumi.Aws.Acmpca.Certificate;

namespace CrossCloudMesh.Trust;

/// <summary>A root of trust in AWS Private CA, whose key nobody ever sees.</summary>
/// <remarks>
/// AWS writes path length zero into what it signs. It renews nothing by itself: to raise the generation is to have every site signed again, and
/// the certificates of the generation before revoked.
/// Source: https://docs.aws.amazon.com/privateca/latest/userguide/template-definitions.html,
/// https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/acmpca/certificate.go, read 2026-11-21.
/// </remarks>
public sealed class AwsPrivateRoot : IRootAuthority
{
    private const string Template = "arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1";

    private readonly AwsPrivateRootArgs args;

    public AwsPrivateRoot(AwsPrivateRootArgs args)
    {
        this.args = args;
        CertificatePem = Output.Create(args.Certificate.ToString());
    }

    public Output<string> CertificatePem { get; }

    public Output<string> Sign(string name, SiteRequest request, CustomResourceOptions options)
    {
        var signed = new Certificate($"{name}-{args.Generation}", new()
        {
            CertificateAuthorityArn = args.Authority.ToString(),
            CertificateSigningRequest = request.RequestPem,
            SigningAlgorithm = args.Certificate.KeyAlgorithm == CertificateFacts.Algorithm ? "SHA384WITHECDSA" : "SHA384WITHRSA",
            TemplateArn = Template,
            Validity = new CertificateValidityArgs
            {
                Type = "DAYS",
                Value = ((int)request.Lifetime.TotalDays).ToString(CultureInfo.InvariantCulture),
            },
        }, CustomResourceOptions.Merge(options, new() { Provider = args.Provider }));
        // Everybody ends a certificate with an end of line; AWS alone does not.
        return signed.CertificateDetails.Apply(pem => pem.TrimEnd() + "\n");
    }
}

/// <summary>What <see cref="AwsPrivateRoot"/> needs.</summary>
public sealed record AwsPrivateRootArgs
{
    /// <summary>The authority, a root.</summary>
    public required AwsAuthorityArn Authority { get; init; }

    /// <summary>Its certificate.</summary>
    public required PublicCertificate Certificate { get; init; }

    /// <summary>Counts how often the sites were signed anew.</summary>
    public required int Generation { get; init; }

    /// <summary>The provider of the authority's region.</summary>
    public required Pulumi.Aws.Provider Provider { get; init; }
}
