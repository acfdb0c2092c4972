using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Tests.Plan.Network.Estates;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Which path either cloud takes, by its own rules.</summary>
public class LinkPreferenceTests
{
    private const string Link = "aws0-gcp0-link";

    [Theory]
    [InlineData("managedInterconnect")]
    [InlineData("crossCloudInterconnect")]
    [InlineData("partnerInterconnect")]
    public void HalvesOfTheRanges_MakeBothCloudsTakeTheInterconnect(string primary) => Assert.Equal("", Plan(primary).Pair().Found());

    [Fact]
    public void Google_HidesWhatAPeeringBrings_BehindTheSameRangeOfAVpn() => Assert.Equal(
        "link-preference: aws0 sends by managedInterconnect and gcp0 by haVpn, and managedInterconnect is there",
        Whole("managedInterconnect").Found());

    [Fact]
    public void Google_TellsAVlanFromAVpn_ByNothingElse() => Assert.Equal(
        "link-preference: aws0 sends by crossCloudInterconnect and gcp0 by crossCloudInterconnect and haVpn at once, and crossCloudInterconnect is there",
        Whole("crossCloudInterconnect").Found());

    [Fact]
    public void AWiderRangeOnTheInterconnect_SendsBothByTheVpn() => Assert.Equal(
        "link-preference: both sites send by haVpn, and managedInterconnect is there",
        Plan("managedInterconnect")
            .With("GatewayAssociation", Link, "allowedPrefixes", """["10.0.0.0/15"]""")
            .With("Transport", Link, "advertisedRoutes", """["10.128.0.0/16"]""").Pair().Found());

    [Fact]
    public void TheBackup_MustTakeOver_AndItsAbsenceChangesNothing()
    {
        const string Cut = "link-preference without all of managedInterconnect: aws0-hub-mesh has no route to 10.128.0.0, and haVpn does not take over";
        Assert.Equal(Cut, Plan("managedInterconnect").Without("VPNTunnel").Pair().Found());
        Assert.Equal(Cut, Plan("managedInterconnect").Without("RouteTablePropagation", $"{Link}-0").Without("RouteTablePropagation", $"{Link}-1").Pair().Found());
    }

    [Fact]
    public void AnInterconnect_ThatIsNotThereYet_IsMissedByNobody()
    {
        var pair = Plan("crossCloudInterconnect").Without("TransitVirtualInterface").Without("InterconnectAttachment").Without("directconnect/gateway:Gateway").Pair();

        Assert.Equal(("", "4 haVpn"), (pair.Found(), pair.Usual));
    }

    [Fact]
    public void EitherPath_Will_WhereNobodySaidWhich()
    {
        var plan = Plan("managedInterconnect").With("GatewayAssociation", Link, "allowedPrefixes", """["10.0.0.0/16"]""");

        Assert.Equal("", (plan with
        {
            Outputs = PlanBuilder.Map("""{ "links": { "link0": { "sites": "aws0, gcp0", "demandedMbps": "500", "packetBytes": "1350" } } }"""),
        }).Pair().Found());
    }

    [Fact]
    public void ADataCentre_PrefersWhatTheLinkPrefers_ThatItGoesThrough()
    {
        var plan = new Shape { Links = [new(0, 0, "managedInterconnect")], DataCentres = [new(0, 0)] }.Plan();
        var pair = plan.Pair("gcp0", "dc0");

        Assert.Equal(("", "1 managedInterconnect and 4 onPremises"), (pair.Found(), pair.Usual));
        Assert.Contains("gcp0 by haVpn", plan.With("NetworkPeering", Link, "importCustomRoutes", "false").Pair("gcp0", "dc0").Found(), StringComparison.Ordinal);
    }

    private static PlanDocument Plan(string primary) => new Shape { Links = [new(0, 0, primary)] }.Plan();

    private static PairVerdict Whole(string primary) =>
        Plan(primary).With("GatewayAssociation", Link, "allowedPrefixes", """["10.0.0.0/16"]""").Pair();
}
