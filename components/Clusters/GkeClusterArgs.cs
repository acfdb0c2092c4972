using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Clusters;

/// <summary>What <see cref="GkeCluster"/> needs.</summary>
public sealed record GkeClusterArgs
{
    public required GkeCreation AtCreation { get; init; }

    /// <summary>The addresses of <see cref="GkeCreation.PodRangeName"/>.</summary>
    public required Cidr Pods { get; init; }

    /// <summary>The zones in which nodes run.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The minor version to start with and not to fall below.</summary>
    public required KubernetesVersion KubernetesVersion { get; init; }

    public required GkeUpgradePolicy Upgrades { get; init; }

    /// <summary>What a node needs of its network before it can join.</summary>
    public required IReadOnlyList<Resource> WayOut { get; init; }

    public required ApiAccess ApiAccess { get; init; }

    /// <summary>The private ranges from which the API's address may be called, besides those of the cluster itself.</summary>
    /// <remarks>At least one where <see cref="ApiAccess"/> is private; elsewhere the API has no address.</remarks>
    public required ImmutableArray<Cidr> PeerRanges { get; init; }

    /// <summary>What lets operators in; objects in the cluster wait for it.</summary>
    public required IReadOnlyList<Resource> Access { get; init; }

    public GkeSecurity Security { get; init; } = new();

    public GkeObservability Observability { get; init; } = new();

    /// <summary>At least one pool, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, GkePool> Pools { get; init; }

    public GkeAutoscalingProfile AutoscalingProfile { get; init; }

    /// <summary>The bounds of what Google makes by itself, exactly where <see cref="GkeCreation.AutoProvisions"/>.</summary>
    public GkeAutoProvisioning? AutoProvisioning { get; init; }

    /// <summary>Kinds of nodes that pods may ask for by name, which Google then makes.</summary>
    public ImmutableSortedDictionary<string, GkeComputeClass> ComputeClasses { get; init; } =
        ImmutableSortedDictionary.Create<string, GkeComputeClass>(StringComparer.Ordinal);

    /// <summary>The project whose fleet the cluster joins; its API must be among <see cref="Apis"/>. Left out: none.</summary>
    public string? FleetProject { get; init; }

    /// <summary>Left out: nothing is kept of what runs in the cluster. The API of backups must be among <see cref="Apis"/>.</summary>
    public GkeBackupSchedule? Backup { get; init; }

    /// <summary>The project's APIs, those of <see cref="GkeFacts.Apis"/> among them.</summary>
    public required GoogleApis Apis { get; init; }

    /// <summary>Whether engine, provider and Google all refuse to delete the cluster.</summary>
    public required bool Protect { get; init; }

    /// <summary>Whether what runs in the cluster counts as gone where its API cannot be reached: only while a stack is taken down.</summary>
    public bool Teardown { get; init; }

    internal bool IsPrivate => ApiAccess == ApiAccess.Private;

    internal IEnumerable<Fault> Check()
    {
        if (IsPrivate && PeerRanges.IsEmpty)
        {
            yield return new("peerRanges", "must hold at least one range where the API is private", "none", "add those that may call it");
        }

        if (AtCreation.PhysicalName.Length > 40)
        {
            yield return new("atCreation.physicalName", "must be at most 40 characters", AtCreation.PhysicalName, "shorten the name of the site or of the stack");
        }

        if (Pools.Count == 0)
        {
            yield return new("pools", "must hold at least one pool", "none", "add one");
        }

        if (AtCreation.AutoProvisions != AutoProvisioning is not null)
        {
            yield return new("autoProvisioning", "must be given exactly where atCreation.autoProvisions is true", AutoProvisioning is null ? "none" : "bounds");
        }

        foreach (var fault in Pools.SelectMany(pool => pool.Value.Check($"pools.{pool.Key}")))
        {
            yield return fault;
        }
    }
}

/// <summary>What a cluster demands of those who reach it and of what runs in it, beyond what it always does.</summary>
public sealed record GkeSecurity
{
    /// <summary>The Google group whose member groups may be named in Kubernetes roles: <c>gke-security-groups@</c> and a domain.</summary>
    /// <remarks>Left out: Kubernetes roles can name persons and accounts only.</remarks>
    public string? GroupsAddress { get; init; }

    /// <summary>Whether the project's policy of Binary Authorization decides which images run; until someone changes it, it admits all.</summary>
    public bool BinaryAuthorization { get; init; } = true;

    /// <summary>Whether network policies can name hosts outside the cluster. Google replaces a cluster to turn it off again.</summary>
    public bool FqdnPolicies { get; init; }

    /// <summary>Whether there are network policies for the whole cluster besides those of namespaces.</summary>
    public bool ClusterwidePolicies { get; init; }
}

/// <summary>What a cluster tells of itself, beyond the logs and metrics of its own components.</summary>
public sealed record GkeObservability
{
    /// <summary>Whether Google collects and keeps metrics in Prometheus' form.</summary>
    public bool ManagedPrometheus { get; init; } = true;

    /// <summary>Whether the network of pods is measured.</summary>
    public bool DataplaneMetrics { get; init; } = true;

    /// <summary>Whether what containers write is kept.</summary>
    public bool WorkloadLogs { get; init; } = true;

    /// <summary>The Pub/Sub topic that is told of upgrades and security bulletins: <c>projects/acme/topics/gke</c>. Left out: none.</summary>
    public string? NotificationTopic { get; init; }
}
