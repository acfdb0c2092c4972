using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network.Estates;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>A data centre by VPN at a hub, alone and through the hub to Google Cloud.</summary>
public class DataCentreModelTests
{
    private static readonly PlanDocument Good = new Shape { Links = [new(0, 0, "managedInterconnect")], DataCentres = [new(0, 0)] }.Plan();

    [Fact]
    public void ADataCentre_ReachesItsSite_ByEitherDevice()
    {
        var pair = Good.Pair("dc0");

        Assert.Equal(("", "4 onPremises", 1446), (pair.Found(), pair.Usual, pair.PathMtuBytes));
        Assert.Equal([(0, 5000), (1, 2500), (2, 1250)], pair.Left.Select(left => (left.Failures, left.Mbps)));
    }

    [Fact]
    public void ADataCentre_ReachesGoogle_ThroughTheHub()
    {
        var pair = Good.Pair("gcp0", "dc0");

        Assert.Equal(("", "1 managedInterconnect and 4 onPremises", 1406), (pair.Found(), pair.Usual, pair.PathMtuBytes));
        Assert.Equal([("managedInterconnect", 1), ("haVpn", 4), ("onPremises", 4)], pair.Paths.Select(path => (path.Kind, path.Up)));
        Assert.Equal(1000, pair.Left[0].Mbps);
    }

    [Fact]
    public void WhatNoLinkNames_IsNotDemanded()
    {
        var report = NetworkProof.Of(new Shape { Links = [new(0, 0, "managedInterconnect")], DataCentres = [new(0)] }.Plan())!;

        Assert.Equal([("aws0", "dc0"), ("aws0", "gcp0")], report.Pairs.Select(pair => (pair.From, pair.To)));
        Assert.All(report.Pairs, pair => Assert.Null(pair.Counterexample));
    }

    [Theory]
    [InlineData("RouteTablePropagation", "dc0-link-", "aws0-hub-mesh has no route to 10.200.0.0")]
    [InlineData("RouteTablePropagation", "aws0-dc0-network", "dc0 hears of no way to 10.0.0.0")]
    public void TheHub_MustKnowBoth(string type, string name, string fault) =>
        Assert.Equal($"link-reachability: {fault}", Good.Without(type, name).Pair("dc0").Found());

    [Fact]
    public void TheLinksTable_MustKnowTheDataCentre() => Assert.Equal(
        "link-reachability: aws0-hub-links0 has no route to 10.200.0.0",
        Good.Without("RouteTablePropagation", "dc0-link-0-links0").Without("RouteTablePropagation", "dc0-link-1-links0").Pair("gcp0", "dc0").Found());

    [Fact]
    public void Google_HearsOfTheDataCentre_ByWhatIsAllowed() => Assert.Equal(
        "link-preference: dc0 sends by managedInterconnect and gcp0 by haVpn, and managedInterconnect is there",
        Good.With("GatewayAssociation", "aws0-gcp0-link", "allowedPrefixes", """["10.0.0.0/17", "10.0.128.0/17"]""").Pair("gcp0", "dc0").Found());

    [Fact]
    public void BothDevices_AreOneRedundancy()
    {
        var model = NetworkModel.Of(Good.Resources);
        Demands.Of(model, Good.Outputs);
        var failures = FailureDomains.Of(model).ToDictionary(failure => failure.Name);

        Assert.False(failures["customer gateway dc0-link-0"].IsIndependentOf(failures["connection dc0-link-1"]));
        Assert.True(failures["tunnel dc0-link-0 tunnel 1"].IsIndependentOf(failures["connection dc0-link-1"]));
        Assert.Equal(4, failures["zone of endpoints 1 at aws0-hub"].Conduits.Count);
    }

    [Fact]
    public void AConnection_IsOfTheLinkThatItIsNamedAfter_OrOfTheOnlyOne()
    {
        var plan = Good.Change(resource => resource with { Name = resource.Name.Replace("dc0-link-", "device-", StringComparison.Ordinal) });

        Assert.Equal("", plan.Pair("dc0").Found());
        Assert.Equal("dc0", Told(plan).OfType<DeviceTunnel>().First().Centre!.Site);
    }

    private static IReadOnlyList<Conduit> Told(PlanDocument plan)
    {
        var model = NetworkModel.Of(plan.Resources);
        Demands.Of(model, plan.Outputs);
        return model.Conduits;
    }
}
