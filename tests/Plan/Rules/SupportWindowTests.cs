using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>What the calendar makes of the versions in the dev stack, on days that the test chooses.</summary>
[Collection(Evaluations.Name)]
public sealed class SupportWindowTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Eks = "aws:eks/cluster:Cluster";
    private const string Gke = "gcp:container/cluster:Cluster";

    [Theory]
    [InlineData("2027-06-02")]
    [InlineData("2027-06-03", "Info names 1.36, whose standard support ends on 2027-08-02")]
    [InlineData("2027-08-01", "Info names 1.36, whose standard support ends on 2027-08-02")]
    [InlineData("2027-08-02", "Error names 1.36, whose standard support ended on 2027-08-02")]
    public void SupportWindow_Fails_When_ItIsOver(string today, params string[] found) =>
        Assert.Equal(found, Told(dev.With(Eks, "version", "\"1.36\"").Resources.Where(resource => resource.Type != Gke), today));

    [Theory]
    [InlineData("REGULAR", "Error names 1.34, whose standard support ended on 2026-10-01")]
    [InlineData("EXTENDED")]
    public void Knows_TheExtendedChannel_OfGke(string channel, params string[] found) => Assert.Equal(
        found,
        Told(DevPlan.Edited(dev.With(Gke, "minMasterVersion", "\"1.34\""), Gke, cluster => cluster.With("releaseChannel.channel", $"\"{channel}\"")).Resources, "2026-11-21"));

    [Fact]
    public void Knows_ExtendedSupport_OfEks()
    {
        var extended = DevPlan.Edited(dev.With(Eks, "version", "\"1.33\""), Eks, cluster => cluster.With("upgradePolicy.supportType", "\"EXTENDED\""));

        Assert.Empty(Told(extended.Resources, "2026-11-21"));
        Assert.Contains("Error names 1.33, whose extended support ended on 2027-07-29", Told(extended.Resources, "2027-07-29"));
    }

    [Fact]
    public void SaysNothing_WithoutADay_NorOfAnEndThatIsNotKnown()
    {
        Assert.Empty(new SupportWindow().Judge(new(dev.With(Eks, "version", "\"1.31\"").Resources)));
        Assert.Empty(Told(dev.With(Eks, "version", "\"1.37\"").Resources.Where(resource => resource.Type != Gke), "2099-12-31"));
    }

    private static IEnumerable<string> Told(IEnumerable<PlannedResource> resources, string today) => AllRules
        .Judge([.. resources], DateOnly.Parse(today))
        .Where(finding => finding.Rule == new SupportWindow().About.Id)
        .Select(finding => $"{finding.Severity} {finding.Message}");
}
