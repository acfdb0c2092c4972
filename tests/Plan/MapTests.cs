using System.Xml.Linq;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Plan.Pictures.Map;
using CrossCloudMesh.Plan.Pictures.Svg;
using CrossCloudMesh.Tests.Plan.Network.Estates;

namespace CrossCloudMesh.Tests.Plan;

/// <summary>The SVG picture of a topology: where everything stands, and what stands there.</summary>
public class MapTests
{
    [Theory]
    [InlineData("haVpn")]
    [InlineData("managedInterconnect")]
    [InlineData("crossCloudInterconnect")]
    [InlineData("partnerInterconnect")]
    public void IsLegible_WhateverJoinsTheSites(string kind) => Legible.Map(Plan(new() { Links = [new(0, 0, kind, null)] }));

    [Fact]
    public void IsLegible_WithFiveSitesOnEachCloud_AndDataCentres() => Legible.Map(Plan(new()
    {
        Aws = 5,
        Google = 5,
        Links = [.. Enumerable.Range(0, 25).Select(slot => new Joint(slot / 5, slot % 5, "haVpn", null))],
        Peerings = [(0, 1), (1, 3), (2, 4)],
        DataCentres = [new(0), new(3)],
    }));

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(300)]
    public void IsLegible_HoweverManySitesThereAre(int sites) =>
        Legible.Map(Plans.Of(Enumerable.Range(0, sites).Select(site => Plans.Vpc($"site{site:0000}-network"))));

    [Theory]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW-network")]
    [InlineData("日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本-network")]
    [InlineData("</text><script>alert(1)</script>&\"'\u0001\ud800-network")]
    public void IsLegible_AndWellFormed_WhateverTheNames(string name) => Legible.Map(Plans.Of(Plans.Vpc(name), Plans.Vpc("b-network")));

    [Fact]
    public void AnEmptyPlan_HasAPicture() => Legible.Map(Plans.Of());

    [Fact]
    public void ACard_IsAsWideAsItsWidestLine_WhichIsNotCut() =>
        Assert.DoesNotContain("…", TopologySvg.Draw(Plan(new() { Links = [new(0, 0, "managedInterconnect")] })), StringComparison.Ordinal);

    [Fact]
    public void ALink_TellsWhatItIs_AndWhatFailuresLeave()
    {
        var plan = Plan(new() { Links = [new(0, 0, "managedInterconnect")] });
        var joint = Assert.Single(MapModel.Of(plan).Joints);

        Assert.Equal(("aws0", "gcp0", true), (joint.One, joint.Other, joint.HasBackup));
        Assert.Equal(["managed interconnect", "backup: HA VPN"], joint.Lines.Take(2));
    }

    [Fact]
    public void SitesThatNoOutputTellsOf_AreJoinedByWhatIsDrawn()
    {
        var plan = Plan(new() { Links = [new(0, 0, "haVpn", null)] }) with { Outputs = SortedMap<PlanValue>.Empty };

        Assert.Equal(["VPN, 4 tunnels"], Assert.Single(MapModel.Of(plan).Joints).Lines);
    }

    [Fact]
    public void Picture_IsTheSame_WhateverTheOrderOfResources()
    {
        var plan = Plan(new() { Aws = 2, Google = 2, Links = [new(0, 0, "haVpn", null), new(1, 1, "haVpn", null)] });

        Assert.Equal(Drawn(plan.Resources), Drawn(plan.Resources.Reverse()));

        string Drawn(IEnumerable<PlannedResource> resources) => TopologySvg.Draw(PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, resources, [], plan.Outputs));
    }

    [Fact]
    public void Picture_SaysInWords_WhatItShows()
    {
        var picture = XDocument.Parse(TopologySvg.Draw(Plan(new() { Links = [new(0, 0, "haVpn", null)] }))).Root!;

        Assert.Equal(("img", "topology-title topology-desc"), ((string?)picture.Attribute("role"), (string?)picture.Attribute("aria-labelledby")));
        Assert.Contains("aws0 and gcp0", picture.Elements().Single(element => element.Name.LocalName == "desc").Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws-east", 60)]
    [InlineData("WWWW", 10)]
    [InlineData("日本", 3)]
    public void Fit_NeverTakesMoreThanItsRoom(string text, double room)
    {
        var fitting = TextWidth.Fit(text, room, 12);

        Assert.True(fitting == "…" || TextWidth.Of(fitting, 12) <= room + 0.05, fitting);
    }

    private static PlanDocument Plan(Shape shape) => LinkPictureTests.Rooted(shape.Plan());
}
