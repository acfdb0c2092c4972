using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Components.AppMesh;

/// <summary>What App Mesh is told of a service, to the letter.</summary>
[Collection(Evaluations.Name)]
public sealed class AppMeshObjectsTests
{
    private const string Presented = "certificate: {file: {certificateChain: /etc/mesh/tls.crt, privateKey: /etc/mesh/tls.key}}";

    private static readonly ServicePolicy Orders = Service("trading", "orders") with { Callers = [PolicyGen.Customers] };

    /// <summary>The service that each test changes.</summary>
    private static readonly ServicePolicy Payment = Service("payments", "payment") with { Callers = [Orders.Name] };

    [Fact]
    public async Task Silence_IsWrittenOut() => await Holds(
        Payment,
        """
        VirtualNode {backends: [], listeners: [{connectionPool: {grpc: {maxRequests: 1024}}, outlierDetection: {baseEjectionDuration: {unit: ms, value: 30000}, interval: {unit: ms, value: 10000}, maxEjectionPercent: 100, maxServerErrors: 5}, portMapping: {port: 9090, protocol: grpc}, timeout: {grpc: {idle: {unit: ms, value: 0}, perRequest: {unit: ms, value: 0}}}, tls: {PRESENTED, mode: STRICT, validation: VALIDATION}}], logging: {accessLog: {file: {path: /dev/stdout}}}, podSelector: {matchLabels: {app: payment}}, serviceDiscovery: {awsCloudMap: {namespaceName: test-east.internal, serviceName: payment.payments}}}
        VirtualRouter {listeners: [{portMapping: {port: 9090, protocol: grpc}}], routes: [{grpcRoute: {action: {weightedTargets: [{virtualNodeRef: {name: payment, namespace: payments}, weight: 100}]}, match: {}, retryPolicy: {maxRetries: 0, perRetryTimeout: {unit: ms, value: 15000}, tcpRetryEvents: [connection-error]}, timeout: {idle: {unit: ms, value: 0}, perRequest: {unit: ms, value: 15000}}}, name: payment}]}
        VirtualService {awsName: payment.payments.svc.cluster.local, provider: {virtualRouter: {virtualRouterRef: {name: payment, namespace: payments}}}}
        Service {ports: [{appProtocol: grpc, name: grpc, port: 9090}], selector: {app: payment}}
        """.Replace("PRESENTED", Presented, StringComparison.Ordinal).Replace("VALIDATION", Validation("orders", "trading"), StringComparison.Ordinal));

