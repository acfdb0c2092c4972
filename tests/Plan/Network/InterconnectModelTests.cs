using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>VLANs over ports of both clouds, and over a partner's.</summary>
public class InterconnectModelTests
{
    private const string Link = "aws0-gcp0-link";

    private static readonly PlanDocument Four = new Shape { Links = [new(0, 0, "crossCloudInterconnect", Connections: 4)] }.Plan();
    private static readonly PlanDocument Two = new Shape { Links = [new(0, 0, "crossCloudInterconnect", Backup: null)] }.Plan();
    private static readonly PlanDocument Hosted = new Shape { Links = [new(0, 0, "partnerInterconnect")] }.Plan();

    [Fact]
    public void Ends_FindOneAnother_ByTheirAddresses()
    {
        var model = NetworkModel.Of(Four.Resources);

        Assert.Equal(
            Enumerable.Range(0, 4).Select(index => ($"{Link}-{index}", $"{Link}-{index}", (string?)null)),
            model.Conduits.OfType<VlanConduit>().Select(vlan => (vlan.Aws.Resource.Name, vlan.Google.Resource.Name, vlan.Fault)));
        Assert.Equal("", Four.Pair().Found());
        Assert.Equal(20_000, Four.Pair().Left[0].Mbps);
    }

    [Fact]
    public void APartnersEnds_FindOneAnother_ByWhoTakesTheAddresses()
    {
        var vlans = NetworkModel.Of(Hosted.Resources).Conduits.OfType<VlanConduit>().ToList();

        Assert.Equal([($"{Link}-0", $"{Link}-0"), ($"{Link}-1", $"{Link}-1")], vlans.Select(vlan => (vlan.Aws.Resource.Name, vlan.Google.Resource.Name)));
        Assert.Equal([("us-east4", "1"), ("us-east4", "2")], vlans.Select(vlan => (vlan.Google.Metro, vlan.Google.Domain!)));
        Assert.Equal("", Hosted.Pair().Found());
    }

    [Fact]
    public void APartnersSession_IsGooglesOwn_AndItsRateIsWhatSomebodySays()
    {
        var plan = Hosted.Without("RouterPeer", $"{Link}-0").Without("RouterPeer", $"{Link}-1").Without("RouterInterface", $"{Link}-0").Without("RouterInterface", $"{Link}-1")
            .Change(resource => resource.Type.EndsWith("InterconnectAttachment", StringComparison.Ordinal) ? resource.With("bandwidth", null) : resource);

        Assert.Equal("link-capacity: 0 Mbit/s are left of the 500 that must pass", plan.Pair().Found());
        var pair = (plan with
        {
            Outputs = PlanBuilder.Map("""
                { "links": { "link0": { "sites": "aws0, gcp0", "demandedMbps": "500", "packetBytes": "1350", "attachmentMbps": "2000",
                  "primary": "partnerInterconnect", "backup": "haVpn" } } }
                """),
        }).Pair();
        Assert.Equal(("", 4000), (pair.Found(), pair.Left[0].Mbps));
    }

    [Theory]
    [InlineData("TransitVirtualInterface", "vlan", "99", "the VLANs differ")]
    [InlineData("TransitVirtualInterface", "bgpAsn", "64999", "the AS numbers differ")]
    [InlineData("TransitVirtualInterface", "bgpAuthKey", "\"another\"", "the keys of the BGP session differ")]
    [InlineData("TransitVirtualInterface", "amazonAddress", "\"169.254.128.3/29\"", "the addresses differ")]
    [InlineData("RouterPeer", "peerAsn", "64999", "the AS numbers differ")]
    [InlineData("RouterPeer", "enable", "false", "Google's BGP session is turned off")]
    [InlineData("InterconnectAttachment", "adminEnabled", "false", "Google's attachment is turned off")]
    public void AVlan_ComesUp_OnlyWhereBothEndsAgree(string type, string path, string json, string fault) => Assert.Equal(
        fault, NetworkModel.Of(Two.With(type, $"{Link}-0", path, json).Resources).Conduits.OfType<VlanConduit>().First().Fault);

    [Fact]
    public void EveryPart_MayFail()
    {
        var names = FailureDomains.Of(NetworkModel.Of(Four.Resources)).Where(failure => failure.Conduits.OfType<VlanConduit>().Any())
            .ToDictionary(failure => failure.Name, failure => failure.Conduits.Count);

        Assert.All(Enumerable.Range(0, 4), index => Assert.Equal(1, names[$"attachment {Link}-{index}"]));
        Assert.Equal(1, names[$"interconnect {Link}-3 in edge availability domain 2 of atl"]);
        Assert.Equal((1, 2, 4), (names["edge availability domain 1 of iad"], names["metro atl"], names["Direct Connect at aws0-hub"]));
        Assert.Equal(4 + 4 + 4 + 2 + 1, names.Count);
    }

    [Fact]
    public void TwoDomainsOfOneMetro_AreOneRedundancy_AndSoAreMetros()
    {
        var failures = FailureDomains.Of(NetworkModel.Of(Four.Resources)).ToDictionary(failure => failure.Name);

        Assert.False(failures["edge availability domain 1 of iad"].IsIndependentOf(failures["edge availability domain 2 of iad"]));
        Assert.False(failures["metro iad"].IsIndependentOf(failures["metro atl"]));
        Assert.True(failures["edge availability domain 1 of iad"].IsIndependentOf(failures["edge availability domain 1 of atl"]));
        Assert.True(failures["metro iad"].IsIndependentOf(failures["Direct Connect at aws0-hub"]));
    }

    [Fact]
    public void OneMetro_IsLostAtOnce() => Assert.Equal(
        "link-reachability without metro iad: aws0-hub-mesh has no route to 10.128.0.0", Two.Pair().Found());

    [Fact]
    public void DirectConnect_IsLostAtOnce()
    {
        var plan = new Shape { Links = [new(0, 0, "crossCloudInterconnect", Backup: null, Connections: 4)] }.Plan();

        Assert.Equal("link-reachability without Direct Connect at aws0-hub: aws0-hub-mesh has no route to 10.128.0.0", plan.Pair().Found());
    }

    [Theory]
    [InlineData(8896, 8500, 8896, 8500)]
    [InlineData(8896, 1500, 8896, 1500)]
    [InlineData(1440, 8500, 8896, 1440)]
    [InlineData(8896, 8500, 1460, 1460)]
    public void TheSmallestOnTheWay_IsWhatFits(int attachment, int interfaceBytes, int network, int bytes)
    {
        var plan = Two.With("Network", "gcp0-network", "mtu", $"{network}");
        foreach (var index in new[] { 0, 1 })
        {
            plan = plan.With("InterconnectAttachment", $"{Link}-{index}", "mtu", $"\"{attachment}\"")
                .With("TransitVirtualInterface", $"{Link}-{index}", "mtu", $"{interfaceBytes}");
        }

        Assert.Equal(bytes, plan.Pair(depth: 0).PathMtuBytes);
    }

    [Fact]
    public void Packets_MustFitIntoPrimaryAndBackup()
    {
        var plan = new Shape { PacketBytes = 1446, Links = [new(0, 0, "crossCloudInterconnect")] }.Plan();

        Assert.Equal("link-packet-size: packets of 1446 bytes do not fit into tunnels that carry 1406", plan.Pair().Found());
    }
}
