using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Trust;

/// <summary>Makes one authority for each site of a mesh, all signed by one root, and tells whom everybody trusts.</summary>
/// <remarks>
/// Makes a <see cref="SiteAuthority"/> per site, 3 resources each; the roots are given. While a root gives way to another, both are trusted and
/// one signs: https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/, read 2026-11-20.
/// </remarks>
public sealed class CertificateAuthority : ComponentResource
{
    public const string Token = "infra:trust:CertificateAuthority";

    /// <summary>The certificate of every root that is trusted, one after the other, in PEM.</summary>
    [Output("trustedPem")] public Output<string> TrustedPem { get; }

    /// <summary>Site to its authority.</summary>
    public ImmutableSortedDictionary<string, SiteAuthority> Sites { get; }

    public TrustDomain TrustDomain { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public CertificateAuthority(string name, CertificateAuthorityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        TrustDomain = args.TrustDomain;
        TrustedPem = Output.All(args.Trusted.Select(root => root.CertificatePem)).Apply(roots => string.Concat(roots));
        Sites = args.Sites.ToImmutableSortedDictionary(site => site, site => new SiteAuthority($"{name}-{site}", new()
        {
            Root = args.Signing,
            TrustDomain = args.TrustDomain,
            Site = site,
            Lifetime = args.SiteLifetime,
            Protect = args.Protect,
        }, new() { Parent = this }), StringComparer.Ordinal);
        RegisterOutputs();
    }
}

/// <summary>What <see cref="CertificateAuthority"/> needs.</summary>
public sealed record CertificateAuthorityArgs
{
    public required TrustDomain TrustDomain { get; init; }

    /// <summary>The root that signs, one of <see cref="Trusted"/>.</summary>
    public required IRootAuthority Signing { get; init; }

    /// <summary>The roots that are trusted, the older first.</summary>
    public required ImmutableArray<IRootAuthority> Trusted { get; init; }

    /// <summary>The keys of the sites.</summary>
    public required ImmutableSortedSet<string> Sites { get; init; }

    /// <summary>How long the authority of a site lasts.</summary>
    public required TimeSpan SiteLifetime { get; init; }

    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (!Trusted.Contains(Signing))
        {
            yield return new Fault("signing", "must be a root that is trusted", Cure: "add it to trusted");
        }
    }
}
