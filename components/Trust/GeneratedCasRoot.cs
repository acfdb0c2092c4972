using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.CertificateAuthority;
using Pulumi.Gcp.CertificateAuthority.Inputs;
using GcpProvider = Pulumi.Gcp.Provider;

namespace CrossCloudMesh.Trust;

/// <summary>Makes a root of trust in Google's CAS, whose key never leaves a hardware module of Google's.</summary>
/// <remarks>
/// Makes 1 resource, the authority, with path length <see cref="CertificateFacts.RootPathLength"/>. Google does not renew its certificate: well
/// before it ends another root takes over. Once nothing protects it, it goes when all that it signed is revoked, which deleting that does.
/// Source: <see cref="CasFacts.Provider"/>.
/// </remarks>
public sealed class GeneratedCasRoot : ComponentResource, IRootAuthority
{
    public const string Token = "infra:trust:GeneratedCasRoot";

    private readonly CasSignature signature;
    private readonly GcpProvider provider;

    [Output("certificatePem")] public Output<string> CertificatePem { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GeneratedCasRoot(string name, GeneratedCasRootArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        provider = args.Provider;
        var authority = new Authority(name, new()
        {
            Project = args.Pool.Project,
            Location = args.Pool.Region,
            Pool = args.Pool.PoolName,
            CertificateAuthorityId = args.PhysicalName,
            Type = "SELF_SIGNED",
            KeySpec = new AuthorityKeySpecArgs { Algorithm = CasFacts.RootKey },
            Lifetime = CasSignature.Seconds(args.Lifetime),
            DeletionProtection = args.Protect,
            SkipGracePeriod = args.GoesAtOnce,
            IgnoreActiveCertificatesOnDeletion = false,
            Config = new AuthorityConfigArgs
            {
                SubjectConfig = new AuthorityConfigSubjectConfigArgs
                {
                    Subject = new AuthorityConfigSubjectConfigSubjectArgs { Organization = args.TrustDomain.ToString(), CommonName = args.CommonName },
                },
                X509Config = new AuthorityConfigX509ConfigArgs
                {
                    CaOptions = new AuthorityConfigX509ConfigCaOptionsArgs { IsCa = true, MaxIssuerPathLength = CertificateFacts.RootPathLength },
                    KeyUsage = new AuthorityConfigX509ConfigKeyUsageArgs
                    {
                        BaseKeyUsage = new AuthorityConfigX509ConfigKeyUsageBaseKeyUsageArgs { CertSign = true, CrlSign = true },
                        ExtendedKeyUsage = new AuthorityConfigX509ConfigKeyUsageExtendedKeyUsageArgs(),
                    },
                },
            },
        }, new() { Parent = this, Provider = args.Provider, Protect = args.Protect });
        CertificatePem = authority.PemCaCertificates.Apply(chain => CasSignature.Ended(chain[0]));
        signature = new()
        {
            Project = args.Pool.Project,
            Region = args.Pool.Region,
            Pool = args.Pool.PoolName,
            Authority = authority.CertificateAuthorityId,
            Generation = args.Signing,
        };
        RegisterOutputs();
    }

    public Output<string> Sign(string name, SiteRequest request, CustomResourceOptions options) => signature.Of(name, request, options, provider);
}

/// <summary>What <see cref="GeneratedCasRoot"/> needs.</summary>
public sealed record GeneratedCasRootArgs
{
    /// <summary>The pool to make it in.</summary>
    public required CasPool Pool { get; init; }

    /// <summary>Its name in the pool, which no root there has had.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The organization of its subject.</summary>
    public required TrustDomain TrustDomain { get; init; }

    /// <summary>The name in its subject, which no other root of the trust domain has.</summary>
    public required string CommonName { get; init; }

    /// <summary>How long it lasts, in whole days; another would be another root.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>How long the authorities last that it signs, which it must outlast: Google would end them with it without a word.</summary>
    public required TimeSpan SiteLifetime { get; init; }

    /// <summary>Counts how often the sites were signed anew.</summary>
    public required int Signing { get; init; }

    /// <summary>Whether Pulumi and the provider refuse to delete or replace it.</summary>
    public required bool Protect { get; init; }

    /// <summary>Whether it is gone for good with its deletion, instead of 30 days later; until it is, its pool cannot go.</summary>
    public required bool GoesAtOnce { get; init; }

    /// <summary>The provider of the pool's project.</summary>
    public required GcpProvider Provider { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (SiteLifetime >= Lifetime)
        {
            yield return new Fault(
                "siteLifetime", "must be shorter than the root's own", $"{SiteLifetime.TotalDays} of {Lifetime.TotalDays} days", "have sites' authorities end sooner, or the root later");
        }
    }
}
