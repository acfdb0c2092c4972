using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Keeps what runs in an EKS cluster under a key of its own: objects and secrets, and the volumes that pods claim.</summary>
/// <remarks>
/// Makes 1 <see cref="AwsKey"/>, 1 vault, 1 plan, 1 selection and the role by which AWS Backup works. Volumes of the drivers of EBS and EFS
/// are kept. Buckets are not, for they need a policy of their own; images and networks are not either. Where protected, the engine
/// refuses to delete vault, plan and key; AWS refuses to delete a vault that still holds backups. A cluster that is named by its ARN is kept
/// even in a region whose AWS Backup has EKS switched off
/// (https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html, read 2026-11-21). Source: <see cref="EksFacts.BackupSource"/>.
/// </remarks>
public sealed class EksBackup : ComponentResource
{
    public const string Token = "infra:clusters:EksBackup";

    /// <summary>The longest name of a vault.</summary>
    internal const int LongestName = 50;

    [Output("vaultArn")] public Output<string> VaultArn { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public EksBackup(string name, EksBackupArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var child = new ComponentResourceOptions { Parent = this };
        var guarded = new CustomResourceOptions { Parent = this, Protect = args.Protect };
        var key = new AwsKey($"{name}-key", new()
        {
            AccountId = args.AccountId,
            AliasName = $"{args.PhysicalName}-backup",
            Description = $"Encrypts backups of {args.PhysicalName}",
            Protect = args.Protect,
        }, child);
        var role = new AwsServiceRole(name, new() { Service = "backup.amazonaws.com", ManagedPolicyArns = EksFacts.BackupPolicies }, child);

        var vault = new Vault(name, new() { Name = args.PhysicalName, KmsKeyArn = key.Arn }, guarded);
        var plan = new Plan(name, new()
        {
            Name = args.PhysicalName,
            Rules =
            {
                new PlanRuleArgs
                {
                    RuleName = "cluster",
                    TargetVaultName = vault.Name,
                    Schedule = args.Schedule.Cron,
                    Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = args.Schedule.RetentionDays },
                },
            },
        }, guarded);
        _ = new Selection(name, new()
        {
            Name = "cluster",
            PlanId = plan.Id,
            IamRoleArn = role.Arn,
            Resources = { args.ClusterArn },
        }, new() { Parent = this, DependsOn = { role.Ready.ToArray() } });

        VaultArn = vault.Arn;
        RegisterOutputs();
    }
}

/// <summary>How often a backup is made, and for how long it is kept.</summary>
/// <param name="Cron">In the six fields of AWS, in UTC: <c>cron(0 2 * * ? *)</c>.</param>
/// <param name="RetentionDays">For how many days each is kept, 1 to 36500.</param>
public sealed record EksBackupSchedule(string Cron, int RetentionDays);

/// <summary>What <see cref="EksBackup"/> needs.</summary>
public sealed record EksBackupArgs
{
    public required string AccountId { get; init; }

    /// <summary>The name of vault and plan, at most 50 characters: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The cluster, which must take access entries.</summary>
    public required Input<string> ClusterArn { get; init; }

    public required EksBackupSchedule Schedule { get; init; }

    /// <summary>Whether the engine refuses to delete vault, plan and key.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (PhysicalName.Length > EksBackup.LongestName)
        {
            yield return new("physicalName", $"must be at most {EksBackup.LongestName} characters", PhysicalName, "shorten the name of the site or of the stack");
        }
    }
}
