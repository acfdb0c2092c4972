using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Gcp.CertificateAuthority;
using Pulumi.Gcp.CertificateAuthority.Inputs;

namespace CrossCloudMesh.Trust;

/// <summary>A pool of Google's CAS for roots that sign the authorities of sites, and nothing else.</summary>
/// <remarks>
/// Makes 1 resource. Its policy takes requests only, for keys on <see cref="CertificateFacts.Curve"/>, and makes each of them an authority below
/// which no other stands. One root gives way to another within it. Neither certificates nor lists of revoked ones are published: those would lie
/// where the whole internet can read them, and no proxy asks. Its name is Pulumi's to make: a root's name is not given twice in a pool.
/// Source: <see cref="CasFacts.Policies"/>, <see cref="CasFacts.Deletion"/>.
/// </remarks>
public sealed class CasPool : ComponentResource
{
    public const string Token = "infra:trust:CasPool";

    /// <summary>The pool's name.</summary>
    [Output("poolName")] public Output<string> PoolName { get; }

    /// <summary>The project that it is in.</summary>
    public string Project { get; }

    /// <summary>The region that it is in.</summary>
    public string Region { get; }

    public CasPool(string name, CasPoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (Project, Region) = (args.Project, args.Region);
        var pool = new CaPool(name, new()
        {
            Project = args.Project,
            Location = args.Region,
            Tier = CasFacts.Tier,
            PublishingOptions = new CaPoolPublishingOptionsArgs { PublishCaCert = false, PublishCrl = false },
            IssuancePolicy = new CaPoolIssuancePolicyArgs
            {
                AllowedIssuanceModes = new CaPoolIssuancePolicyAllowedIssuanceModesArgs { AllowCsrBasedIssuance = true, AllowConfigBasedIssuance = false },
                AllowedKeyTypes =
                {
                    new CaPoolIssuancePolicyAllowedKeyTypeArgs
                    {
                        EllipticCurve = new CaPoolIssuancePolicyAllowedKeyTypeEllipticCurveArgs { SignatureAlgorithm = CasFacts.SiteKey },
                    },
                },
                MaximumLifetime = CasSignature.Seconds(args.SiteLifetime),
                BaselineValues = new CaPoolIssuancePolicyBaselineValuesArgs
                {
                    CaOptions = new CaPoolIssuancePolicyBaselineValuesCaOptionsArgs { IsCa = true, ZeroMaxIssuerPathLength = true },
                    KeyUsage = new CaPoolIssuancePolicyBaselineValuesKeyUsageArgs
                    {
                        BaseKeyUsage = new CaPoolIssuancePolicyBaselineValuesKeyUsageBaseKeyUsageArgs { CertSign = true, CrlSign = true },
                        ExtendedKeyUsage = new CaPoolIssuancePolicyBaselineValuesKeyUsageExtendedKeyUsageArgs(),
                    },
                },
            },
        }, new() { Parent = this, Protect = args.Protect, DependsOn = { args.Api } });
        PoolName = pool.Name;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="CasPool"/> needs.</summary>
public sealed record CasPoolArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>How long the authority of a site may last at most, in whole days.</summary>
    public required TimeSpan SiteLifetime { get; init; }

    /// <summary>The resource that stands for <see cref="CasFacts.Api"/> being enabled.</summary>
    public required Resource Api { get; init; }

    /// <summary>Whether Pulumi refuses to delete or replace it.</summary>
    public required bool Protect { get; init; }
}
