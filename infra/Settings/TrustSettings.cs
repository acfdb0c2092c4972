using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Who vouches for whom: one root over all sites, and how it gives way to another.</summary>
public sealed record TrustSettings
{
    [Description("The name of everything that the root vouches for, and the host of every identity: spiffe://DOMAIN/ns/NAMESPACE/sa/ACCOUNT. "
        + "It need not be a name of DNS. Two meshes that may ever meet have different ones.")]
    public required TrustDomain TrustDomain { get; init; }

    [Description("Names that the trust domain had before, whose identities still count.")]
    [MaxLength(10)]
    public ImmutableArray<TrustDomain> TrustDomainAliases { get; init; } = [];

    [Description("The root, or while one gives way to another, the one before.")]
    public required RootSettings Root { get; init; }

    [Description("How the root gives way to another, a phase at a time, each deployed before the next. Left out: it does not.")]
    public RotationSettings Rotation { get; init; } = new SteadySettings();

    [Description("For how many days the authority of a site is signed. Left out: 365.")]
    [Range(30, 1825)]
    public int SiteDays { get; init; } = CertificateFacts.IntermediateDays;

    [Description("What runs on machines of its own and still belongs to the trust domain, by a name of yours. Their certificates and keys are in the "
        + "stack's secret output workloads.")]
    [Keys<EntryKey>, MaxLength(200)]
    public ImmutableSortedDictionary<string, TrustedWorkloadSettings> Workloads { get; init; } =
        ImmutableSortedDictionary.Create<string, TrustedWorkloadSettings>(StringComparer.Ordinal);
}

/// <summary>A workload that no mesh gives a certificate.</summary>
public sealed record TrustedWorkloadSettings
{
    [Description("The site whose authority signs its certificate.")]
    public required EntryKey Site { get; init; }

    [Description("The namespace in its identity.")]
    public required KubernetesNamespace Namespace { get; init; }

    [Description("The service account in its identity.")]
    public required KubernetesNamespace ServiceAccount { get; init; }

    [Description("Names by which clients know it that do not look at identities. Left out: none.")]
    [MaxLength(20)]
    public ImmutableArray<DnsName> DnsNames { get; init; } = [];
}
