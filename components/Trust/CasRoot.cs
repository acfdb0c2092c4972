using CrossCloudMesh.Values;
using Pulumi;
using GcpProvider = Pulumi.Gcp.Provider;

namespace CrossCloudMesh.Trust;

/// <summary>A root of trust in Google's CAS that stands already, whose key nobody ever sees.</summary>
/// <remarks>
/// It signs by a <see cref="CasTemplate"/>, as it is not known what the policy of its pool would let through. To raise the generation is to have
/// every site signed again, and the certificates of the generation before revoked.
/// </remarks>
public sealed class CasRoot : IRootAuthority
{
    private readonly CasSignature signature;
    private readonly GcpProvider provider;

    public CasRoot(CasRootArgs args)
    {
        provider = args.Provider;
        CertificatePem = Output.Create(args.Certificate.ToString());
        signature = new()
        {
            Project = args.Authority.Project.ToString(),
            Region = args.Authority.Region.ToString(),
            Pool = args.Authority.Pool,
            Authority = args.Authority.Authority,
            Template = args.TemplateId,
            Generation = args.Generation,
        };
    }

    public Output<string> CertificatePem { get; }

    public Output<string> Sign(string name, SiteRequest request, CustomResourceOptions options) => signature.Of(name, request, options, provider);
}

/// <summary>What <see cref="CasRoot"/> needs.</summary>
public sealed record CasRootArgs
{
    /// <summary>The authority, a root in a pool of the tier ENTERPRISE.</summary>
    public required GoogleAuthorityPath Authority { get; init; }

    /// <summary>Its certificate.</summary>
    public required PublicCertificate Certificate { get; init; }

    /// <summary>Counts how often the sites were signed anew.</summary>
    public required int Generation { get; init; }

    /// <summary>The path of the template of its region.</summary>
    public required Input<string> TemplateId { get; init; }

    /// <summary>The provider of the authority's project.</summary>
    public required GcpProvider Provider { get; init; }
}
