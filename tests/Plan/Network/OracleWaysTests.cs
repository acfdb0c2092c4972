using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Network.Oracle;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>What the oracle says by itself of estates with nothing wrong in them: it is believed where it says what the clouds document.</summary>
public class OracleWaysTests
{
    private const string Vpn = "haVpn aws0-gcp0-link-tunnel-0 | haVpn aws0-gcp0-link-tunnel-1 | haVpn aws0-gcp0-link-tunnel-2 | haVpn aws0-gcp0-link-tunnel-3";
    private const string Cci = "crossCloudInterconnect aws0-gcp0-link-";

    [Theory]
    [InlineData("haVpn", null, null)]
    [InlineData("managedInterconnect", "haVpn", null)]
    [InlineData("crossCloudInterconnect", "haVpn", null)]
    [InlineData("partnerInterconnect", "haVpn", null)]
    [InlineData("managedInterconnect", null, "aws0, gcp0: transport aws0-gcp0-link")]
    [InlineData("crossCloudInterconnect", null, "aws0, gcp0: metro iad")]
    public void NothingBreaksALink_ThatHasTwoMedia(string primary, string? backup, string? expected) =>
        Assert.Equal(expected, BruteForce.FirstBroken(new Shape { Links = [new(0, 0, primary, backup)] }.Plan(), depth: 2));

    [Fact]
    public void NothingBreaksADataCentre_NorWhatItGoesThrough() =>
        Assert.Null(BruteForce.FirstBroken(new Shape { Links = [new(0, 0, "managedInterconnect")], DataCentres = [new(0, 0)] }.Plan(), depth: 2));

    [Theory]
    [InlineData("managedInterconnect", "", "managedInterconnect aws0-gcp0-link", "managedInterconnect aws0-gcp0-link", 1000)]
    [InlineData("managedInterconnect", "transport aws0-gcp0-link", Vpn, Vpn, 5000)]
    [InlineData("managedInterconnect", "Direct Connect at aws0-hub", Vpn, Vpn, 5000)]
    [InlineData("managedInterconnect", "tunnel aws0-gcp0-link-tunnel-0", "managedInterconnect aws0-gcp0-link", "managedInterconnect aws0-gcp0-link", 1000)]
    [InlineData("crossCloudInterconnect", "", $"{Cci}0 | {Cci}1", $"{Cci}0 | {Cci}1", 20_000)]
    [InlineData("crossCloudInterconnect", "edge availability domain 1 of iad", $"{Cci}1", $"{Cci}1", 10_000)]
    [InlineData("crossCloudInterconnect", "metro iad", Vpn, Vpn, 5000)]
    [InlineData("partnerInterconnect", "", "partnerInterconnect aws0-gcp0-link-0 | partnerInterconnect aws0-gcp0-link-1", "partnerInterconnect aws0-gcp0-link-0 | partnerInterconnect aws0-gcp0-link-1", 2000)]
    [InlineData("partnerInterconnect", "edge availability domain 1 of us-east4", "partnerInterconnect aws0-gcp0-link-1", "partnerInterconnect aws0-gcp0-link-1", 1000)]
    public void TheInterconnectCarriesTheTraffic_WhileAnyOfItIsThere(string primary, string lost, string there, string back, int mbps) =>
        Assert.Equal((there, back, mbps), new BruteForce(new Shape { Links = [new(0, 0, primary)] }.Plan()).Taken("aws0, gcp0", lost));

    [Theory]
    [InlineData("", $"{Cci}0 | {Cci}1 | {Cci}2 | {Cci}3", $"{Cci}0 | {Cci}1")]
    [InlineData("edge availability domain 1 of iad", $"{Cci}1 | {Cci}2 | {Cci}3", $"{Cci}1")]
    [InlineData("metro iad", $"{Cci}2 | {Cci}3", $"{Cci}2 | {Cci}3")]
    [InlineData("metro atl", $"{Cci}0 | {Cci}1", $"{Cci}0 | {Cci}1")]
    [InlineData("Direct Connect at aws0-hub", Vpn, Vpn)]
    public void Google_TakesTheNearMetro_AndTheHubBoth(string lost, string there, string back)
    {
        var taken = new BruteForce(new Shape { Links = [new(0, 0, "crossCloudInterconnect", Connections: 4)] }.Plan()).Taken("aws0, gcp0", lost);

        Assert.Equal((there, back), (taken.There, taken.Back));
    }

    [Fact]
    public void Peers_GoByTheirPeering_BothWays()
    {
        var plan = new Shape { Aws = 2, Google = 0, Peerings = [(0, 1)] }.Plan();

        Assert.Equal(
            ("transitPeering aws0-aws1-link", "transitPeering aws0-aws1-link", 50_000),
            new BruteForce(plan).Taken("aws0, aws1", ""));
        Assert.Null(BruteForce.FirstBroken(plan, depth: 0));
    }

    [Fact]
    public void ADataCentre_GoesThroughTheHub_ToWhatItsLinkNames()
    {
        var oracle = new BruteForce(new Shape { Links = [new(0, 0, "managedInterconnect")], DataCentres = [new(0, 0)] }.Plan());

        var (there, back, mbps) = oracle.Taken("dc0, gcp0", "");

        Assert.Equal("managedInterconnect aws0-gcp0-link | " + Devices, there);
        Assert.Equal((there, 1000), (back, mbps));
        Assert.Equal($"{Vpn} | {Devices}", oracle.Taken("dc0, gcp0", "transport aws0-gcp0-link").There);
        Assert.Empty(oracle.Leaks());
    }

    [Fact]
    public void NoSite_ReachesWhatNobodyNamed()
    {
        var plan = new Shape
        {
            Aws = 2,
            Google = 2,
            Links = [new(0, 0, "crossCloudInterconnect"), new(1, 1, "managedInterconnect"), new(0, 1, "haVpn", null)],
            Peerings = [(0, 1)],
            DataCentres = [new(0, 2), new(1)],
        }.Plan();

        Assert.Empty(new BruteForce(plan).Leaks());
    }

    private const string Devices =
        "onPremises dc0-link-0 tunnel 1 | onPremises dc0-link-0 tunnel 2 | onPremises dc0-link-1 tunnel 1 | onPremises dc0-link-1 tunnel 2";
}
