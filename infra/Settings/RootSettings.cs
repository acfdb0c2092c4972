using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A root of trust. The key <c>by</c> says where it comes from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(GeneratedRootSettings), "generated")]
[JsonDerivedType(typeof(PemRootSettings), "pem")]
[JsonDerivedType(typeof(AwsPrivateRootSettings), "awsPrivateCa")]
[JsonDerivedType(typeof(CasRootSettings), "googleCas")]
[JsonDerivedType(typeof(GeneratedCasRootSettings), "generatedInGoogleCas")]
public abstract record RootSettings
{
    /// <summary>Its certificate, where it is known before a deployment.</summary>
    internal virtual PublicCertificate? Known => null;

    /// <summary>Which of the roots that were made here it is; null where it was not.</summary>
    internal virtual int? Made => null;
}

/// <summary>It is made here. Its key is in the stack's state, for whoever can read that.</summary>
public sealed record GeneratedRootSettings : RootSettings
{
    [Description("Counts the roots that were made here; the next one has a higher number.")]
    [Range(1, 1000)]
    public required int Generation { get; init; }

    [Description("How long its certificate lasts. It is renewed with the same key before any site's could outlast it. Left out: 10 years.")]
    [Range(2, 30)]
    public int Years { get; init; } = CertificateFacts.RootYears;

    internal override int? Made => Generation;
}

/// <summary>It was made elsewhere, and handed in with its key.</summary>
public sealed record PemRootSettings : RootSettings
{
    [Description("The name of the secret that holds its key in PEM: pulumi config set --secret NAME < root.key.")]
    public required EntryKey Secret { get; init; }

    [Description("Its certificate in PEM, as a block of text.")]
    public required PublicCertificate Certificate { get; init; }

    internal override PublicCertificate? Known => Certificate;
}

/// <summary>It is an authority of AWS Private CA, a root, which stands already.</summary>
public sealed record AwsPrivateRootSettings : RootSettings
{
    [Description("The authority's ARN. It must be in a region where a site is.")]
    public required AwsAuthorityArn Authority { get; init; }

    [Description("Its certificate in PEM, as a block of text: aws acm-pca get-certificate-authority-certificate.")]
    public required PublicCertificate Certificate { get; init; }

    [Description("How often it has signed the sites. AWS renews nothing by itself: raise it, and deploy, well before siteDays are over.")]
    [Range(1, 1000)]
    public int Generation { get; init; } = 1;

    internal override PublicCertificate? Known => Certificate;
}

/// <summary>It is an authority of Google's Certificate Authority Service, a root, which stands already.</summary>
public sealed record CasRootSettings : RootSettings
{
    [Description("The authority's path. It must be in the project of cloud.google, in a pool of the tier ENTERPRISE.")]
    public required GoogleAuthorityPath Authority { get; init; }

    [Description("Its certificate in PEM, as a block of text: gcloud privateca roots describe ROOT --pool POOL --location REGION --format 'value(pemCaCertificates)'.")]
    public required PublicCertificate Certificate { get; init; }

    [Description("How often it has signed the sites. Google renews nothing by itself: raise it, and deploy, well before siteDays are over.")]
    [Range(1, 1000)]
    public int Generation { get; init; } = 1;

    internal override PublicCertificate? Known => Certificate;
}

/// <summary>It is made here, in Google's Certificate Authority Service, which keeps its key.</summary>
public sealed record GeneratedCasRootSettings : RootSettings
{
    [Description("Counts the roots that were made here, of either kind; the next one has a higher number.")]
    [Range(1, 1000)]
    public required int Generation { get; init; }

    [Description("The region of Google Cloud that it is in. It need not be one of a site.")]
    public required GoogleRegion Region { get; init; }

    [Description("How long its certificate lasts. Google does not renew it, and another number would be another root: rotate to the next one well "
        + "before. Left out: 10 years.")]
    [Range(2, 30)]
    public int Years { get; init; } = CertificateFacts.RootYears;

    [Description("How often it has signed the sites. Google renews nothing by itself: raise it, and deploy, well before siteDays are over.")]
    [Range(1, 1000)]
    public int Signing { get; init; } = 1;

    internal override int? Made => Generation;
}
