using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using Pulumi;
using Pulumi.Gcp.GkeBackup;
using Pulumi.Gcp.GkeBackup.Inputs;
using IAMMember = Pulumi.Gcp.Projects.IAMMember;
using ServiceIdentity = Pulumi.Gcp.Projects.ServiceIdentity;

namespace CrossCloudMesh.Clusters;

/// <summary>Keeps what runs in a GKE cluster, with its volumes and secrets, under a key of its own.</summary>
/// <remarks>
/// Makes the agent of Backup for GKE and its role, 1 <see cref="GcpKey"/> and 1 plan. The cluster must run the agent's add-on. Where
/// protected, the engine refuses to delete plan and key; Google refuses to delete a plan that still holds backups.
/// </remarks>
public sealed class GkeBackup : ComponentResource
{
    public const string Token = "infra:clusters:GkeBackup";

    /// <summary>The plan's path.</summary>
    [Output("planId")] public Output<string> PlanId { get; }

    public GkeBackup(string name, GkeBackupArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var agent = new ServiceIdentity($"{name}-agent", new() { Project = args.Project, Service = GkeFacts.BackupApi },
            new() { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.BackupApi) } });
        var role = new IAMMember($"{name}-agent", new()
        {
            Project = args.Project,
            Role = GkeFacts.BackupAgentRole,
            Member = agent.Member,
        }, new() { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.ProjectsApi) } });
        var key = new GcpKey($"{name}-key", new()
        {
            Project = args.Project,
            Region = args.Region,
            Users = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("agent", agent.Member),
            Api = args.Apis.Enabled(GkeFacts.KmsApi),
            Protect = args.Protect,
        }, new() { Parent = this });

        var plan = new BackupPlan(name, new()
        {
            Project = args.Project,
            Location = args.Region,
            Cluster = args.ClusterId,
            BackupConfig = new BackupPlanBackupConfigArgs
            {
                AllNamespaces = true,
                IncludeSecrets = true,
                IncludeVolumeData = true,
                EncryptionKey = new BackupPlanBackupConfigEncryptionKeyArgs { GcpKmsEncryptionKey = key.KeyId },
            },
            BackupSchedule = new BackupPlanBackupScheduleArgs { CronSchedule = args.Schedule.Cron },
            RetentionPolicy = new BackupPlanRetentionPolicyArgs { BackupRetainDays = args.Schedule.RetentionDays },
        }, new() { Parent = this, Protect = args.Protect, DependsOn = { role } });

        PlanId = plan.Id;
        RegisterOutputs();
    }
}

/// <summary>How often a backup is made, and for how long it is kept.</summary>
/// <param name="Cron">In the five fields of cron, in UTC: <c>0 2 * * *</c>.</param>
/// <param name="RetentionDays">For how many days each is kept, 1 to 365.</param>
public sealed record GkeBackupSchedule(string Cron, int RetentionDays);

/// <summary>What <see cref="GkeBackup"/> needs.</summary>
public sealed record GkeBackupArgs
{
    public required string Project { get; init; }

    /// <summary>Where backups are kept, and the region of their key.</summary>
    public required string Region { get; init; }

    public required Input<string> ClusterId { get; init; }

    public required GkeBackupSchedule Schedule { get; init; }

    /// <summary>The project's APIs, those of backups, keys and projects among them.</summary>
    public required GoogleApis Apis { get; init; }

    /// <summary>Whether the engine refuses to delete the plan and its key.</summary>
    public required bool Protect { get; init; }
}
