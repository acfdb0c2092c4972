using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>When and how carefully Google upgrades a cluster.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeUpgradePolicyTests
{
    [Fact]
    public async Task OpensTheMaintenanceWindow_WhenTold() => Assert.Equal(
        "{recurringWindow: {endTime: 2026-01-02T04:00:00Z, recurrence: FREQ=WEEKLY;BYDAY=SU,SA, startTime: 2026-01-01T22:00:00Z}}",
        (await RunAsync(policy => policy)).Input("maintenancePolicy"));

    [Fact]
    public async Task Keeps_Exclusions_ThroughTheirLastDay_OrUntilSupportEnds() => Assert.Equal(
        "[{exclusionName: freeze, exclusionOptions: {endTimeBehavior: UNTIL_END_OF_SUPPORT, scope: NO_MINOR_OR_NODE_UPGRADES}, startTime: 2026-12-01T00:00:00Z}, "
        + "{endTime: 2027-01-03T00:00:00Z, exclusionName: year-end, exclusionOptions: {scope: NO_UPGRADES}, startTime: 2026-12-20T00:00:00Z}]",
        (await RunAsync(policy => policy with
        {
            Exclusions = ImmutableSortedDictionary.Create<string, MaintenanceExclusion>(StringComparer.Ordinal)
                .Add("year-end", new(new(2026, 12, 20), new(2027, 1, 2), ExclusionScope.NoUpgrades))
                .Add("freeze", new(new(2026, 12, 1), Through: null, ExclusionScope.NoMinorOrNodeUpgrades)),
        })).Input("maintenancePolicy>maintenanceExclusions"));

    [Fact]
    public async Task Spaces_Upgrades() => Assert.Equal(
        "{minorVersionDisruptionInterval: 5184000s, patchVersionDisruptionInterval: 1209600s}",
        (await RunAsync(policy => policy with { MinDaysBetweenMinors = 60, MinDaysBetweenPatches = 14 })).Input("maintenancePolicy>disruptionBudget"));

    [Fact]
    public async Task TakesMinorsInTwoSteps_AndPatchesAtOnce_WhereAsked()
    {
        var cluster = await RunAsync(policy => policy with { RollbackHours = 48, AcceleratedPatches = true });
        Assert.Equal("{controlPlaneSoakDuration: 172800s}", cluster.Input("rollbackSafeUpgrade"));
        Assert.Equal("{patchMode: ACCELERATED}", cluster.Input("gkeAutoUpgradeConfig"));
    }

    [Fact]
    public async Task LeavesTheRest_ToTheChannel()
    {
        var cluster = await RunAsync(policy => policy);
        Assert.Equal("{channel: REGULAR}", cluster.Input("releaseChannel"));
        Assert.Equal("absent", cluster.Input("rollbackSafeUpgrade"));
        Assert.Equal("absent", cluster.Input("gkeAutoUpgradeConfig"));
        Assert.Equal("1.35", cluster.Input("minMasterVersion"));
    }

    private static async Task<PlannedResource> RunAsync(Func<GkeUpgradePolicy, GkeUpgradePolicy> with) =>
        (await GkeClusterTests.RunAsync(args => args with { Upgrades = with(args.Upgrades) })).One("gcp:container/cluster:Cluster");
}
