using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;

namespace CrossCloudMesh.Tests.Mesh.Bridge;

/// <summary>The bridge of fintrust: what is made at both of its ends, and what it says.</summary>
[Collection(Evaluations.Name)]
public sealed class BridgeObjectsTests(FintrustPlan fintrust) : IClassFixture<FintrustPlan>
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Gateway = "kubernetes:networking.istio.io/v1:Gateway";
    private const string Entry = "kubernetes:networking.istio.io/v1:ServiceEntry";
    private const string Rule = "kubernetes:networking.istio.io/v1:DestinationRule";
    private const string Route = "kubernetes:networking.istio.io/v1:VirtualService";
    private const string Policy = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
    private const string AppMesh = "kubernetes:appmesh.k8s.aws/v1beta2:";
    private const string IntoIstio = "gcp-east-bridge";
    private const string IntoAppMesh = "aws-east-bridge";
    private const string ToPayment = "gcp-east-bridge-to-payment.payments";
    private const string ToRisk = "aws-east-bridge-to-risk.trading";

    [Theory]
    [InlineData("gcp-east-bridge", "Address 1, AuthorizationPolicy 1, CertRequest 1, Gateway 1, LocallySignedCert 1, PrivateKey 1, Release 1, Secret 1, VirtualService 1")]
    [InlineData(ToPayment, "DestinationRule 1, Service 1, ServiceEntry 1, VirtualService 1")]
    [InlineData("aws-east-bridge", "CertRequest 1, Deployment 1, GatewayRoute 1, LocallySignedCert 1, Namespace 1, PrivateKey 1, Role 1, RolePolicy 1, Secret 1, Service 1, ServiceAccount 1, SubnetCidrReservation 3, VirtualGateway 1")]
    [InlineData(ToRisk, "VirtualNode 1, VirtualRouter 1, VirtualService 1")]
    public void EachPart_MakesWhatItSays(string prefix, string expected) => Assert.Equal(
        expected,
        string.Join(", ", fintrust.Plan.Resources
            .Where(each => each.IsCustom && (each.Name == prefix || (each.Name.StartsWith(prefix + "-", StringComparison.Ordinal) && (prefix.Contains("-to-", StringComparison.Ordinal) || !each.Name.Contains("-to-", StringComparison.Ordinal)))))
            .GroupBy(each => each.Type.Split(':')[^1], StringComparer.Ordinal)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => $"{type.Key} {type.Count()}")));

    [Fact]
    public void IntoIstio_TakesAnyName_FromItsCallersAlone() => Assert.Equal(
        "{selector: {istio: bridge}, servers: [{hosts: [*], port: {name: https, number: 8443, protocol: HTTPS}, "
            + "tls: {credentialName: bridge-certificate, mode: MUTUAL, subjectAltNames: [spiffe://fintrust.mesh.example/ns/payments/sa/payment]}}]}",
        fintrust.One(Gateway, IntoIstio).Input("spec"));

    [Fact]
    public void IntoIstio_IsPrivate_AndOpenToNodesAndPodsOfTheOtherSite()
    {
        var service = fintrust.One(Release, IntoIstio);
        Assert.Equal("[{name: status-port, port: 15021, protocol: TCP, targetPort: 15021}, {name: https, port: 8443, protocol: TCP, targetPort: 8443}]", service.Input("values>service>ports"));
        Assert.Equal("{networking.gke.io/internal-load-balancer-allow-global-access: true, networking.gke.io/load-balancer-type: Internal}", service.Input("values>service>annotations"));
        Assert.Equal("[10.4.0.0/16]", service.Input("values>service>loadBalancerSourceRanges"));
        Assert.Equal("bridge", service.Input("name"));
    }

    [Fact]
    public void IntoIstio_LetsEachCallerCallItsServiceAlone_AndTriesNothingAgain()
    {
        Assert.Equal(
            "{action: ALLOW, rules: [{from: [{source: {principals: [fintrust.mesh.example/ns/payments/sa/payment]}}], "
                + "to: [{operation: {hosts: [risk.trading.svc.cluster.local, risk.trading.svc.cluster.local:*], ports: [8443]}}]}], selector: {matchLabels: {istio: bridge}}}",
            fintrust.One(Policy, $"{IntoIstio}-risk.trading").Input("spec"));
        Assert.Equal(
            "{gateways: [istio-system/bridge], hosts: [risk.trading.svc.cluster.local], http: [{retries: {attempts: 0}, "
                + "route: [{destination: {host: risk.trading.svc.cluster.local, port: {number: 8080}}}], timeout: 500ms}]}",
            fintrust.One(Route, $"{IntoIstio}-risk.trading").Input("spec"));
    }

    [Fact]
    public void Callee_AdmitsTheGateway_WhereItHasAForeignCaller_AndNowhereElse()
    {
        const string Bridge = "/ns/istio-system/sa/bridge";
        Assert.Equal(["risk"], fintrust.Of(Policy).Where(each => each.Input("spec").Contains(Bridge, StringComparison.Ordinal)).Select(each => each.Input("metadata>name")));
    }

    [Fact]
    public void OutOfIstio_LeadsTheServicesOwnHost_ToTheOtherEnd()
    {
        Assert.Equal(
            "{endpoints: [{address: bridge.aws-east.fintrust.mesh.example}], hosts: [payment.payments.bridge.fintrust.mesh.example], location: MESH_EXTERNAL, "
                + "ports: [{name: http, number: 8443, protocol: HTTP}], resolution: DNS}",
            fintrust.One(Entry, ToPayment).Input("spec"));
        Assert.Equal(
            "{mode: ISTIO_MUTUAL, sni: bridge.aws-east.fintrust.mesh.example, subjectAltNames: [bridge.aws-east.fintrust.mesh.example]}",
            fintrust.One(Rule, ToPayment).Input("spec>trafficPolicy>tls"));
        Assert.Equal(
            "{hosts: [payment.payments.svc.cluster.local], http: [{retries: {attempts: 0}, rewrite: {authority: payment.payments.svc.cluster.local}, "
                + "route: [{destination: {host: payment.payments.bridge.fintrust.mesh.example, port: {number: 8443}}}], timeout: 5s}]}",
            fintrust.One(Route, ToPayment).Input("spec"));
    }

    [Fact]
    public void OutOfAppMesh_IsANodeWithoutPods_AtTheOtherEnd_WithTheServicesOwnRoute()
    {
        Assert.Equal(
            "{listeners: [{portMapping: {port: 8443, protocol: http2}}], serviceDiscovery: {dns: {hostname: bridge.gcp-east.fintrust.mesh.example, responseType: LOADBALANCER}}}",
            fintrust.One(AppMesh + "VirtualNode", ToRisk).Input("spec"));
        Assert.Contains("timeout: {idle: {unit: ms, value: 0}, perRequest: {unit: ms, value: 500}}", fintrust.One(AppMesh + "VirtualRouter", ToRisk).Input("spec"), StringComparison.Ordinal);
        Assert.StartsWith("{awsName: risk.trading.svc.cluster.local, ", fintrust.One(AppMesh + "VirtualService", ToRisk).Input("spec"), StringComparison.Ordinal);
    }

    [Fact]
    public void IntoAppMesh_HasAPrivateAddressInEachZone_BesideThatOfNobody()
    {
        var service = fintrust.One("kubernetes:core/v1:Service", IntoAppMesh);
        Assert.Contains("aws-load-balancer-scheme: internal", service.Input("metadata>annotations"), StringComparison.Ordinal);
        Assert.Contains("aws-load-balancer-healthcheck-protocol: tcp", service.Input("metadata>annotations"), StringComparison.Ordinal);
        Assert.Equal("[{name: https, port: 8443, protocol: TCP, targetPort: 8443}]", service.Input("spec>ports"));
        var container = Assert.Single(Assert.IsType<PlanValue.ListValue>(
            ((PlanValue.ObjectValue)((PlanValue.ObjectValue)((PlanValue.ObjectValue)fintrust.One("kubernetes:apps/v1:Deployment", IntoAppMesh).Inputs["spec"]!).Members["template"]!).Members["spec"]!).Members["containers"]).Items);
        Assert.Equal("envoy", ((PlanValue.TextValue)((PlanValue.ObjectValue)container).Members["name"]!).Value);
    }

    [Fact]
    public void Names_AreFound_InBothNetworks_ByTheAddressesOfTheBalancers()
    {
        var aws = fintrust.Of("aws:route53/record:Record").ToDictionary(record => record.Input("name"), record => record.Input("records"), StringComparer.Ordinal);
        var google = fintrust.Of("gcp:dns/recordSet:RecordSet").Where(record => record.Input("name").StartsWith("bridge.", StringComparison.Ordinal))
            .ToDictionary(record => record.Input("name").TrimEnd('.'), record => record.Input("rrdatas"), StringComparer.Ordinal);
        Assert.Equal(["bridge.aws-east.fintrust.mesh.example", "bridge.gcp-east.fintrust.mesh.example"], aws.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(aws.OrderBy(each => each.Key, StringComparer.Ordinal), google.OrderBy(each => each.Key, StringComparer.Ordinal));
        Assert.Equal($"[{fintrust.One("kubernetes:core/v1:Service", IntoAppMesh).Input("metadata>annotations").Split("private-ipv4-addresses: ")[1].Split(", service")[0].Replace(",", ", ", StringComparison.Ordinal)}]", aws["bridge.aws-east.fintrust.mesh.example"]);
    }

    [CrdFact]
    public void EveryObject_FitsItsDefinition() => Assert.Empty(fintrust.Plan.Resources
        .Where(each => each.Inputs["apiVersion"] is PlanValue.TextValue && CrdSchemas.Find(each.Inputs["apiVersion"].Text(), each.Inputs["kind"].Text()) is not null)
        .SelectMany(each => StructuralCheck.Of(each, CrdSchemas.Find(each.Inputs["apiVersion"].Text(), each.Inputs["kind"].Text())!).Select(fault => $"{each.Name}{fault}")));
}
