using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Mesh.Bridge;

/// <summary>Port 8443 between the sites of fintrust: open to who calls, known to the proof, and shut everywhere else.</summary>
[Collection(Evaluations.Name)]
public sealed class BridgePortTests(FintrustPlan fintrust, DevPlan dev) : IClassFixture<FintrustPlan>, IClassFixture<DevPlan>
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Firewall = "gcp:compute/firewall:Firewall";

    [Fact]
    public void Door_AdmitsNodesAndPodsOfTheOtherSite_AndNobodyElse()
    {
        var google = fintrust.One(Firewall, "east-gcp-east-door-bridge");
        Assert.Equal("[10.4.0.0/16]", google.Input("sourceRanges"));
        var nodes = fintrust.Of("gcp:compute/subnetwork:Subnetwork").First();
        Assert.Contains(nodes.Input("ipCidrRange"), fintrust.Of(Ingress).Where(each => each.Input("fromPort") == "8443").Select(each => each.Input("cidrIpv4")));
        Assert.Equal(2, fintrust.Of(Ingress).Count(each => each.Input("fromPort") == "8443"));
    }

    [Fact]
    public void Dev_HasOneMesh_AndDoesNotOpenIt() => Assert.DoesNotContain(
        dev.Plan.Resources, each => each.Type is Ingress && each.Input("fromPort") == "8443");

    [Fact]
    public void PortsOfTheEastWestGateway_AreShut_WhereOneSideHasNone()
    {
        Assert.DoesNotContain(fintrust.Of(Ingress), each => each.Input("fromPort") is "15021" or "15443");
        Assert.Equal("[{protocol: icmp}]", fintrust.One(Firewall, "east-gcp-east-door").Input("allows"));
        Assert.Equal("[{ports: [8443], protocol: tcp}]", fintrust.One(Firewall, "east-gcp-east-door-bridge").Input("allows"));
    }

    [Fact]
    public void Proof_AsksForTheEastWestGateway_OfAllButAppMesh()
    {
        var onIstio = fintrust.Plan.Resources.Where(each => each.Type != "kubernetes:appmesh.k8s.aws/v1beta2:Mesh").ToList();
        Assert.Contains("tcp/15443", Assert.Single(NetworkProof.Of(onIstio, fintrust.Plan.Outputs, depth: 0)!.Pairs).Counterexample!.Flow, StringComparison.Ordinal);
    }

    [Fact]
    public void Proof_Fails_When_ThePortIsShut_OnGoogleCloud()
    {
        var changed = fintrust.Plan.Resources.Where(each => each.Name != "east-gcp-east-door-bridge").ToList();
        Assert.Contains("tcp/8443", Assert.Single(NetworkProof.Of(changed, fintrust.Plan.Outputs, depth: 0)!.Pairs).Counterexample!.Flow, StringComparison.Ordinal);
    }

    [Fact]
    public void Proof_Fails_When_ThePortIsShut()
    {
        var changed = fintrust.Plan.Resources.Where(each => each.Type != Ingress || each.Input("fromPort") != "8443").ToList();
        var proof = NetworkProof.Of(changed, fintrust.Plan.Outputs, depth: 0)!;
        Assert.Contains(NetworkFindings.Of(proof), finding => finding.Message.Contains("tcp/8443", StringComparison.Ordinal));
        Assert.DoesNotContain(NetworkFindings.Of(NetworkProof.Of(fintrust.Plan.Resources, fintrust.Plan.Outputs, depth: 0)!), finding => finding.Message.Contains("tcp/8443", StringComparison.Ordinal));
    }
}
