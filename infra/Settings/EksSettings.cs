using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>An EKS cluster.</summary>
public sealed record EksSettings
{
    [Description("The minor version of Kubernetes, in quotes. It goes up one minor at a time.")]
    public required KubernetesVersion KubernetesVersion { get; init; }

    [Description("Who may reach the cluster's API.")]
    public required ApiSettings Api { get; init; }

    [Description("Who brings nodes besides the node groups of pools. Left out: nobody.")]
    public EksComputeSettings Compute { get; init; } = new EksNodeGroupCompute();

    [Description("Node groups by name. They may be left out only where EKS brings nodes itself, with compute by autoMode.")]
    [Keys<EntryKey>]
    public ImmutableSortedDictionary<string, EksPoolSettings> Pools { get; init; } = ImmutableSortedDictionary<string, EksPoolSettings>.Empty;

    [Description("Sizes the groups of pools by what pods ask for. Left out: each pool has as many nodes as its least.")]
    public AutoscalerSettings? Autoscaler { get; init; }

    [Description("What runs in the cluster besides its add-ons.")]
    public EksControllerSettings Controllers { get; init; } = new();

    [Description("IAM roles or users that administer this cluster. Left out: those of cloud.operators.aws.")]
    [MinLength(1)]
    public ImmutableArray<AwsPrincipal>? Administrators { get; init; }

    [Description("Who else may use the cluster, by a name of your choice.")]
    [Keys<EntryKey>]
    public ImmutableSortedDictionary<string, EksAccessSettings> Access { get; init; } = ImmutableSortedDictionary<string, EksAccessSettings>.Empty;

    [Description("Add-ons besides those that every cluster has, such as aws-efs-csi-driver, or amazon-cloudwatch-observability for metrics, logs and traces.")]
    public ImmutableArray<EksAddonName> Addons { get; init; } = [];

    [Description("Versions of add-ons by name. Left out: the ones known to go with the Kubernetes version.")]
    [Keys<EksAddonName>]
    public ImmutableSortedDictionary<string, EksAddonVersion> AddonVersions { get; init; } = ImmutableSortedDictionary<string, EksAddonVersion>.Empty;

    [Description("How much the control plane can take at once whatever its load so far, at a price. standard: it grows with its load.")]
    public EksTier ControlPlaneTier { get; init; } = EksTier.Standard;
}

/// <summary>What an IAM principal may do in a cluster.</summary>
public sealed record EksAccessSettings
{
    [Description("An IAM role or user, which stands nowhere else in the cluster's settings.")]
    public required AwsPrincipal Principal { get; init; }

    [Description("What it may do: see all but secrets, change workloads, administer namespaces, or administer the cluster.")]
    public required EksAccessPolicy Policy { get; init; }

    [Description("Where it may do that. Left out: everywhere.")]
    [MinLength(1)]
    public ImmutableArray<KubernetesNamespace>? Namespaces { get; init; }
}

/// <summary>What a principal may do in a cluster.</summary>
public enum EksAccessPolicy
{
    View,
    Edit,
    Admin,
    ClusterAdmin,
}

/// <summary>How much a control plane can take at once.</summary>
public enum EksTier
{
    Standard,
    Xl,

    [JsonStringEnumMemberName("2xl")]
    TwoXl,

    [JsonStringEnumMemberName("4xl")]
    FourXl,

    [JsonStringEnumMemberName("8xl")]
    EightXl,
}
