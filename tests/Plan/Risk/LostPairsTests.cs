using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Tests.Plan.Network;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Repository;
using NJsonSchema;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Plan.Risk;

/// <summary>What sites lose between them while an update runs and by it, as the proof of the states in between has it.</summary>
public class LostPairsTests
{
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Tunnel = "gcp:compute/vPNTunnel:VPNTunnel";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";

    private static readonly PlanDocument Good = Estate.Of();

    [Fact]
    public void Nothing_IsLost_WhereNothingChanges() => Assert.Empty(Lost(Good));

    [Fact]
    public void Nothing_IsLost_ByATag() => Assert.Empty(Lost(Changed(Good, Connection, "aws0-gcp0-link-0", "tags.owner", "\"platform\"")));

    [Theory]
    [InlineData(Connection, "aws0-gcp0-link-0", "vpnLogging", "true")]
    [InlineData(Tunnel, "aws0-gcp0-link-tunnel-0", "description", "\"x\"")]
    [InlineData(Peer, "aws0-gcp0-link-tunnel-1", "advertisedRoutePriority", "900")]
    public void OneConnection_Disturbed_LeavesTheSitesJoined(string type, string name, string input, string value)
    {
        var loss = Assert.Single(Lost(Changed(Good, type, name, input, value)));

        Assert.True(loss is { From: "aws0", To: "gcp0", When: LossTime.Meanwhile, Kind: LossKind.Redundancy or LossKind.Paths }, loss.ToString());
        Assert.Equal(4, loss.Before.Sum(path => path.Up));
        Assert.InRange(loss.Left.Sum(path => path.Up), 1, 3);
        Assert.Contains(loss.Causes, urn => urn.EndsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public void WholeConnection_Disturbed_LeavesNoRedundancy_WithTheFailureThatShowsIt()
    {
        var loss = Assert.Single(Lost(Changed(Good, Connection, "aws0-gcp0-link-0", "changed", "true")));

        Assert.Equal(LossKind.Redundancy, loss.Kind);
        Assert.Single(loss.Shown!.Failures);
    }

    [Fact]
    public async Task Loss_IsWritten_ByTheSchema_AndReadBack()
    {
        var compared = PlanComparison.Of(Good, Changed(Good, Connection, "aws0-gcp0-link-0", "changed", "true"));
        var json = PlanWriter.Write(compared);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(ProjectRoot.Path, "docs", "plan.schema.json"));

        Assert.Single(compared.Risk.Pairs);
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(json.Span)));
        Assert.Equal(compared, PlanReader.Read(json));
    }

    [Fact]
    public void BothConnections_Disturbed_AtOnce_CutTheSitesOff_AndThatIsAnError()
    {
        var compared = PlanComparison.Of(Good, Changed(Changed(Good, Connection, "aws0-gcp0-link-0", "changed", "true"), Connection, "aws0-gcp0-link-1", "changed", "true"));

        Assert.Equal(LossKind.Connection, Assert.Single(compared.Risk.Pairs).Kind);
        Assert.Equal(VerdictWord.Stop, PlanVerdict.Of(compared).Word);
    }

    [Fact]
    public void OneConnection_Deleted_TakesTheRedundancyForGood()
    {
        var after = With(Good.Resources.Where(resource => !resource.Urn.Contains("link-1", StringComparison.Ordinal) && resource.Name is not ("aws0-gcp0-link-tunnel-2" or "aws0-gcp0-link-tunnel-3")));

        var loss = Assert.Single(Lost(after));
        Assert.Equal((LossKind.Redundancy, LossTime.Afterwards), (loss.Kind, loss.When));
        Assert.Empty(loss.Causes);
    }

    [Fact]
    public void Number_OfOneEndOnly_IsFoundInBetween()
    {
        var hub = Good.Resources.First(resource => resource.Type == "aws:ec2transitgateway/transitGateway:TransitGateway" && resource.Name == "aws0-hub");
        var old = ((PlanValue.NumberValue)hub.Inputs["amazonSideAsn"]!).Value;
        var after = With(Good.Resources.Select(resource =>
            resource == hub ? resource.With("amazonSideAsn", $"{old + 50}")
            : resource.Type == Peer && resource.Inputs["peerAsn"] is PlanValue.NumberValue peer && peer.Value == old ? resource.With("peerAsn", $"{old + 50}")
            : resource));

        var loss = Lost(after)[0];
        Assert.Equal((LossKind.Connection, LossTime.Meanwhile), (loss.Kind, loss.When));
        Assert.Equal([hub.Urn], Midway.Of(Good, after, PlanDiff.Of(Good, after))[0].Changed);
    }

    [Fact]
    public void Gaps_AreTakenAtOnce_UnlessOneWaitsForTheOther()
    {
        var (first, second) = (Of(Connection, "first"), Of(Connection, "second"));
        var gaps = new List<Gap> { new([first.Urn], [first.Urn]), new([second.Urn], [second.Urn]) };

        Assert.Equal([2], Gap.AtOnce(gaps, Plans.Of(first, second)).Select(state => state.Members.Count));
        Assert.Equal([1, 1], Gap.AtOnce(gaps, Plans.Of(first, second with { DependsOn = [first.Urn] })).Select(state => state.Members.Count));
    }

    private static PlanDocument Changed(PlanDocument plan, string type, string name, string input, string value) => With(plan.Resources.Select(resource =>
        resource.Type == type && resource.Name == name ? resource.With(input, value) : resource));

    private static PlanDocument With(IEnumerable<PlannedResource> resources) => PlanDocument.OfFirstUpdate(Good.Stack, Good.Fidelity, resources, [], Good.Outputs);

    private static Sequence<PairLoss> Lost(PlanDocument after) => PlanComparison.Of(Good, after).Risk.Pairs;
}
