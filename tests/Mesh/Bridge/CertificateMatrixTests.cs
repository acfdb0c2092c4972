using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Mesh;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Mesh.Bridge;

/// <summary>Who takes whose certificate in fintrust, and what is found when one name is another.</summary>
[Collection(Evaluations.Name)]
public sealed class CertificateMatrixTests(FintrustPlan fintrust) : IClassFixture<FintrustPlan>
{
    private const string Request = "tls:index/certRequest:CertRequest";
    private const string Rule = "kubernetes:networking.istio.io/v1:DestinationRule";
    private const string Record = "gcp:dns/recordSet:RecordSet";
    private const string Node = "kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode";
    private const string ToPayment = "gcp-east-bridge-to-payment.payments";
    private const string Payment = "aws-east-services-payment.payments";

    [Fact]
    public void EveryCheck_IsMet_ByWhomItIsMeantFor_AndByNobodyElse()
    {
        var matrix = fintrust.Plan.Certificates!;
        Assert.All(matrix.Clients, client => Assert.True(client.IsRight, $"{client.Client} -> {client.Called}"));
        Assert.All(matrix.Clients, client => Assert.Single(client.Satisfied));
        Assert.Equal(
            ["aws-east-cluster payments/payment -> trading/risk", "gcp-east-cluster -> payment.payments.bridge.fintrust.mesh.example"],
            matrix.Clients.Where(client => client.IsBridged).Select(client => $"{client.Client} -> {client.Called}"));
        Assert.Empty(Found(fintrust.Plan.Resources));
    }

    [Fact]
    public void MeshCertificateNames_Fails_When_ACertificate_LosesItsName() => Assert.Equal(
        [$"{ToPayment}: calls payment.payments.bridge.fintrust.mesh.example and asks for bridge.aws-east.fintrust.mesh.example, which the certificate of aws-east-bridge does not bear"],
        Found(Changed(Request, "aws-east-bridge", each => each.With("dnsNames", "[]"))));

    [Fact]
    public void MeshCertificateNames_Fails_When_ACertificate_BearsTheNameOfAnother() => Assert.Equal(
        [
            $"{Payment}: calls trading/risk and asks for bridge.gcp-east.fintrust.mesh.example, which the certificate of aws-east-bridge bears too",
            $"{ToPayment}: calls payment.payments.bridge.fintrust.mesh.example and asks for bridge.aws-east.fintrust.mesh.example, which the certificate of aws-east-bridge does not bear",
        ],
        Found(Changed(Request, "aws-east-bridge", each => each.With("dnsNames", "[\"bridge.gcp-east.fintrust.mesh.example\"]"))).Order(StringComparer.Ordinal));

    [Fact]
    public void MeshCertificateNames_Fails_When_ACheck_IsMetByTwo() => Assert.Contains(
        $"{ToPayment}: calls payment.payments.bridge.fintrust.mesh.example and asks for bridge.aws-east.fintrust.mesh.example or spiffe://fintrust.mesh.example/ns/trading/sa/risk, which the certificate of gcp-east-cluster trading/risk bears too",
        Found(Changed(Rule, ToPayment, each => each.With(
            "spec.trafficPolicy.tls.subjectAltNames", "[\"bridge.aws-east.fintrust.mesh.example\", \"spiffe://fintrust.mesh.example/ns/trading/sa/risk\"]"))));

    [Fact]
    public void MeshCertificateNames_Fails_When_TheName_LeadsElsewhere() => Assert.Contains(
        $"{ToPayment}: calls payment.payments.bridge.fintrust.mesh.example and asks for bridge.aws-east.fintrust.mesh.example, and nobody of the stack answers there",
        Found(Changed(Record, "gcp-east-finds-bridge-aws-east", each => each.With("rrdatas", "[\"10.9.9.9\"]"))));

    [Fact]
    public void MeshCertificateNames_Fails_When_AClient_AsksForNothing() => Assert.Contains(
        $"{Payment}: calls trading/risk and asks for no name, which the certificate of gcp-east-bridge does not bear",
        Found(Changed(Node, Payment, each => each.With("spec.backends[1].virtualService.clientPolicy.tls.validation.subjectAlternativeNames", null))));

    private static IEnumerable<string> Found(IEnumerable<PlannedResource> resources)
    {
        PlannedResource[] all = [.. resources];
        return new MeshCertificateNames().Judge(new(all)).Select(finding => $"{finding.Urn!.Split("::")[^1]}: {finding.Message}");
    }

    private IEnumerable<PlannedResource> Changed(string type, string name, Func<PlannedResource, PlannedResource> change)
    {
        var one = fintrust.One(type, name);
        return fintrust.Plan.Resources.Select(each => ReferenceEquals(each, one) ? change(each) : each);
    }
}
