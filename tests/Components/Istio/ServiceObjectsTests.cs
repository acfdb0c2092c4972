using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>What Istio is told of a service, to the letter.</summary>
[Collection(Evaluations.Name)]
public sealed class ServiceObjectsTests
{
    private static readonly ServicePolicy Orders = Service("trading", "orders") with { Sites = ["gcp-east"] };

    /// <summary>The service that each test changes.</summary>
    private static readonly ServicePolicy Payment = Service("payments", "payment") with { Callers = [Orders.Name] };

    [Fact]
    public async Task Silence_IsWrittenOut() => await Holds(
        Payment,
        """
        DestinationRule {host: payment.payments.svc.cluster.local, trafficPolicy: {connectionPool: {tcp: {connectTimeout: 10s}}, loadBalancer: {localityLbSetting: {enabled: false}, simple: ROUND_ROBIN}, outlierDetection: {baseEjectionTime: 30s, consecutive5xxErrors: 5, interval: 10s, maxEjectionPercent: 100, minHealthPercent: 50}, tls: {mode: ISTIO_MUTUAL, subjectAltNames: [spiffe://test.mesh.example/ns/payments/sa/payment]}}}
        VirtualService {hosts: [payment.payments.svc.cluster.local], http: [{retries: {attempts: 0}, route: [{destination: {host: payment.payments.svc.cluster.local, port: {number: 9090}}}], timeout: 15s}]}
        AuthorizationPolicy {action: ALLOW, rules: [{from: [{source: {principals: [test.mesh.example/ns/trading/sa/orders]}}], to: [{operation: {ports: [9090]}}]}], selector: {matchLabels: {app: payment}}}
        Sidecar {egress: [{hosts: [~/*]}], inboundConnectionPool: {http: {http2MaxRequests: 1024}}, workloadSelector: {labels: {app: payment}}}
        Service {ports: [{appProtocol: grpc, name: grpc, port: 9090}], selector: {app: payment}}
        """);

