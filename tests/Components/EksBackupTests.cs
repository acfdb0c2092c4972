using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Backups of what runs in an EKS cluster.</summary>
[Collection(Evaluations.Name)]
public sealed class EksBackupTests
{
    private const string Vault = "aws:backup/vault:Vault";
    private const string Plan = "aws:backup/plan:Plan";
    private const string Selection = "aws:backup/selection:Selection";

    [Fact]
    public async Task Makes_KeyVaultPlanSelectionAndRole()
    {
        var plain = (await EksClusterTests.RunAsync()).Counts();
        Assert.Equal(
            [
                "aws:backup/plan:Plan 1",
                "aws:backup/selection:Selection 1",
                "aws:backup/vault:Vault 1",
                "aws:iam/role:Role 5",
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment 7",
                "aws:kms/alias:Alias 4",
                "aws:kms/key:Key 4",
            ],
            (await RunAsync()).Counts().Except(plain));
    }

    [Fact]
    public async Task KeepsTheCluster_UnderItsOwnKey_ForAsLongAsAsked()
    {
        var asked = await RunAsync();
        Assert.Equal(
            "[{lifecycle: {deleteAfter: 35}, ruleName: cluster, schedule: cron(0 2 * * ? *), targetVaultName: test-east}]",
            asked.One(Plan).Input("rules"));
        Assert.Contains(asked.One("aws:kms/key:Key", "east-backup-key").Urn, asked.One(Vault).PropertyDependencies["kmsKeyArn"]!);
        Assert.Equal("[arn:aws:eks:us-east-1:123456789012:cluster/test-east]", asked.One(Selection).Input("resources"));
    }

    [Fact]
    public async Task GivesItsRole_ThePolicyOfBackups_BeforeAnythingIsSelected()
    {
        var asked = await RunAsync();
        var policy = asked.One("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "east-backup-backup");
        Assert.Equal("arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup", policy.Input("policyArn"));
        Assert.Contains("backup.amazonaws.com", asked.One("aws:iam/role:Role", "east-backup").Input("assumeRolePolicy"), StringComparison.Ordinal);
        Assert.Contains(policy.Urn, asked.One(Selection).DependsOn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GuardsVaultAndPlan_WhereTheClusterIs(bool protect)
    {
        var asked = await RunAsync(protect);
        Assert.Equal((protect, protect), (asked.One(Vault).Options.Protect, asked.One(Plan).Options.Protect));
    }

    [Fact]
    public async Task Refuses_ANameThatIsTooLong() => Assert.Contains(
        $"physicalName: must be at most 50 characters; got {new string('a', 51)}; shorten the name of the site or of the stack",
        await Harness.FailAsync((aws, gcp) => _ = new EksBackup("east", new()
        {
            AccountId = "123456789012",
            PhysicalName = new string('a', 51),
            ClusterArn = "arn:aws:eks:us-east-1:123456789012:cluster/test-east",
            Schedule = new("cron(0 2 * * ? *)", 35),
            Protect = true,
        }, aws)),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(bool protect = true) =>
        EksClusterTests.RunAsync(args => args with { Backup = new EksBackupSchedule("cron(0 2 * * ? *)", 35), Protect = protect });
}
