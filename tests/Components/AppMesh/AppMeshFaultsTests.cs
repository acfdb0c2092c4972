using System.Collections.Immutable;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Components.AppMesh;

/// <summary>What App Mesh cannot do is refused by name.</summary>
[Collection(Evaluations.Name)]
public sealed class AppMeshFaultsTests
{
    private static readonly ServicePolicy Payment = new()
    {
        Name = Name("payments", "payment"),
        Sites = [RenderedAppMesh.Site],
        Protocol = ServiceProtocol.Http,
        Port = 8080,
        Callers = [PolicyGen.Customers],
    };

    [Fact]
    public void PoliciesForIt_HaveNone() => Prop.ForAll(PolicyGen.ForAppMesh.ToArbitrary(), policy => !Of(policy).Any()).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("locality", "App Mesh cannot prefer pods near the caller; got OwnSite; leave it out, or render for another mesh")]
    [InlineData("callers", "App Mesh cannot say that nobody may call: to it no caller is every caller; got no callers; name one, or leave the service out")]
    [InlineData("sites", "App Mesh cannot share calls out among clusters: each has a mesh of its own; got aws-east and aws-west; run it on one of them, or render for another mesh")]
    [InlineData("port", "App Mesh cannot give a pod a port that the proxy beside it listens on; got 9901; have it listen elsewhere")]
    [InlineData("nothing", "App Mesh cannot retry after nothing; got retries on no event; name one, or leave retries out")]
    [InlineData("event", "App Mesh cannot retry HTTP after an event of gRPC; got Unavailable; name an event of HTTP, or leave it out")]
    [InlineData("versions", "App Mesh cannot share calls out among more than 10 versions; got 11; take versions out")]
    [InlineData("version", "App Mesh cannot name a version so: 1 to 63 lower-case letters, digits and inner hyphens; got v1.2; give its pods another label")]
    public void WhatItCannotDo_IsRefused(string which, string sentence) => Assert.Equal(
        [$"payments/payment: {sentence}"], Of(Broken(which)).Select(fault => fault.ToString()));

    [Fact]
    public void ANamespace_ThatIsTaken_IsRefused() => Assert.Equal(
        ["appmesh-system/payment: must be in a namespace for services, which the mesh makes; got appmesh-system; choose another namespace"],
        Of(Payment with { Name = Name("appmesh-system", "payment") }).Select(fault => fault.ToString()));

    [Fact]
    public void ANameThatIsTooLong_IsRefused()
    {
        var name = new string('a', 59);
        Assert.Equal(
            [$"payments/{name}: App Mesh cannot mount a secret of more than 63 characters; got {name}-mesh; give the service a shorter name"],
            Of(Payment with { Name = Name("payments", name) }).Select(fault => fault.ToString()));
        var version = new string('v', 56);
        Assert.Equal(
            [$"payments/payment: App Mesh cannot have pods found by a name of more than 63 characters; got payment-{version}; give the service or its version a shorter name"],
            Of(Payment with { Canary = Canary(version) }).Select(fault => fault.ToString()));
    }

    [Fact]
    public void TwoNodesOfOneName_AreRefused() => Assert.Equal(
        ["payments/payment: App Mesh needs a name for each version of each service, and payments/payment-v1 would have the same; got payment-v1; rename a service or a version"],
        Of(Payment with { Canary = Canary("v1") }, Payment with { Name = Name("payments", "payment-v1") }).Select(fault => fault.ToString()));

    [Fact]
    public void ACallToAnotherCluster_NeedsABridge()
    {
        var risk = Payment with { Name = Name("trading", "risk"), Sites = ["gcp-east"], Callers = [Payment.Name] };
        Assert.Equal(
            ["trading/risk: is called from aws-east, and App Mesh there reaches no other cluster by itself; got gcp-east; run it on aws-east too, or in a mesh of another kind on a site that a link joins to it"],
            Of(Payment, risk).Select(fault => fault.ToString()));
    }

    [Fact]
    public async Task ABridge_HasNamesToTheLetter()
    {
        var risk = Payment with { Name = Name("trading", "risk"), Sites = ["gcp-east"], Callers = [Payment.Name] };
        var failed = await Harness.FailAsync((aws, _) => RenderedAppMesh.Make("mesh", Mesh(Payment, risk), aws, args => args with { Bridge = Bridge("*.gcp-east.test.mesh.example") }));
        Assert.Contains(
            "bridge.servers[risk.trading.svc.cluster.local]: must be a name to the letter: where TLS is enforced, App Mesh takes no wildcard; got *.gcp-east.test.mesh.example; give the gateway a name of its own, and its certificate the same",
            failed,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ProxySecret.Asked("*.mesh.example"));
        Assert.Throws<ArgumentException>(() => ProxySecret.Asked());
    }

    [Fact]
    public async Task OverABridge_TheGatewayStands_ForWhoIsBehindIt()
    {
        var risk = Payment with { Name = Name("trading", "risk"), Sites = ["gcp-east"], Callers = [Payment.Name] };
        var asked = await Harness.RunAsync((aws, _) => RenderedAppMesh.Make("mesh", Mesh(Payment, risk), aws, args => args with { Bridge = Bridge("bridge.gcp-east.test.mesh.example") }));
        var node = asked.One("kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode").Input("spec");
        Assert.Contains("virtualServiceRef: {name: risk, namespace: trading}", node, StringComparison.Ordinal);
        Assert.Contains("{match: {exact: [bridge.gcp-east.test.mesh.example]}}", node, StringComparison.Ordinal);
        Assert.Contains("{match: {exact: [spiffe://test.mesh.example/ns/appmesh-bridge/sa/bridge, spiffe://test.mesh.example/ns/web/sa/customers]}}", node, StringComparison.Ordinal);
        Assert.Equal(["payment", "risk"], asked.OfType("kubernetes:core/v1:Service").Select(each => each.Input("metadata>name")).Order(StringComparer.Ordinal));
    }

    private static ServicePolicy Broken(string which) => which switch
    {
        "locality" => Payment with { Extensions = [new LocalityFailover(Locality.OwnSite)] },
        "callers" => Payment with { Callers = [] },
        "sites" => Payment with { Sites = ["aws-east", "aws-west"] },
        "port" => Payment with { Port = 9901 },
        "nothing" => Payment with { Retries = new() { Attempts = 1, PerTryMs = 1, On = [] } },
        "event" => Payment with { Retries = new() { Attempts = 1, PerTryMs = 1, On = [RetryEvent.Unavailable] } },
        "versions" => Payment with { Canary = Canary([.. Enumerable.Range(1, 11).Select(number => $"v{number}")]) },
        _ => Payment with { Canary = Canary("v1.2") },
    };

    private static AppMeshBridge Bridge(string server) => new()
    {
        Identity = "spiffe://test.mesh.example/ns/appmesh-bridge/sa/bridge",
        Servers = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("risk.trading.svc.cluster.local", [server]),
    };

    private static CanaryPolicy Canary(params string[] versions) => new()
    {
        Step = 1,
        Steps = [versions.ToImmutableSortedDictionary(version => version, version => version == versions[0] ? 101 - versions.Length : 1, StringComparer.Ordinal)],
    };

    private static IEnumerable<Fault> Of(params ServicePolicy[] services) => Of(Mesh(services));

    private static IEnumerable<Fault> Of(MeshPolicy policy) => AppMeshFaults.Of(new AppMeshNeighbours(policy, RenderedAppMesh.Site, "test-east.internal", bridge: null));

    private static MeshPolicy Mesh(params ServicePolicy[] services) => new() { TrustDomain = PolicyGen.Domain, Services = [.. services] };

    private static ServiceName Name(string space, string name) => new(KubernetesNamespace.Parse(space)!.Value, KubernetesNamespace.Parse(name)!.Value);
}