    [Fact]
    public async Task Everything_IsSaid_ThatCanBe() => await Holds(
        Payment with
        {
            TimeoutMs = 2500,
            Retries = new() { Attempts = 2, PerTryMs = 800, On = [RetryEvent.Unavailable, RetryEvent.GatewayError, RetryEvent.ClientError, RetryEvent.ConnectionError, RetryEvent.StreamError] },
            Caps = new() { MaxRequests = 7 },
            Ejection = new() { ConsecutiveErrors = 3, IntervalMs = 1500, BaseMs = 60_000 },
            Canary = new() { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5), ("v3", 0)), Weights(("v4", 100))] },
            Extensions = [new LocalityFailover(Locality.OwnZone), new BalancingChoice(Balancing.LeastRequest), new ConnectTimeout(250), new EjectionLimit(30, 2)],
        },
        """
        DestinationRule {host: payment.payments.svc.cluster.local, subsets: [{labels: {version: v1}, name: v1}, {labels: {version: v2}, name: v2}, {labels: {version: v3}, name: v3}, {labels: {version: v4}, name: v4}], trafficPolicy: {connectionPool: {tcp: {connectTimeout: 250ms}}, loadBalancer: {localityLbSetting: {enabled: true, failoverPriority: [topology.istio.io/network, topology.kubernetes.io/zone]}, simple: LEAST_REQUEST}, outlierDetection: {baseEjectionTime: 60s, consecutive5xxErrors: 3, interval: 1500ms, maxEjectionPercent: 30, minHealthPercent: 50}, tls: {mode: ISTIO_MUTUAL, subjectAltNames: [spiffe://test.mesh.example/ns/payments/sa/payment]}}}
        VirtualService {hosts: [payment.payments.svc.cluster.local], http: [{retries: {attempts: 2, perTryTimeout: 800ms, retryIgnorePreviousHosts: false, retryOn: 409,502,503,504,connect-failure,refused-stream,reset,unavailable}, route: [{destination: {host: payment.payments.svc.cluster.local, port: {number: 9090}, subset: v1}, weight: 95}, {destination: {host: payment.payments.svc.cluster.local, port: {number: 9090}, subset: v2}, weight: 5}], timeout: 2500ms}]}
        Sidecar {egress: [{hosts: [~/*]}], inboundConnectionPool: {http: {http2MaxRequests: 7}}, workloadSelector: {labels: {app: payment}}}
        """);

    [Fact]
    public async Task Http_IsCapped_ByConnections_AndForEver_IsNotSaid() => await Holds(
        Payment with { Protocol = ServiceProtocol.Http, Port = 80, TimeoutMs = 0, Caps = new() { MaxConnections = 8, MaxPendingRequests = 9, MaxRequests = 10 } },
        """
        VirtualService {hosts: [payment.payments.svc.cluster.local], http: [{retries: {attempts: 0}, route: [{destination: {host: payment.payments.svc.cluster.local, port: {number: 80}}}]}]}
        Sidecar {egress: [{hosts: [~/*]}], inboundConnectionPool: {http: {http1MaxPendingRequests: 9}, tcp: {maxConnections: 8}}, workloadSelector: {labels: {app: payment}}}
        Service {ports: [{appProtocol: http, name: http, port: 80}], selector: {app: payment}}
        """);

    [Fact]
    public async Task WithoutACaller_NobodyMayCall() => await Holds(
        Payment with { Callers = [] },
        "AuthorizationPolicy {action: ALLOW, selector: {matchLabels: {app: payment}}}");

    [Fact]
    public async Task Caller_KnowsWhatItCalls_EvenWhereThatDoesNotRun()
    {
        var mesh = await RenderAsync(Payment);
        Assert.Equal(
            ["AuthorizationPolicy orders", "DestinationRule orders", "DestinationRule payment", "Namespace payments", "Namespace trading", "Service orders", "Service payment", "ServiceAccount orders", "Sidecar orders", "VirtualService orders", "VirtualService payment"],
            mesh.In("gcp-east").Select(each => $"{each.Input("kind")} {each.Input("metadata>name")}").Order(StringComparer.Ordinal));
        Assert.Equal("[{hosts: [payments/payment.payments.svc.cluster.local]}]", mesh.Find("gcp-east", "Sidecar", "orders")!.Input("spec>egress"));
        Assert.Null(mesh.Find("aws-east", "Service", "orders"));
    }

    [Fact]
    public async Task Pods_JoinTheMesh_ByTheirNamespace_AndNobodyWaitsForThem()
    {
        var mesh = await RenderAsync(Payment);
        Assert.Equal("{labels: {istio.io/rev: r1-31}, name: payments}", mesh.Find("aws-east", "Namespace", "payments")!.Input("metadata"));
        Assert.Equal("{pulumi.com/skipAwait: true}", mesh.Find("aws-east", "Service", "payment")!.Input("metadata>annotations"));
        var space = mesh.Find("aws-east", "Namespace", "payments")!.Urn;
        Assert.All(mesh.In("aws-east").Where(each => each.Urn != space && each.Input("kind") != "VirtualService"), each => Assert.Equal([space], each.DependsOn));
        Assert.Equal([mesh.Find("aws-east", "DestinationRule", "payment")!.Urn], mesh.Find("aws-east", "VirtualService", "payment")!.DependsOn);
    }

    [Fact]
    public async Task TheNextStep_ChangesTheRouteAlone()
    {
        var canary = new CanaryPolicy { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5)), Weights(("v2", 100))] };
        var (before, after) = (await RenderAsync(Payment with { Canary = canary }), await RenderAsync(Payment with { Canary = canary with { Step = 2 } }));
        Assert.Equal(
            ["VirtualService payment", "VirtualService payment"],
            before.All.Zip(after.All).Where(pair => !pair.First.Inputs.Equals(pair.Second.Inputs)).Select(pair => $"{pair.First.Input("kind")} {pair.First.Input("metadata>name")}"));
    }

    [Theory]
    [InlineData("events", "payments/payment: Istio cannot retry after nothing, and would choose events itself; got retries on no event; name one, or leave retries out")]
    [InlineData("version", "payments/payment: Istio cannot name a version so: 1 to 63 lower-case letters, digits and inner hyphens; got v1.2; give its pods another label")]
    [InlineData("namespace", "kube-system/payment: must be in a namespace for services, which the mesh makes; got kube-system; choose another namespace")]
    public async Task WhatIstioCannotDo_IsRefused(string which, string sentence)
    {
        var service = which switch
        {
            "events" => Payment with { Retries = new() { Attempts = 1, PerTryMs = 1, On = [] } },
            "version" => Payment with { Canary = new() { Step = 1, Steps = [Weights(("v1.2", 100))] } },
            _ => Payment with { Name = Service("kube-system", "payment").Name },
        };
        Assert.Contains(sentence, await Harness.FailAsync((_, _) => RenderedMesh.Make("mesh", "aws-east", Mesh(service))), StringComparison.Ordinal);
    }

    private static async Task Holds(ServicePolicy service, string expected)
    {
        var mesh = await RenderAsync(service);
        foreach (var line in expected.Split('\n'))
        {
            var kind = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            Assert.Equal(line, $"{kind} {mesh.Find("aws-east", kind, "payment")!.Input("spec")}");
        }
    }

    private static Task<RenderedMesh> RenderAsync(ServicePolicy service) => RenderedMesh.OfAsync(Mesh(service));

    private static MeshPolicy Mesh(ServicePolicy service) => new() { TrustDomain = PolicyGen.Domain, Services = [service, Orders] };

    private static ServicePolicy Service(string space, string name) => new()
    {
        Name = new(KubernetesNamespace.Parse(space)!.Value, KubernetesNamespace.Parse(name)!.Value),
        Sites = ["aws-east"],
        Protocol = ServiceProtocol.Grpc,
        Port = 9090,
    };

    private static ImmutableSortedDictionary<string, int> Weights(params (string Version, int Weight)[] weights) =>
        weights.ToImmutableSortedDictionary(weight => weight.Version, weight => weight.Weight, StringComparer.Ordinal);
}
