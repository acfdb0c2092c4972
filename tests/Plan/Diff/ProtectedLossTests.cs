using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Plan.Diff;

/// <summary>What was protected is not lost by one update, whatever that update says of the protection.</summary>
public sealed class ProtectedLossTests
{
    [Theory]
    [InlineData(true, true, "is protected, and this update would replace it, because of name")]
    [InlineData(true, false, "is protected, and this update would replace it, because of name")]
    [InlineData(false, true, null)]
    [InlineData(false, false, null)]
    public void Replacement_IsAnError_WhereItWasProtectedBefore(bool before, bool after, string? message) =>
        Assert.Equal(message, Told([Cluster("a", before)], [Cluster("b", after)]));

    [Theory]
    [InlineData(true, "is protected, and this update would delete it")]
    [InlineData(false, null)]
    public void Deletion_IsAnError_WhereItWasProtectedBefore(bool before, string? message) => Assert.Equal(message, Told([Cluster("a", before)], []));

    [Fact]
    public void LiftingProtection_IsNone() => Assert.Null(Told([Cluster("a", true)], [Cluster("a", false)]));

    [Fact]
    public void OtherChanges_AreNone() => Assert.Null(Told([Cluster("a", true)], [Of("aws:eks/cluster:Cluster", "cluster", ("name", Text("a")), ("version", Text("1.37"))).With(new PlannedOptions { Protect = true })]));

    private static PlannedResource Cluster(string name, bool isProtected) =>
        Of("aws:eks/cluster:Cluster", "cluster", ("name", Text(name))).With(new PlannedOptions { Protect = isProtected });

    private static string? Told(IEnumerable<PlannedResource> before, IEnumerable<PlannedResource> after)
    {
        var finding = PlanComparison.Of(Plans.Of(before), Plans.Of(after)).Findings.SingleOrDefault(each => each.Rule == "protected-loss");
        Assert.True(finding is null or { Severity: Severity.Error, Suppressed: null });
        return finding?.Message;
    }
}
