using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>What an update may do to a link that stands, and what it may not.</summary>
public class LinkChangesTests
{
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Tunnel = "gcp:compute/vPNTunnel:VPNTunnel";

    private static readonly PlanDocument Good = Estate.Of();

    [Theory]
    [InlineData(Connection, "aws0-gcp0-link-0")]
    [InlineData(Tunnel, "aws0-gcp0-link-tunnel-3")]
    [InlineData("gcp:compute/routerPeer:RouterPeer", "aws0-gcp0-link-tunnel-1")]
    public void Update_MayTouch_OneConnection(string type, string name) => Assert.Empty(Found(Change(Good, type, name)));

    [Fact]
    public void Update_MayTouch_BothTunnelsOfOneConnection() =>
        Assert.Empty(Found(Change(Change(Good, Tunnel, "aws0-gcp0-link-tunnel-0"), Connection, "aws0-gcp0-link-0")));

    [Theory]
    [InlineData(Connection, "aws0-gcp0-link-1")]
    [InlineData(Tunnel, "aws0-gcp0-link-tunnel-2")]
    [InlineData("gcp:compute/routerInterface:RouterInterface", "aws0-gcp0-link-tunnel-3")]
    public void LinkChanges_Refuse_ToTouchBothConnections(string type, string name) => Assert.Equal(
        ["gcp0-routers loses every connection to aws0-hub in one update: aws0-gcp0-link-0, aws0-gcp0-link-1"],
        Found(Change(Change(Good, Connection, "aws0-gcp0-link-0"), type, name)));

    [Fact]
    public void LinkChanges_Refuse_ToReplaceAGateway()
    {
        var found = Found(Of(Good.Resources.Select(resource =>
            resource.Type == "gcp:compute/haVpnGateway:HaVpnGateway" ? resource.With("stackType", "\"IPV4_IPV6\"") : resource)));

        Assert.Contains("gcp0-routers is replaced in one step, and with it its addresses", found);
    }

    [Fact]
    public void LinkChanges_LetALabelPass() => Assert.Empty(Found(Of(Good.Resources.Select(resource =>
        resource.Type == Connection ? resource.With("tags.owner", "\"platform\"") : resource))));

    [Fact]
    public void LinkChanges_LetAWholeLinkGo() => Assert.Empty(Found(Of(Good.Resources.Where(resource => !resource.Name.Contains("-link", StringComparison.Ordinal)))));

    private static PlanDocument Change(PlanDocument plan, string type, string name) => Of(plan.Resources.Select(resource =>
        resource.Type == type && resource.Name == name ? resource.With("changed", "true") : resource));

    private static PlanDocument Of(IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(Good.Stack, Good.Fidelity, resources, [], Good.Outputs);

    private static IEnumerable<string> Found(PlanDocument after) => PlanComparison.Of(Good, after).Findings
        .Where(finding => finding.Rule == "link-change-order")
        .Select(finding => $"{finding.Urn![(finding.Urn!.LastIndexOf("::", StringComparison.Ordinal) + 2)..]} {finding.Message}").Distinct();
}
