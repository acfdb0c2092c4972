using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Backups of what runs in a GKE cluster.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeBackupTests
{
    private const string Plan = "gcp:gkebackup/backupPlan:BackupPlan";

    [Fact]
    public async Task Makes_AgentRoleKeyAndPlan()
    {
        var plain = (await GkeClusterTests.RunAsync()).Counts();
        Assert.Equal(
            [
                "gcp:gkebackup/backupPlan:BackupPlan 1",
                "gcp:kms/cryptoKey:CryptoKey 3",
                "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember 3",
                "gcp:kms/keyRing:KeyRing 3",
                "gcp:projects/iAMMember:IAMMember 3",
                "gcp:projects/serviceIdentity:ServiceIdentity 2",
            ],
            (await RunAsync()).Counts().Except(plain));
    }

    [Fact]
    public async Task KeepsEverything_UnderItsOwnKey_ForAsLongAsAsked()
    {
        var asked = await RunAsync();
        var plan = asked.One(Plan);
        Assert.Equal("{cronSchedule: 0 2 * * *}", plan.Input("backupSchedule"));
        Assert.Equal("{backupRetainDays: 35}", plan.Input("retentionPolicy"));
        Assert.Equal("true", plan.Input("backupConfig>allNamespaces"));
        Assert.Equal("true", plan.Input("backupConfig>includeSecrets"));
        Assert.Equal("true", plan.Input("backupConfig>includeVolumeData"));
        Assert.Contains(asked.One("gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember", "east-backup-key-agent").Urn, plan.PropertyDependencies["backupConfig"]!);
        Assert.True(plan.Options.Protect);
    }

    [Fact]
    public async Task RunsTheAgent_InTheCluster() =>
        Assert.Equal("{enabled: true}", (await RunAsync()).One("gcp:container/cluster:Cluster").Input("addonsConfig>gkeBackupAgentConfig"));

    [Fact]
    public async Task LetsTheAgent_DoItsWork()
    {
        var asked = await RunAsync();
        var role = asked.One("gcp:projects/iAMMember:IAMMember", "east-backup-agent");
        Assert.Equal("roles/gkebackup.serviceAgent", role.Input("role"));
        Assert.EndsWith("@gcp-sa-gkebackup.iam.gserviceaccount.com", role.Input("member"), StringComparison.Ordinal);
        Assert.Contains(role.Urn, asked.One(Plan).DependsOn);
    }

    private static Task<Asked> RunAsync() => GkeClusterTests.RunAsync(args => args with { Backup = new GkeBackupSchedule("0 2 * * *", 35) });
}