    [Fact]
    public async Task Everything_IsSaid_ThatCanBe() => await Holds(
        Payment with
        {
            TimeoutMs = 2500,
            Retries = new() { Attempts = 2, PerTryMs = 800, On = [RetryEvent.Unavailable, RetryEvent.GatewayError, RetryEvent.ServerError, RetryEvent.ClientError, RetryEvent.ConnectionError, RetryEvent.StreamError] },
            Canary = new() { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5), ("v3", 0)), Weights(("v4", 100))] },
        },
        """
        VirtualRouter {listeners: [{portMapping: {port: 9090, protocol: grpc}}], routes: [{grpcRoute: {action: {weightedTargets: [{virtualNodeRef: {name: payment-v1, namespace: payments}, weight: 95}, {virtualNodeRef: {name: payment-v2, namespace: payments}, weight: 5}]}, match: {}, retryPolicy: {grpcRetryEvents: [unavailable], httpRetryEvents: [client-error, gateway-error, server-error, stream-error], maxRetries: 2, perRetryTimeout: {unit: ms, value: 800}, tcpRetryEvents: [connection-error]}, timeout: {idle: {unit: ms, value: 0}, perRequest: {unit: ms, value: 2500}}}, name: payment}]}
        """);

    [Fact]
    public async Task Http_IsCapped_ByConnections_AndForEver_IsZero()
    {
        var mesh = await RenderAsync(Payment with
        {
            Protocol = ServiceProtocol.Http,
            Port = 80,
            TimeoutMs = 0,
            Caps = new() { MaxConnections = 8, MaxPendingRequests = 9, MaxRequests = 10 },
            Ejection = new() { ConsecutiveErrors = 3, IntervalMs = 1500, BaseMs = 60_000 },
            Extensions = [new EjectionLimit(50, 2)],
        });
        var node = mesh.Find("VirtualNode", "payment")!.Input("spec>listeners");
        Assert.Contains("{connectionPool: {http: {maxConnections: 8, maxPendingRequests: 9}}, outlierDetection: {baseEjectionDuration: {unit: ms, value: 60000}, interval: {unit: ms, value: 1500}, maxEjectionPercent: 50, maxServerErrors: 3}, portMapping: {port: 80, protocol: http}, timeout: {http: ", node, StringComparison.Ordinal);
        Assert.Equal(
            "[{httpRoute: {action: {weightedTargets: [{virtualNodeRef: {name: payment, namespace: payments}, weight: 100}]}, match: {prefix: /}, retryPolicy: {maxRetries: 0, perRetryTimeout: {unit: ms, value: 0}, tcpRetryEvents: [connection-error]}, timeout: {idle: {unit: ms, value: 0}, perRequest: {unit: ms, value: 0}}}, name: payment}]",
            mesh.Find("VirtualRouter", "payment")!.Input("spec>routes"));
    }

    [Fact]
    public async Task Http2_IsCapped_ByRequests_AndHasARouteOfItsOwn()
    {
        var mesh = await RenderAsync(Payment with { Protocol = ServiceProtocol.Http2 });
        Assert.Contains("{connectionPool: {http2: {maxRequests: 1024}}, ", mesh.Find("VirtualNode", "payment")!.Input("spec>listeners"), StringComparison.Ordinal);
        Assert.StartsWith("[{http2Route: {", mesh.Find("VirtualRouter", "payment")!.Input("spec>routes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_KnowsWhatItCalls_ByItsIdentity_AndShowsItsOwn() => Assert.Equal(
        $"[{{virtualService: {{clientPolicy: {{tls: {{{Presented}, enforce: true, validation: {Validation("payment", "payments")}}}}}, virtualServiceRef: {{name: payment, namespace: payments}}}}}}]",
        (await RenderAsync(Payment)).Find("VirtualNode", "orders")!.Input("spec>backends"));

    [Fact]
    public async Task EveryVersion_OfEveryStep_HasItsNode_AndTheNextStep_ChangesTheRouteAlone()
    {
        var canary = new CanaryPolicy { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5)), Weights(("v2", 90), ("v3", 10))] };
        var (before, after) = (await RenderAsync(Payment with { Canary = canary }), await RenderAsync(Payment with { Canary = canary with { Step = 2 } }));
        Assert.Equal(
            ["{matchLabels: {app: payment, version: v1}}", "{matchLabels: {app: payment, version: v2}}", "{matchLabels: {app: payment, version: v3}}"],
            new[] { "payment-v1", "payment-v2", "payment-v3" }.Select(name => before.Find("VirtualNode", name)!.Input("spec>podSelector")));
        Assert.Equal(
            ["VirtualRouter payment"],
            before.All.Zip(after.All)
                .Where(pair => pair.First.Type.StartsWith("kubernetes:appmesh", StringComparison.Ordinal) && !pair.First.Inputs.Equals(pair.Second.Inputs))
                .Select(pair => $"{pair.First.Input("kind")} {pair.First.Input("metadata>name")}"));
    }

    [Fact]
    public async Task Pods_AreInTheMesh_ByTheirNamespace_WithCertificateAndRole()
    {
        var mesh = await RenderAsync(Payment with { Canary = new() { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5))] } });
        Assert.Equal("{labels: {appmesh.k8s.aws/sidecarInjectorWebhook: enabled, mesh: test-east}, name: payments}", mesh.Find("Namespace", "payments")!.Input("metadata"));
        Assert.Matches("role/m0-services-payment.payments-", mesh.Find("ServiceAccount", "payment")!.Input("metadata>annotations>eks.amazonaws.com/role-arn"));
        Assert.Equal(
            ["arn:aws:appmesh:us-east-1:123456789012:mesh/test-east/virtualNode/payment-v1_payments", "arn:aws:appmesh:us-east-1:123456789012:mesh/test-east/virtualNode/payment-v2_payments"],
            PolicyText.Statements(mesh.All.Single(each => each is { Type: "aws:iam/rolePolicy:RolePolicy", Name: "m0-services-payment.payments" }).Input("policy")).Single().Resources);
        var secret = mesh.Find("Secret", "payment-mesh")!;
        Assert.Equal(("kubernetes.io/tls", "payments"), (secret.Input("type"), secret.Input("metadata>namespace")));
        var request = mesh.All.Single(each => each is { Type: "tls:index/certRequest:CertRequest", Name: "m0-services-payment.payments" });
        Assert.Equal(("[spiffe://test.mesh.example/ns/payments/sa/payment]", "[payment.payments.svc.cluster.local]"), (request.Input("uris"), request.Input("dnsNames")));
    }

    [Fact]
    public async Task OneService_IsSoMuch()
    {
        var mesh = await RenderedAppMesh.OfAsync(Mesh(Payment with { Callers = [PolicyGen.Customers] }) with { Services = [Payment with { Callers = [PolicyGen.Customers] }] });
        Assert.Equal(
            [
                "aws:iam/role:Role 1", "aws:iam/rolePolicy:RolePolicy 1",
                "kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode 1", "kubernetes:appmesh.k8s.aws/v1beta2:VirtualRouter 1", "kubernetes:appmesh.k8s.aws/v1beta2:VirtualService 1",
                "kubernetes:core/v1:Namespace 1", "kubernetes:core/v1:Secret 1", "kubernetes:core/v1:Service 1", "kubernetes:core/v1:ServiceAccount 1",
                "tls:index/certRequest:CertRequest 1", "tls:index/locallySignedCert:LocallySignedCert 1", "tls:index/privateKey:PrivateKey 1",
            ],
            new Asked(mesh.All).Counts());
    }

    private static async Task Holds(ServicePolicy service, string expected)
    {
        var mesh = await RenderAsync(service);
        foreach (var line in expected.Split('\n'))
        {
            var kind = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            Assert.Equal(line, $"{kind} {mesh.Find(kind, "payment")!.Input("spec")}");
        }
    }

    private static string Validation(string name, string space) =>
        $"{{subjectAlternativeNames: {{match: {{exact: [spiffe://test.mesh.example/ns/{space}/sa/{name}]}}}}, trust: {{file: {{certificateChain: /etc/mesh/ca.crt}}}}}}";

    private static Task<RenderedAppMesh> RenderAsync(ServicePolicy service) => RenderedAppMesh.OfAsync(Mesh(service));

    private static MeshPolicy Mesh(ServicePolicy service) => new() { TrustDomain = PolicyGen.Domain, Services = [service, Orders] };

    private static ServicePolicy Service(string space, string name) => new()
    {
        Name = new(KubernetesNamespace.Parse(space)!.Value, KubernetesNamespace.Parse(name)!.Value),
        Sites = [RenderedAppMesh.Site],
        Protocol = ServiceProtocol.Grpc,
        Port = 9090,
    };

    private static ImmutableSortedDictionary<string, int> Weights(params (string Version, int Weight)[] weights) =>
        weights.ToImmutableSortedDictionary(weight => weight.Version, weight => weight.Weight, StringComparer.Ordinal);
}
