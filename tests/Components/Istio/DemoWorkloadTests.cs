using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>What answers for services in a prototype, and calls them.</summary>
[Collection(Evaluations.Name)]
public sealed class DemoWorkloadTests
{
    private const int Meshes = 25;

    private static readonly ServicePolicy Orders = Service("trading", "orders", ServiceProtocol.Http, 80) with
    {
        Canary = new() { Step = 1, Steps = [Weights(("v1", 100), ("v2", 0)), Weights(("v2", 40), ("v3", 60))] },
    };

    private static readonly ServicePolicy Payment = Service("payments", "payment", ServiceProtocol.Grpc, 9090) with { Callers = [Orders.Name] };

    private static readonly ServicePolicy Risk = Service("trading", "risk", ServiceProtocol.Http2, 8080) with { Callers = [Orders.Name, Payment.Name], Sites = ["gcp-east"] };

    private static readonly MeshPolicy Mesh = new() { TrustDomain = PolicyGen.Domain, Services = [Risk, Orders, Payment] };

    [Fact]
    public async Task Pod_IsThis_ToTheLetter()
    {
        var deployment = (await RenderAsync()).Find("aws-east", "Deployment", "payment-v1")!;
        Assert.Equal("{annotations: {pulumi.com/skipAwait: true}, labels: {app: payment, version: v1}, name: payment-v1, namespace: payments}", deployment.Input("metadata"));
        Assert.Equal("1", deployment.Input("spec>replicas"));
        Assert.Equal("{matchLabels: {app: payment, version: v1}}", deployment.Input("spec>selector"));
        Assert.Equal("{labels: {app: payment, version: v1}}", deployment.Input("spec>template>metadata"));
        const string Container = "image: docker.io/fortio/fortio:1.75.2";
        const string Resources = "resources: {limits: {cpu: 200m, memory: 64Mi}, requests: {cpu: 10m, memory: 32Mi}}";
        const string Rights = "securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true}";
        Assert.Equal(
            "{automountServiceAccountToken: false, containers: ["
            + $"{{args: [server, -http-port, disabled, -grpc-port, 9090, -tcp-port, disabled, -udp-port, disabled, -redirect-port, disabled, -ui-path, , -echo-debug-path, ], {Container}, "
            + $"livenessProbe: {{grpc: {{port: 9090}}, periodSeconds: 20}}, name: answer, ports: [{{containerPort: 9090}}], readinessProbe: {{grpc: {{port: 9090}}, periodSeconds: 5}}, {Resources}, {Rights}}}, "
            + $"{{args: [load, -c, 1, -qps, 1, -t, 0, -nocatchup, -allow-initial-errors, -log-errors=false, -h2, http://risk.trading.svc.cluster.local:8080/], {Container}, name: call-1, {Resources}, {Rights}}}], "
            + "securityContext: {runAsGroup: 65532, runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}, sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: 0}]}, serviceAccountName: payment}",
            deployment.Input("spec>template>spec"));
    }

