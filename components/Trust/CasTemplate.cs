using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Gcp.CertificateAuthority;
using Pulumi.Gcp.CertificateAuthority.Inputs;

namespace CrossCloudMesh.Trust;

/// <summary>Says what an authority of Google's CAS writes into the certificate of a site: one that signs, and that no other stands below.</summary>
/// <remarks>
/// Makes 1 resource. A request says nothing of either; subject and names of it stay. A pool whose own policy says what a key may do, or what
/// stands below it, is refused by Google for contradiction. Source: <see cref="CasFacts.Policies"/>.
/// </remarks>
public sealed class CasTemplate : ComponentResource
{
    public const string Token = "infra:trust:CasTemplate";

    /// <summary>Its path.</summary>
    [Output("templateId")] public Output<string> TemplateId { get; }

    public CasTemplate(string name, CasTemplateArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var template = new CertificateTemplate(name, new()
        {
            Project = args.Project,
            Location = args.Region,
            Description = "Authorities of sites, below which no other stands",
            MaximumLifetime = CasSignature.Seconds(args.SiteLifetime),
            PredefinedValues = new CertificateTemplatePredefinedValuesArgs
            {
                CaOptions = new CertificateTemplatePredefinedValuesCaOptionsArgs { IsCa = true, ZeroMaxIssuerPathLength = true },
                KeyUsage = new CertificateTemplatePredefinedValuesKeyUsageArgs
                {
                    BaseKeyUsage = new CertificateTemplatePredefinedValuesKeyUsageBaseKeyUsageArgs { CertSign = true, CrlSign = true },
                    ExtendedKeyUsage = new CertificateTemplatePredefinedValuesKeyUsageExtendedKeyUsageArgs(),
                },
            },
        }, new() { Parent = this, DependsOn = { args.Api } });
        TemplateId = template.Id;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="CasTemplate"/> needs.</summary>
public sealed record CasTemplateArgs
{
    /// <summary>The project of the pools whose authorities sign by it.</summary>
    public required string Project { get; init; }

    /// <summary>Their region.</summary>
    public required string Region { get; init; }

    /// <summary>How long a certificate may last at most, in whole days.</summary>
    public required TimeSpan SiteLifetime { get; init; }

    /// <summary>The resource that stands for <see cref="CasFacts.Api"/> being enabled.</summary>
    public required Resource Api { get; init; }
}
