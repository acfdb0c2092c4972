using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A regional GKE cluster of the Standard mode.</summary>
public sealed record GkeSettings
{
    [Description("The minor version of Kubernetes, in quotes, to create with and not to fall below. The release channel upgrades from there.")]
    public required KubernetesVersion KubernetesVersion { get; init; }

    [Description("How early Google upgrades the cluster.")]
    public required ReleaseChannel ReleaseChannel { get; init; }

    [Description("Who may reach the cluster's API.")]
    public required ApiSettings Api { get; init; }

    [Description("When Google may upgrade and repair.")]
    public required MaintenanceSettings Maintenance { get; init; }

    [Description("How carefully Google upgrades.")]
    public GkeUpgradeSettings Upgrades { get; init; } = new();

    [Description("Node pools by name.")]
    [Keys<EntryKey>, MinLength(1)]
    public required ImmutableSortedDictionary<string, GkePoolSettings> Pools { get; init; }

    [Description("Who brings nodes. by: nodePools has the pools alone, by: autoProvisioning lets Google make more by itself.")]
    public GkeComputeSettings Compute { get; init; } = new GkePoolCompute();

    [Description("Kinds of nodes that pods ask for by the node selector cloud.google.com/compute-class, and that Google then makes, by name.")]
    [Keys<EntryKey>, MaxLength(50)]
    public ImmutableSortedDictionary<string, ComputeClassSettings> ComputeClasses { get; init; } =
        ImmutableSortedDictionary.Create<string, ComputeClassSettings>(StringComparer.Ordinal);

    [Description("The Google group whose member groups may be named in roles of Kubernetes. Left out: such roles name persons and accounts only.")]
    public GoogleGroupsAddress? GoogleGroups { get; init; }

    [Description("Whether the project's policy of Binary Authorization decides which images run. Until someone changes it, it admits all.")]
    public bool BinaryAuthorization { get; init; } = true;

    [Description("Whether network policies can name hosts outside the cluster. To turn it off again is to replace the cluster.")]
    public bool FqdnNetworkPolicies { get; init; }

    [Description("Whether there are network policies for the whole cluster, besides those of namespaces.")]
    public bool ClusterwideNetworkPolicies { get; init; }

    [Description("What the cluster tells of itself.")]
    public GkeObservabilitySettings Observability { get; init; } = new();

    [Description("The project whose fleet the cluster joins. Left out: it joins none.")]
    public GoogleProjectId? Fleet { get; init; }

    [Description("How often what runs in the cluster is kept, and for how long. Left out: never.")]
    public GkeBackupSettings? Backup { get; init; }
}

/// <summary>What a cluster tells of itself, besides the logs and metrics of its own components.</summary>
public sealed record GkeObservabilitySettings
{
    [Description("Whether Google collects and keeps metrics in Prometheus' form.")]
    public bool ManagedPrometheus { get; init; } = true;

    [Description("Whether the network of pods is measured.")]
    public bool DataplaneMetrics { get; init; } = true;

    [Description("Whether what containers write is kept.")]
    public bool WorkloadLogs { get; init; } = true;

    [Description("The Pub/Sub topic that is told of upgrades and security bulletins. Left out: none.")]
    public PubSubTopic? Notifications { get; init; }
}

/// <summary>Backups of what runs in a cluster: its objects, secrets and volumes.</summary>
public sealed record GkeBackupSettings
{
    [Description("When a backup is made, in UTC, as cron writes it.")]
    public required CronSchedule Schedule { get; init; }

    [Description("For how many days a backup is kept.")]
    [Range(1, 365)]
    public required int RetentionDays { get; init; }
}

/// <summary>How early Google upgrades a cluster.</summary>
public enum ReleaseChannel
{
    Rapid,
    Regular,
    Stable,
    Extended,
}
