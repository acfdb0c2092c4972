using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

public sealed class ShippedStacksTests
{
    public static TheoryData<string> Stacks => [.. StackNames.In(Path.Combine(Project.Root, "stacks"))];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Loads_EveryShippedStack(string stack)
    {
        var file = StackFile.Read(Project.Root, stack);
        Assert.Empty(file.Faults);
        Assert.Empty(file.Notes);
        Assert.All(file.SecretKeys, key => Assert.Matches("-(keys|sessions)$", key));
        var settled = SettingsLoader.Load(file.Sections);
        Assert.Empty(settled.Faults);
        Assert.NotNull(settled.Settings);
    }

    [Fact]
    public void Ships_Dev() => Assert.Contains("dev", Stacks);

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Names_TheSchema_InTheFirstLine(string stack) =>
        Assert.StartsWith("# yaml-language-server: $schema=./settings.schema.json\n", File.ReadAllText(Path.Combine(Project.Root, "stacks", $"Pulumi.{stack}.yaml")));

    [Fact]
    public void Binds_EveryKind_OfValue()
    {
        var settings = SettingsLoader.Load(StackFile.Read(Project.Root, "dev").Sections).Settings!;
        Assert.Equal("123456789012", settings.Cloud.Aws.AccountId.ToString());
        Assert.Equal(DeployFrom.Laptop, settings.Cloud.DeployFrom);
        Assert.Equal("203.0.113.0/24", Assert.Single(settings.Cloud.OperatorCidrs).ToString());
        Assert.Equal("platform", settings.Cloud.Tags["owner"].ToString());
        Assert.True(settings.Lifecycle.Protect);
        var aws = Assert.IsType<AwsSite>(settings.Sites["aws-east"]);
        Assert.Equal([("use1-az1", 0), ("use1-az2", 1), ("use1-az4", 2)], aws.Zones.Select(zone => (zone.Key, zone.Value)));
        Assert.Equal(64512, aws.Hub.Asn.Value);
        Assert.Equal(Architecture.Arm64, aws.Cluster.Pools["general"].Architecture);
        Assert.Null(aws.Cluster.Administrators);
        var gcp = Assert.IsType<GcpSite>(settings.Sites["gcp-east"]);
        Assert.Equal(35, gcp.Cluster.KubernetesVersion.Minor);
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], gcp.Cluster.Maintenance.Days.ToArray());
        Assert.Empty(settings.Cloud.Google.Apis);
    }

    [Fact]
    public void Gives_TheSharedDefault_ToEveryStack() =>
        Assert.Equal("""["*"]""", StackFile.Read(Project.Root, "dev").Config["pulumi:disable-default-providers"]);
}
