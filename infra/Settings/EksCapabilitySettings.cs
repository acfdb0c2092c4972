using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Controllers that EKS runs for a cluster outside of it, at a price.</summary>
public sealed record EksCapabilitySettings
{
    [Description("AWS Controllers for Kubernetes, which make resources of AWS from objects in the cluster. Left out: they do not run.")]
    public EksAckSettings? Ack { get; init; }

    [Description("Whether kro runs, which makes kinds of objects out of others.")]
    public bool Kro { get; init; }

    [Description("Argo CD, whose users come from IAM Identity Center. Left out: it does not run.")]
    public EksArgoCdSettings? Argocd { get; init; }
}

/// <summary>AWS Controllers for Kubernetes.</summary>
public sealed record EksAckSettings
{
    [Description("Managed policies that say what they may do in AWS. Left out: nothing, but for roles that they are given by namespace.")]
    [MaxLength(10)]
    public ImmutableArray<AwsPolicyArn> Policies { get; init; } = [];
}

/// <summary>Argo CD.</summary>
public sealed record EksArgoCdSettings
{
    [Description("The instance of IAM Identity Center.")]
    public required IdentityCenterInstance IdentityCenter { get; init; }

    [Description("The region in which that instance is.")]
    public required AwsRegion IdentityCenterRegion { get; init; }

    [Description("Ids of groups of that instance that administer Argo CD.")]
    [MinLength(1)]
    public required ImmutableArray<IdentityCenterGroup> Administrators { get; init; }

    [Description("Ids of groups that change applications.")]
    public ImmutableArray<IdentityCenterGroup> Editors { get; init; } = [];

    [Description("Ids of groups that look at applications.")]
    public ImmutableArray<IdentityCenterGroup> Viewers { get; init; } = [];
}

/// <summary>Backups of what runs in a cluster: its objects, its secrets, and volumes of EBS and EFS that pods claim.</summary>
public sealed record EksBackupSettings
{
    [Description("When a backup is made, in UTC, as AWS writes it.")]
    public required AwsCronSchedule Schedule { get; init; }

    [Description("For how many days a backup is kept.")]
    [Range(1, 36500)]
    public required int RetentionDays { get; init; }
}
