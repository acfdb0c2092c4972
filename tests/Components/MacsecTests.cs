using CrossCloudMesh.Links;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

/// <summary>A key that one cloud draws and the other must be told takes more than one deployment.</summary>
[Collection(Evaluations.Name)]
public sealed class MacsecTests
{
    private const string Cable = "gcp:compute/interconnect:Interconnect";

    [Fact]
    public async Task Ordered_ItAsksGoogleForAPortThatCan_AndLeavesTheLagToPeople()
    {
        var (asked, steps) = await RunAsync(delivered: false, new() { LagId = null, Keys = [new("key-1", null)], Enabled = false });
        Assert.Equal(("[IF_MACSEC]", "false", "absent"), Of(asked.One(Cable, "link-0")));
        Assert.Equal(("absent", "absent", "absent"), Of(asked.One(Cable, "link-1")));
        Assert.Equal(["link-1"], asked.OfType("aws:directconnect/linkAggregationGroup:LinkAggregationGroup").Select(lag => lag.Name));
        Assert.Equal(
            [
                "test-us-0: order a LAG with aws directconnect create-lag --region us-east-1 --location CSVA1 --number-of-connections 1 "
                + "--connections-bandwidth 100Gbps --lag-name test-us-0 --request-mac-sec, and state its id as lagId",
                "test-us-0: send Google the letter of authorization of AWS's port at CSVA1, that one and no other; "
                + "when Google shows the connection as active, state it as delivered",
            ],
            steps);
    }

    [Fact]
    public async Task Delivered_ItHasGoogleDrawTheKey_AndSaysHowAwsIsTold()
    {
        var (asked, steps) = await RunAsync(delivered: true, new() { LagId = "dxlag-1", Keys = [new("key-1", null)], Enabled = false });
        Assert.Equal(("[IF_MACSEC]", "false", "{failOpen: false, preSharedKeys: [{name: key-1}]}"), Of(asked.One(Cable, "link-0")));
        Assert.Equal("dxlag-1", asked.One("aws:directconnect/transitVirtualInterface:TransitVirtualInterface", "link-session-0").Input("connectionId"));
        Assert.Equal(
            [
                "test-us-0: read the keys with gcloud compute interconnects macsec get-config test-us-0, tell AWS each with "
                + "aws directconnect associate-mac-sec-key --region us-east-1 --connection-id dxlag-1, then state macsec as enabled",
            ],
            steps);
    }

    [Fact]
    public async Task Enabled_ItDropsWhatIsNotEncrypted_AndChangesKeysWithoutAGap()
    {
        var start = new DateTimeOffset(2026, 12, 1, 3, 0, 0, TimeSpan.FromHours(1));
        var (asked, steps) = await RunAsync(
            delivered: true, new() { LagId = "dxlag-1", Keys = [new("key-1", start), new("key-2", start.AddHours(6))], Enabled = true });
        Assert.Equal(
            (
                "[IF_MACSEC]",
                "true",
                "{failOpen: false, preSharedKeys: [{name: key-1, startTime: 2026-12-01T02:00:00Z}, {name: key-2, startTime: 2026-12-01T08:00:00Z}]}"),
            Of(asked.One(Cable, "link-0")));
        Assert.Empty(steps);
    }

    private static (string Features, string Enabled, string Keys) Of(CrossCloudMesh.Plan.PlannedResource cable) =>
        (cable.Input("requestedFeatures"), cable.Input("macsecEnabled"), cable.Input("macsec"));

    private static async Task<(Asked Asked, IEnumerable<string> Steps)> RunAsync(bool delivered, MacsecPort macsec)
    {
        var plain = LinkEnds.Cables(InterconnectTopology.OneMetro);
        var ports = plain.Metros[0].Connections;
        var args = plain with { Metros = [plain.Metros[0] with { Connections = ports.SetItem(0, ports[0] with { Delivered = delivered, Macsec = macsec }) }] };
        IEnumerable<string> steps = ["the steps were never told"];
        var asked = await Harness.RunAsync((aws, gcp) =>
            new CrossCloudInterconnect("link", args, new() { Providers = { aws.Provider!, gcp.Provider! } }).Steps.Apply(told => steps = told));
        return (asked, steps);
    }
}
