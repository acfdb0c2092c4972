using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Mesh.Bridge;

/// <summary>Who may call whom across the bridge of fintrust, judged on the objects of both clusters alone.</summary>
[Collection(Evaluations.Name)]
public sealed class BridgeCallersTests(FintrustPlan fintrust) : IClassFixture<FintrustPlan>
{
    private const string Identity = "spiffe://fintrust.mesh.example/ns/";
    private const string AppMesh = "kubernetes:appmesh.k8s.aws/v1beta2:";
    private static readonly string[] OnIstio = ["edge/gateway", "trading/orders", "trading/quotes", "trading/risk"];
    private static readonly string[] OnAppMesh = ["payments/ledger", "payments/payment"];

    [Fact]
    public void OutOfIstio_OnlyOrders_ComesToPayment() => Assert.Equal(
        ["trading/orders -> payments/payment"],
        Pairs(OnIstio, OnAppMesh).Where(pair => Knows(pair.Caller, pair.Callee) && PassesIntoAppMesh(pair.Caller, pair.Callee)).Select(Told));

    [Fact]
    public void OutOfAppMesh_OnlyPayment_ComesToRisk() => Assert.Equal(
        ["payments/payment -> trading/risk"],
        Pairs(OnAppMesh, OnIstio).Where(pair => Calls(pair.Caller, pair.Callee) && PassesIntoIstio(pair.Caller, pair.Callee)).Select(Told));

    [Fact]
    public void EachSideAlone_LetsNoMoreThrough()
    {
        Assert.Equal(["trading/orders -> payments/payment"], Pairs(OnIstio, OnAppMesh).Where(pair => PassesIntoAppMesh(pair.Caller, pair.Callee)).Select(Told));
        Assert.Equal(["payments/payment -> trading/risk"], Pairs(OnAppMesh, OnIstio).Where(pair => PassesIntoIstio(pair.Caller, pair.Callee)).Select(Told));
    }

    private static IEnumerable<(string Caller, string Callee)> Pairs(string[] callers, string[] callees) =>
        from caller in callers from callee in callees select (caller, callee);

    private static string Told((string Caller, string Callee) pair) => $"{pair.Caller} -> {pair.Callee}";

    /// <summary>Whether the caller's proxies know the host, and its route's end.</summary>
    private bool Knows(string caller, string callee)
    {
        var egress = Spec("kubernetes:networking.istio.io/v1:Sidecar", caller);
        return egress.Contains($"{callee.Split('/')[0]}/{Host(callee)}", StringComparison.Ordinal)
            && egress.Contains($"{callee.Split('/')[1]}.{callee.Split('/')[0]}.bridge.", StringComparison.Ordinal);
    }

    /// <summary>Whether the gateway lets the caller in, leads to the callee, and the callee lets the gateway in.</summary>
    private bool PassesIntoAppMesh(string caller, string callee) =>
        fintrust.Of(AppMesh + "VirtualGateway").Any(gateway => gateway.Input("spec>listeners").Contains(AccountOf(caller), StringComparison.Ordinal))
        && fintrust.Of(AppMesh + "GatewayRoute").Any(route => route.Input("spec").Contains($"exact: {Host(callee)}", StringComparison.Ordinal))
        && Spec(AppMesh + "VirtualNode", callee).Contains($"{Identity}appmesh-bridge/sa/bridge", StringComparison.Ordinal);

    /// <summary>Whether the service is a backend of the caller.</summary>
    private bool Calls(string caller, string callee) => Spec(AppMesh + "VirtualNode", caller)
        .Contains($"virtualServiceRef: {{name: {callee.Split('/')[1]}, namespace: {callee.Split('/')[0]}}}", StringComparison.Ordinal);

    private bool PassesIntoIstio(string caller, string callee) =>
        fintrust.Of("kubernetes:security.istio.io/v1:AuthorizationPolicy").Any(policy => policy.Input("spec").Contains($"hosts: [{Host(callee)}, ", StringComparison.Ordinal)
            && policy.Input("spec").Contains(AccountOf(caller)["spiffe://".Length..], StringComparison.Ordinal))
        && fintrust.Of("kubernetes:networking.istio.io/v1:Gateway").Any(gateway => gateway.Input("spec>servers").Contains(AccountOf(caller), StringComparison.Ordinal))
        && Spec("kubernetes:security.istio.io/v1:AuthorizationPolicy", callee).Contains("fintrust.mesh.example/ns/istio-system/sa/bridge", StringComparison.Ordinal);

    private string Spec(string type, string service) => Assert.Single(
        fintrust.Of(type), each => each.Input("metadata>namespace") == service.Split('/')[0] && each.Input("metadata>name") == service.Split('/')[1]).Input("spec");

    private static string Host(string service) => $"{service.Split('/')[1]}.{service.Split('/')[0]}.svc.cluster.local";

    private static string AccountOf(string service) => $"{Identity}{service.Split('/')[0]}/sa/{service.Split('/')[1]}";
}
