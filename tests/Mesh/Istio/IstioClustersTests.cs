using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.Istio;

/// <summary>Clusters that mesh together: what one says, the others must bear out.</summary>
public sealed class IstioClustersTests
{
    /// <summary>Where payment runs, and lets orders in.</summary>
    private const string There = """
        apiVersion: v1
        kind: Service
        metadata: {name: payment, namespace: payments}
        spec: {selector: {app: payment}, ports: [{port: 8080, appProtocol: http}]}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: payment, namespace: payments}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: payment, namespace: payments}
        spec: {rules: [{from: [{source: {principals: [mesh.example/ns/trading/sa/orders]}}]}]}
        """;

    /// <summary>Where orders runs, whom nobody may call.</summary>
    private const string Here = """
        apiVersion: v1
        kind: Service
        metadata: {name: payment, namespace: payments}
        spec: {selector: {app: payment}, ports: [{port: 8080, appProtocol: http}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: trading}
        spec: {selector: {app: orders}, ports: [{port: 9090, appProtocol: grpc}]}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: orders, namespace: trading}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: trading, labels: {istio.io/rev: now}}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: orders, namespace: trading}
        spec: {}
        ---
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: orders, namespace: trading}
        spec: {egress: [{hosts: [payments/payment.payments.svc.cluster.local]}]}
        """;

    private static readonly IstioMesh Mesh = IstioObjects.Mesh with { Revisions = ["now"] };

    [Fact]
    public void Servers_AreReadWhereTheyRun()
    {
        var reading = Lifted(There, Here);
        Assert.Empty(reading.Faults);
        Assert.Equal(["[]", "[spiffe://mesh.example/ns/trading/sa/orders]"], reading.Form!.Services.Select(service => $"{service.Server.Callers}"));
        Assert.Equal(reading.Form, Lifted(Here, There).Form);
    }

    [Theory]
    [InlineData("payments/payment.payments.svc.cluster.local", "~/*", """c1: Sidecar trading/orders: spec.egress[0].hosts: must let Service trading/orders find Service payments/payment, which it may call; got ["~/*"]""")]
    [InlineData("payments/payment.payments.svc.cluster.local", "trading/*", """c1: Sidecar trading/orders: spec.egress[0].hosts: must let Service trading/orders find Service payments/payment, which it may call; got ["trading/*"]""")]
    [InlineData("payments/payment.payments.svc.cluster.local", "payments/payment.trading.svc.cluster.local", "c1: Sidecar trading/orders: spec.egress[0].hosts[0]: must stand for a service that is here; got payments/payment.trading.svc.cluster.local")]
    [InlineData("appProtocol: http}", "appProtocol: http2}", "c1: Service payments/payment: must be called in the same way in every cluster; got not what c0: Service payments/payment says")]
    [InlineData("app: payment}", "app: orders}", "c1: Service payments/payment: must be called in the same way in every cluster; got not what c0: Service payments/payment says")]
    [InlineData("istio.io/rev: now", "istio.io/rev: next", "c1: objects[3].metadata.labels.istio.io/rev: must be a revision of the mesh, one of now; got next")]
    [InlineData("istio.io/rev: now", "team: a", "c1: Namespace trading/trading: must have its pods join the mesh, by the label istio.io/rev")]
    [InlineData("{name: trading, ", "{name: risk, ", "c1: Namespace risk/risk: must be of a service that is here")]
    [InlineData("kind: ServiceAccount\nmetadata: {name: orders", "kind: ServiceAccount\nmetadata: {name: risk", "c1: AuthorizationPolicy trading/orders: spec: holds for no service that is here")]
    [InlineData("kind: ServiceAccount\nmetadata: {name: orders, namespace: trading", "kind: ServiceAccount\nmetadata: {name: payment, namespace: payments", "c1: AuthorizationPolicy trading/orders: spec: holds for no service that is here")]
    public void Clusters_AreRefused_ThatDoNotFit(string old, string now, string fault)
    {
        Assert.Contains(old, Here, StringComparison.Ordinal);
        Assert.Equal(fault, Lifted(There, Here.Replace(old, now, StringComparison.Ordinal)).Faults.Select(each => each.ToString()).FirstOrDefault());
    }

    [Fact]
    public void Caller_WhoseClusterDoesNotKnowTheService_IsRefused() => Assert.Equal(
        ["c1: Service trading/orders: must find Service payments/payment, which it may call and its cluster does not know"],
        Lifted(There, Here[(Here.IndexOf("---", StringComparison.Ordinal) + 4)..Here.LastIndexOf("---", StringComparison.Ordinal)]).Faults.Select(each => each.ToString()));

    [Fact]
    public void Service_ThatRunsNowhere_IsRefused() => Assert.Equal(
        ["c0: Service payments/payment: must run in a cluster, and its service account is in none"],
        Lifted(Here).Faults.Select(each => each.ToString()));

    [Fact]
    public void Servers_DoTheSame_WhereverTheyRun() => Assert.Equal(
        ["c1: Service payments/payment: must let in the same as elsewhere; got not what c0: Service payments/payment does"],
        Lifted(There, There.Replace("sa/orders", "sa/risk", StringComparison.Ordinal)).Faults.Select(each => each.ToString()));

    private static IstioReading Lifted(params string[] clusters) => IstioLifter.OfMesh(
        clusters.Select((cluster, index) => KeyValuePair.Create<string, IEnumerable<JsonNode>>($"c{index}", cluster.Split("\n---\n").Select(IstioObjects.Parse))), Mesh);
}