    [Theory]
    [InlineData("orders-v1", "{httpGet: {path: /, port: 80}, periodSeconds: 5}", "server -http-port 80 -grpc-port disabled -tcp-port disabled -udp-port disabled -redirect-port disabled -ui-path '' -echo-debug-path ''")]
    [InlineData("risk-v1", "{httpGet: {path: /, port: 8080}, periodSeconds: 5}", "server -http-port 8080 -grpc-port disabled -tcp-port disabled -udp-port disabled -redirect-port disabled -ui-path '' -echo-debug-path ''")]
    [InlineData("payment-v1", "{grpc: {port: 9090}, periodSeconds: 5}", "server -http-port disabled -grpc-port 9090 -tcp-port disabled -udp-port disabled -redirect-port disabled -ui-path '' -echo-debug-path ''")]
    public async Task Answers_ByItsProtocol_AndIsAskedByIt(string name, string probe, string call)
    {
        var deployment = (await RenderAsync()).All.Single(each => each.Input("kind") == "Deployment" && each.Input("metadata>name") == name);
        Assert.Equal(("answer", call), DemoPods.Calls(deployment).First());
        Assert.Contains($"readinessProbe: {probe}", deployment.Input("spec>template>spec>containers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_ByTheProtocolOfTheOther_AsOftenAsIsSaid()
    {
        const string Load = "load -c 1 -qps 7 -t 0 -nocatchup -allow-initial-errors -log-errors=false ";
        var gateway = Service("edge", "gateway", ServiceProtocol.Http, 8080);
        var mesh = (await DemoPods.OfAsync([Mesh with { Services = [.. Mesh.Services.Replace(Orders, Orders with { Callers = [gateway.Name] }), gateway] }], callsPerSecond: 7))[0];
        Assert.Equal(
            [("call-1", Load + "http://orders.trading.svc.cluster.local:80/")],
            DemoPods.Calls(mesh.Find("aws-east", "Deployment", "gateway-v1")!).Skip(1));
        Assert.Equal(
            [("call-1", Load + "-grpc payment.payments.svc.cluster.local:9090"), ("call-2", Load + "-h2 http://risk.trading.svc.cluster.local:8080/")],
            DemoPods.Calls(mesh.Find("aws-east", "Deployment", "orders-v2")!).Skip(1));
        Assert.Empty(DemoPods.Calls(mesh.Find("gcp-east", "Deployment", "risk-v1")!).Skip(1));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 5)]
    public async Task EachVersion_OfAnyStep_HasPods_AndWithSeveral_SomeAlwaysStay(int replicas, int budgets)
    {
        var mesh = (await DemoPods.OfAsync([Mesh], replicas))[0];
        string[] pods = ["orders-v1", "orders-v2", "orders-v3", "payment-v1"];
        Assert.Equal(pods, Names(mesh, "aws-east", "Deployment"));
        Assert.Equal(["risk-v1"], Names(mesh, "gcp-east", "Deployment"));
        Assert.Equal(budgets, mesh.All.Count(each => each.Input("kind") == "PodDisruptionBudget"));
        Assert.All(mesh.All.Where(each => each.Input("kind") == "Deployment"), each => Assert.Equal($"{replicas}", each.Input("spec>replicas")));
        Assert.Equal(budgets > 0 ? pods : [], Names(mesh, "aws-east", "PodDisruptionBudget"));
        Assert.All(mesh.All.Where(each => each.Input("kind") == "PodDisruptionBudget"), each => Assert.Equal("1", each.Input("spec>maxUnavailable")));
        Assert.Equal(
            mesh.All.Where(each => each.Input("kind") == "PodDisruptionBudget").Select(each => each.Input("spec>selector")),
            mesh.All.Where(each => each.Input("kind") == "Deployment" && budgets > 0).Select(each => each.Input("spec>selector")));
    }

    [Fact]
    public async Task EveryPair_Calls_ExactlyWhenItMay()
    {
        var policies = PolicyGen.ForIstio.Sample(50, Meshes).ToList();
        var meshes = await DemoPods.OfAsync(policies);
        var wrong =
            from pair in policies.Zip(meshes)
            from caller in pair.First.Services
            from site in caller.Sites
            from callee in pair.First.Services
            from pod in pair.Second.In(site).Where(each => each.Input("kind") == "Deployment" && IsOf(each, caller))
            where DemoPods.Calls(pod).Skip(1).Any(call => call.Call.Contains($"{callee.Name.Host}:{callee.Port}", StringComparison.Ordinal)) != callee.Callers.Contains(caller.Name)
            select $"{caller.Name} in {site} -> {callee.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Pods_AreThoseOfTheirService_AndComeAfterTheirAccount()
    {
        foreach (var mesh in await DemoPods.OfAsync([.. PolicyGen.ForIstio.Sample(50, Meshes)]))
        {
            var accounts = mesh.All.Where(each => each.Input("kind") == "ServiceAccount").ToDictionary(each => each.Urn, StringComparer.Ordinal);
            var deployments = mesh.All.Where(each => each.Input("kind") == "Deployment").ToList();
            Assert.All(deployments, each =>
            {
                var account = accounts[Assert.Single(each.DependsOn)];
                Assert.Equal(account.Input("metadata>namespace"), each.Input("metadata>namespace"));
                Assert.Equal(account.Input("metadata>name"), each.Input("spec>template>spec>serviceAccountName"));
                Assert.Equal(account.Input("metadata>name"), each.Input("spec>template>metadata>labels>app"));
            });
            Assert.Equal(accounts.Keys.Order(StringComparer.Ordinal), deployments.SelectMany(each => each.DependsOn).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task WithIt_AllElseIsTheSame()
    {
        var policies = PolicyGen.ForIstio.Sample(50, Meshes).ToList();
        var (without, with) = (await RenderedMesh.OfAsync(policies), await DemoPods.OfAsync(policies));
        Assert.DoesNotContain(without.SelectMany(mesh => mesh.All), DemoPods.IsOfDemo);
        Assert.Equal(without.SelectMany(Told), with.SelectMany(Told));
    }

    [CrdFact]
    public async Task EveryObject_OfAnyPolicy_IsOfItsForm()
    {
        var objects = (await DemoPods.OfAsync([.. PolicyGen.ForIstio.Sample(50, Meshes)], replicas: 2)).SelectMany(mesh => mesh.All).Where(DemoPods.IsOfDemo).ToList();
        Assert.NotEmpty(objects);
        Assert.Empty(objects.SelectMany(each => KubernetesStructure.Faults(each.Inputs)!).Distinct());
    }

    [CrdTheory]
    [InlineData("Deployment", "spec.template.spec.containers[0].imag", "\"a\"", ".spec.template.spec.containers[0].imag: is not a known field")]
    [InlineData("Deployment", "spec.template.spec.securityContext.runAsNonRoot", "\"true\"", ".spec.template.spec.securityContext.runAsNonRoot: must be boolean")]
    [InlineData("PodDisruptionBudget", "spec.maxUnavailble", "1", ".spec.maxUnavailble: is not a known field")]
    public async Task Finds_WhatIsNotOfItsForm(string kind, string path, string json, string fault)
    {
        var mesh = (await DemoPods.OfAsync([Mesh], replicas: 2))[0];
        Assert.Equal([fault], KubernetesStructure.Faults(mesh.All.First(each => each.Input("kind") == kind).With(path, json).Inputs)!);
    }

    [Theory]
    [InlineData(null, "docker.io/fortio/fortio:1.75.2")]
    [InlineData("registry.example/mirror", "registry.example/mirror/fortio/fortio:1.75.2")]
    public void Image_IsOfItsVersion_FromTheMirrorWhereThereIsOne(string? mirror, string image) => Assert.Equal(image, DemoFacts.ImageOf("1.75.2", mirror));

    private static async Task<RenderedMesh> RenderAsync() => (await DemoPods.OfAsync([Mesh]))[0];

    private static IEnumerable<string> Names(RenderedMesh mesh, string site, string kind) =>
        mesh.In(site).Where(each => each.Input("kind") == kind).Select(each => each.Input("metadata>name")).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Urn, SortedMap<PlanValue> Inputs)> Told(RenderedMesh mesh) =>
        mesh.All.Where(each => !DemoPods.IsOfDemo(each)).Select(each => (each.Urn, each.Inputs));

    private static bool IsOf(PlannedResource each, ServicePolicy service) =>
        each.Input("metadata>namespace") == $"{service.Name.Namespace}" && each.Input("metadata>labels>app") == $"{service.Name.Name}";

    private static ServicePolicy Service(string space, string name, ServiceProtocol protocol, int port) => new()
    {
        Name = new(KubernetesNamespace.Parse(space)!.Value, KubernetesNamespace.Parse(name)!.Value),
        Sites = ["aws-east"],
        Protocol = protocol,
        Port = port,
    };

    private static ImmutableSortedDictionary<string, int> Weights(params (string Version, int Weight)[] weights) =>
        weights.ToImmutableSortedDictionary(weight => weight.Version, weight => weight.Weight, StringComparer.Ordinal);
}
