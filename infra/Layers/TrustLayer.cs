using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Trust;
using CrossCloudMesh.Values;
using Pulumi;
using TlsProvider = Pulumi.Tls.Provider;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The trust of a stack: from its settings to roots, an authority in each cluster, and certificates for what is in none.</summary>
internal sealed class TrustLayer
{
    private const string Name = "trust";
    private const int DaysPerYear = 365;

    private readonly TrustSettings trust;
    private readonly bool protect;
    private readonly Clouds clouds;
    private readonly TrustPlan plan;
    private readonly ComponentResourceOptions options;
    private readonly CasRoots cas;

    /// <param name="trust">What is to be trusted.</param>
    /// <param name="protect">Whether Pulumi refuses to delete keys.</param>
    /// <param name="places">Site to the cluster that is to have its authority.</param>
    /// <param name="dataCentres">Sites without a cluster that are to have an authority too.</param>
    /// <param name="clouds">The accounts.</param>
    /// <param name="names">Physical names.</param>
    public TrustLayer(
        TrustSettings trust, bool protect, IReadOnlyDictionary<string, TrustedPlace> places, IEnumerable<string> dataCentres, Clouds clouds, Names names)
    {
        (this.trust, this.protect, this.clouds) = (trust, protect, clouds);
        plan = TrustPlan.Of(trust);
        Tls = new TlsProvider("tls");
        options = new() { Provider = Tls };
        cas = new(trust, protect, clouds, names);
        var roots = plan.Trusted.ToDictionary(root => root, Make);
        Authority = new CertificateAuthority(Name, new()
        {
            TrustDomain = trust.TrustDomain,
            Signing = roots[plan.Signing],
            Trusted = [.. plan.Trusted.Select(root => roots[root])],
            Sites = [.. places.Keys, .. dataCentres],
            SiteLifetime = TimeSpan.FromDays(trust.SiteDays),
            Protect = protect,
        }, options);
        Ready = places
            .Where(place => place.Value.Namespace is not null)
            .ToImmutableSortedDictionary(place => place.Key, place => HandOver(place.Key, place.Value.Cluster, place.Value.Namespace!), StringComparer.Ordinal);
        Told = Authority.TrustedPem.Apply(trusted => ImmutableDictionary<string, string>.Empty
            .Add("trustDomain", trust.TrustDomain.ToString())
            .Add("phase", plan.Phase)
            .Add("roots", trusted));
        Workloads = trust.Workloads.ToImmutableSortedDictionary(workload => workload.Key, workload => Certify(workload.Key, workload.Value), StringComparer.Ordinal);
    }

    public CertificateAuthority Authority { get; }

    /// <summary>What makes keys and certificates.</summary>
    public TlsProvider Tls { get; }

    /// <summary>Site to what must be there before its istiod and its gateway.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<Resource>> Ready { get; }

    /// <summary>The trust domain, how far a rotation is, and the certificates of all roots that are trusted.</summary>
    public Output<ImmutableDictionary<string, string>> Told { get; }

    /// <summary>Workload to its identity, its certificate, its key and whom it trusts: a secret.</summary>
    public ImmutableSortedDictionary<string, Output<ImmutableDictionary<string, string>>> Workloads { get; }

    /// <summary>Makes the certificate of something on a site that no mesh gives one.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="site">The site whose authority signs.</param>
    /// <param name="space">Its namespace.</param>
    /// <param name="account">Its service account.</param>
    /// <param name="dnsNames">By which names clients know it.</param>
    public WorkloadCertificate Certify(string name, string site, KubernetesNamespace space, KubernetesNamespace account, ImmutableArray<DnsName> dnsNames) => new(name, new()
    {
        Authority = Authority.Sites[site],
        TrustDomain = trust.TrustDomain,
        Namespace = space,
        ServiceAccount = account,
        DnsNames = dnsNames,
        Lifetime = TimeSpan.FromDays(CertificateFacts.LeafDays),
    }, options);

    private IRootAuthority Make(PlacedRoot placed) => placed.Root switch
    {
        GeneratedRootSettings generated => new GeneratedRoot($"{Name}-root-{generated.Generation}", new()
        {
            TrustDomain = trust.TrustDomain,
            CommonName = $"root {generated.Generation}",
            Lifetime = TimeSpan.FromDays(generated.Years * DaysPerYear),
            SiteLifetime = TimeSpan.FromDays(trust.SiteDays),
            Protect = protect && placed != plan.Leaving,
        }, options),
        PemRootSettings pem => new HandedInRoot(placed.Path, pem.Certificate, new Config().RequireSecret(pem.Secret.ToString())),
        AwsPrivateRootSettings aws => new AwsPrivateRoot(new()
        {
            Authority = aws.Authority,
            Certificate = aws.Certificate,
            Generation = aws.Generation,
            Provider = clouds.Aws(aws.Authority.Region.ToString()),
        }),
        CasRootSettings standing => cas.Of(standing),
        GeneratedCasRootSettings made => cas.Of(made, isLeaving: placed == plan.Leaving),
        _ => throw new UnreachableException($"no layer makes a {placed.Root.GetType().Name}"),
    };

    private IReadOnlyList<Resource> HandOver(string site, IKubernetesCluster cluster, IReadOnlyList<Resource> space)
    {
        var secret = new IstioCaSecret($"{site}-authority", new()
        {
            Cluster = cluster,
            Namespace = space,
            Authority = Authority.Sites[site],
            TrustedPem = Authority.TrustedPem,
        });
        var certificate = Certify(
            $"{site}-gateway",
            site,
            KubernetesNamespace.Parse(IstioFacts.Namespace)!.Value,
            KubernetesNamespace.Parse(CertificateFacts.EastWestGateway)!.Value,
            [DnsName.Parse($"gateway.{site}.{trust.TrustDomain}")!.Value]);
        var gateway = new GatewaySecret($"{site}-gateway", new()
        {
            Cluster = cluster,
            Namespace = space,
            Certificate = certificate,
            TrustedPem = Authority.TrustedPem,
        });
        return [.. secret.Ready, .. gateway.Ready];
    }

    private Output<ImmutableDictionary<string, string>> Certify(string key, TrustedWorkloadSettings workload)
    {
        var certificate = Certify($"{Name}-workload-{key}", workload.Site.ToString(), workload.Namespace, workload.ServiceAccount, workload.DnsNames);
        return Output.Tuple(certificate.ChainPem, certificate.PrivateKeyPem, Authority.TrustedPem).Apply(made => ImmutableDictionary<string, string>.Empty
            .Add("identity", certificate.Identity)
            .Add("certificate", made.Item1)
            .Add("key", made.Item2)
            .Add("roots", made.Item3));
    }
}

/// <summary>A cluster that is to have the authority of its site.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Namespace">The namespace of Istio in it, with what belongs to it; null where another mesh is.</param>
internal sealed record TrustedPlace(IKubernetesCluster Cluster, IReadOnlyList<Resource>? Namespace);
