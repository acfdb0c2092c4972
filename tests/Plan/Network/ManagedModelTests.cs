using CrossCloudMesh.Tests.Plan.Network.Estates;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>An interconnect that both clouds run, with a VPN behind it.</summary>
public class ManagedModelTests
{
    private const string Link = "aws0-gcp0-link";

    private static readonly Shape Good = new() { Links = [new(0, 0, "managedInterconnect")] };

    [Fact]
    public void Traffic_GoesByTheInterconnect_AndByTheVpnWithoutIt()
    {
        var pair = Good.Plan().Pair();

        Assert.Equal("", pair.Found());
        Assert.Equal([("managedInterconnect", 1, 1, 1460), ("haVpn", 4, 4, 1406)], pair.Paths.Select(path => (path.Kind, path.Up, path.Made, path.MtuBytes)));
        Assert.Equal((1406, "1 managedInterconnect"), (pair.PathMtuBytes, pair.Usual));
        Assert.Equal("aws0-hub-network > aws0-hub-mesh > aws0-gcp0-link > gcp0-network", pair.Path);
        Assert.Equal([(0, 1000), (1, 1000), (2, 1000)], pair.Left.Select(left => (left.Failures, left.Mbps)));
    }

    [Fact]
    public void WithoutAnotherMedium_OneLossIsTheEnd()
    {
        var pair = (Good with { Links = [new(0, 0, "managedInterconnect", Backup: null)] }).Plan().Pair();

        Assert.Equal("link-reachability without transport aws0-gcp0-link: aws0-hub-mesh has no route to 10.128.0.0", pair.Found());
    }

    [Fact]
    public void ATransport_ThatNoNetworkIsPeeredWith_DoesNotComeUp()
    {
        var pair = Good.Plan().Without("NetworkPeering").Pair();

        Assert.Equal("link-preference: nothing of managedInterconnect comes up", pair.Found());
        Assert.Equal((0, 1), (pair.Paths[0].Up, pair.Paths[0].Made));
    }

    [Fact]
    public void APeering_ThatTakesInNoRoutes_IsUsedOneWayOnly() => Assert.Equal(
        "link-preference: aws0 sends by managedInterconnect and gcp0 by haVpn, and managedInterconnect is there",
        Good.Plan().With("NetworkPeering", Link, "importCustomRoutes", "false").Pair().Found());

    [Fact]
    public void APeering_ThatGivesOutNoRoutes_IsUsedTheOtherWayOnly() => Assert.Equal(
        "link-preference: aws0 sends by haVpn and gcp0 by managedInterconnect, and managedInterconnect is there",
        Good.Plan().With("NetworkPeering", Link, "exportCustomRoutes", "false").Pair().Found());

    [Fact]
    public void AGateway_WithTheNumberOfItsHub_LeadsNowhere() => Assert.Equal(
        "link-preference: nothing of managedInterconnect comes up",
        Good.Plan().With("directconnect/gateway:Gateway", Link, "amazonSideAsn", "\"64512\"").Pair().Found());

    [Fact]
    public void ATransport_AnnouncesWhatItLists_AndNothingElse() => Assert.Equal(
        "link-preference: aws0 sends by managedInterconnect and haVpn at once and gcp0 by managedInterconnect, and managedInterconnect is there",
        Good.Plan().With("Transport", Link, "advertisedRoutes", """["10.128.0.0/20"]""").Pair().Found());
}
