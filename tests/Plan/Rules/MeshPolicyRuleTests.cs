using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules.Mesh;
using CrossCloudMesh.Tests.Mesh.Bridge;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Who may call, and by what a mesh knows him, seen failing on the dev and fintrust stacks with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class MeshPolicyRuleTests(DevPlan dev, FintrustPlan fintrust) : IClassFixture<DevPlan>, IClassFixture<FintrustPlan>
{
    private const string Authority = "tls:index/selfSignedCert:SelfSignedCert";
    private const string Deny = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
    private const string Destination = "kubernetes:networking.istio.io/v1:DestinationRule";
    private const string Key = "tls:index/privateKey:PrivateKey";
    private const string Mesh = "kubernetes:appmesh.k8s.aws/v1beta2:Mesh";
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string Node = "kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode";
    private const string Peers = "kubernetes:security.istio.io/v1:PeerAuthentication";
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Theory]
    [InlineData("PERMISSIVE")]
    [InlineData("DISABLE")]
    public void MeshMutualTls_Fails_When_PlainTextIsTaken(string mode) => dev.Fails<MeshMutualTls>(
        dev.With(Peers, "spec.mtls.mode", $"\"{mode}\""), "aws-east-istio-r1-31 namespace", "aws-east-baseline-mtls spec.mtls.mode");

    [Fact]
    public void MeshMutualTls_Fails_When_OnePortTakesPlainText_OrOnlySomeWorkloadsDoNot()
    {
        dev.Fails<MeshMutualTls>(
            dev.With(Peers, "spec.portLevelMtls", "{\"8080\":{\"mode\":\"DISABLE\"}}"), "aws-east-baseline-mtls spec.portLevelMtls.8080.mode");
        dev.Fails<MeshMutualTls>(dev.With(Peers, "spec.selector", "{\"matchLabels\":{\"app\":\"orders\"}}"), "aws-east-istio-r1-31 namespace");
        dev.Fails<MeshMutualTls>(dev.With(Peers, "metadata.namespace", "\"edge\""), "aws-east-istio-r1-31 namespace");
    }

    [Theory]
    [InlineData("tls.mode", "\"PERMISSIVE\"", "tls.mode")]
    [InlineData("tls", null, "tls.mode")]
    [InlineData("tls.validation", null, "tls.validation")]
    public void MeshMutualTls_Fails_When_AppMeshAsksForNoCertificate(string path, string? json, string told) => Assert.Equal(
        [$"aws-east-services-payment.payments spec.listeners[0].{told}"],
        DevPlan.Found<MeshMutualTls>(Broken(fintrust.One(Node, "aws-east-services-payment.payments"), "spec.listeners[0]." + path, json)));

    [Fact]
    public void MeshDenyByDefault_Fails_When_AnybodyMayCall()
    {
        dev.Fails<MeshDenyByDefault>(dev.With(Deny, "spec.rules", "[{}]"), "aws-east-istio-r1-31 namespace");
        dev.Fails<MeshDenyByDefault>(dev.With(Deny, "spec.action", "\"DENY\""), "aws-east-istio-r1-31 namespace");
        dev.Fails<MeshDenyByDefault>(dev.With(Deny, "spec.selector", "{\"matchLabels\":{\"app\":\"orders\"}}"), "aws-east-istio-r1-31 namespace");
        Assert.Equal(
            ["aws-east-appmesh spec.egressFilter.type"],
            DevPlan.Found<MeshDenyByDefault>(Broken(fintrust.One(Mesh, "aws-east-appmesh"), "spec.egressFilter.type", "\"ALLOW_ALL\"")));
    }

    [Fact]
    public void MeshInjection_Fails_When_TwoMeshesAddAProxy() => Assert.Equal(
        ["aws-east-services-payments metadata.labels"],
        DevPlan.Found<MeshInjection>(Broken(
            fintrust.One(Namespace, "aws-east-services-payments"), "metadata.labels", "{\"appmesh.k8s.aws/sidecarInjectorWebhook\":\"enabled\",\"istio.io/rev\":\"r1-31\"}")));

    [Fact]
    public void MeshLocality_Fails_When_NothingIsEjected()
    {
        const string Name = "aws-east-services-orders.trading";
        dev.Fails<MeshLocality>(
            Edited(Destination, Name, each => each.With("spec.trafficPolicy.outlierDetection", null)), $"{Name} spec.trafficPolicy.loadBalancer.localityLbSetting");
        dev.Fails<MeshLocality>(Edited(Destination, Name, each => each
            .With("spec.trafficPolicy.outlierDetection", null).With("spec.trafficPolicy.loadBalancer.localityLbSetting", "{\"enabled\":false}")));
        dev.Fails<MeshLocality>(Edited(Destination, Name, each => each
            .With("spec.trafficPolicy.outlierDetection", null).With("spec.trafficPolicy.loadBalancer.localityLbSetting", "{\"distribute\":[{\"from\":\"*\"}]}")));
    }

    [Theory]
    [InlineData("{\"topology.istio.io/network\":\"other\"}")]
    [InlineData("{}")]
    public void MeshNetworkLabel_Fails_When_TheNetworkHasNoName(string labels) =>
        dev.Fails<MeshNetworkLabel>(Edited(Namespace, "aws-east-mesh", each => each.With("metadata.labels", labels)), "aws-east-mesh metadata.labels");

    [Theory]
    [InlineData("repositoryOpts.repo", "https://istio-release.storage.googleapis.com/charts")]
    [InlineData("values.global.hub", "gcr.io/istio-release")]
    [InlineData("values.global.hub", "registry.istio.io/release")]
    public void IstioImages_AreTakenFromPlacesThatStay(string path, string place) =>
        dev.Fails<IstioImages>(Edited(Release, "aws-east-istio-r1-31", each => each.With(path, $"\"{place}\"")), $"aws-east-istio-r1-31 {path}");

    [Fact]
    public void IstioImages_Fails_When_TheirPlaceEnds() => dev.Fails<IstioImages>(
        Edited(Release, "gcp-east-eastwest", each => each.With("values.hub", "\"gcr.io/istio-release\"")), "gcp-east-eastwest values.hub");

    [Theory]
    [InlineData("algorithm", "\"ED25519\"", "algorithm")]
    [InlineData("ecdsaCurve", "\"P521\"", "ecdsaCurve")]
    [InlineData("ecdsaCurve", null, "ecdsaCurve")]
    public void TrustAuthority_Fails_When_ItsKeyIsNoneThatIstioTakes(string path, string? json, string told) =>
        dev.Fails<TrustAuthority>(Edited(Key, "trust-root-1", each => each.With(path, json)), $"trust-root-1 {told}");

    [Fact]
    public void TrustAuthority_Fails_When_AKeyIsShort_OrItsUsesAreWrittenWrongly()
    {
        dev.Fails<TrustAuthority>(Edited(Key, "trust-aws-east", each => each.With("algorithm", "\"RSA\"").With("rsaBits", "1024")), "trust-aws-east rsaBits");
        dev.Fails<TrustAuthority>(dev.With(Authority, "allowedUses", "[\"CertSigning\"]"), "trust-root-1 allowedUses[0]");
        Assert.All(new[] { null, "-1", "0", "2" }, length => dev.Fails<TrustAuthority>(dev.With(Authority, "maxPathLength", length), "trust-root-1 maxPathLength"));
        dev.Fails<TrustAuthority>(dev.With(Authority, "subject.organization", null), "trust-root-1 subject.organization");
    }

    private PlanDocument Broken(PlannedResource resource, string path, string? json) => DevPlan.Edited(fintrust.Plan, resource, resource.With(path, json));

    private PlanDocument Edited(string type, string name, Func<PlannedResource, PlannedResource> change)
    {
        var one = dev.Plan.Resources.Single(each => each.Type == type && each.Name == name);
        return DevPlan.Edited(dev.Plan, one, change(one));
    }
}
