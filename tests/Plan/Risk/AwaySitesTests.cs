using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Tests.Plan.Network;
using CrossCloudMesh.Tests.Plan.Rules;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Plan.Risk;

/// <summary>A site that an update takes away and makes anew is told as away, though between networks without anybody nothing is lost.</summary>
public class AwaySitesTests
{
    private const string AwsCluster = "aws:eks/cluster:Cluster";
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    private const string GoogleCluster = "gcp:container/cluster:Cluster";
    private const string GoogleNetwork = "gcp:compute/network:Network";

    private static readonly PlanDocument Good = Estate.Of();

    [Theory]
    [InlineData(Subnetwork, "gcp0-network", "region", "gcp0")]
    [InlineData(GoogleNetwork, "gcp0-network", "description", "gcp0")]
    [InlineData(GoogleCluster, "gcp0-cluster", "location", "gcp0")]
    [InlineData(AwsCluster, "aws0-cluster", "name", "aws0")]
    [InlineData(NodeGroup, "aws0-cluster-general", "amiType", "aws0")]
    [InlineData(Vpc, "aws0-network", "instanceTenancy", "aws0")]
    public void Site_IsAway_WhileWhatItStandsOn_IsDeletedFirst(string type, string name, string input, string site)
    {
        var compared = PlanComparison.Of(Good, Replaced(type, name, input, first: true));

        var loss = Assert.Single(compared.Risk.Pairs);
        Assert.Equal((LossKind.Connection, LossTime.Meanwhile), (loss.Kind, loss.When));
        Assert.Equal([site], loss.Away);
        Assert.Equal([Urn(type, name)], loss.Causes);
        Assert.StartsWith($"{site} is away while ", RiskWords.Of(loss), StringComparison.Ordinal);
        Assert.StartsWith($"stop: 2 errors, {site} away meanwhile", Told(compared), StringComparison.Ordinal);
        Assert.Contains(compared.Findings, finding => finding.Rule == "link-change-order" && finding.Message.StartsWith($"takes {site} away", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(GoogleCluster, "gcp0-cluster", "location")]
    [InlineData(NodeGroup, "aws0-cluster-general", "amiType")]
    public void Site_Stays_WhereTheNewComesFirst(string type, string name, string input) =>
        Assert.Empty(PlanComparison.Of(Good, Replaced(type, name, input, first: false)).Risk.Pairs);

    [Fact]
    public void Site_Stays_WhileOneOfItsSubnetsIsLeft() =>
        Assert.DoesNotContain(PlanComparison.Of(Good, Replaced(Subnet, "aws0-network-private-az1", "cidrBlock", first: true)).Risk.Pairs, loss => loss.Away.Count > 0);

    [Fact]
    public void Away_IsWritten_AndReadBack()
    {
        var compared = PlanComparison.Of(Good, Replaced(GoogleCluster, "gcp0-cluster", "location", first: true));

        Assert.Equal(compared, PlanReader.Read(PlanWriter.Write(compared)));
    }

    private static string Urn(string type, string name) => Good.Resources.Single(resource => resource.Type == type && resource.Name == name).Urn;

    private static string Told(PlanDocument plan)
    {
        var verdict = PlanVerdict.Of(plan);
        return $"{Words.Of(verdict.Word)}: {verdict.Why}";
    }

    private static PlanDocument Replaced(string type, string name, string input, bool first) => PlanDocument.OfFirstUpdate(
        Good.Stack,
        Good.Fidelity,
        Good.Resources.Select(resource => resource.Type == type && resource.Name == name
            ? resource.With(input, "\"another\"").With(new() { DeleteBeforeReplace = first, ReplaceOnChanges = [input] })
            : resource),
        [],
        Good.Outputs);
}
