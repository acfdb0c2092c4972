using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>Whom proxies tell of calls: the collector of their own cluster, as their callers have decided.</summary>
[Collection(Evaluations.Name)]
public sealed class MeshTracingTests
{
    private const string Telemetry = "kubernetes:telemetry.istio.io/v1:Telemetry";
    private const string Sidecar = "kubernetes:networking.istio.io/v1:Sidecar";
    private const string Host = "observability/telemetry-gateway.observability.svc.cluster.local";

    private static readonly MeshTracing Tracing = new(CollectorFacts.Namespace, CollectorFacts.GatewayHost, CollectorFacts.OtlpPort, 20);

    [Theory]
    [InlineData("1.31.1", $"[{{name: otel, opentelemetry: {{port: 4317, service: {Host}, serviceAttributeEnrichment: OTEL_SEMANTIC_CONVENTIONS}}}}]")]
    [InlineData("1.29.8", $"[{{name: otel, opentelemetry: {{port: 4317, service: {Host}}}}}]")]
    public async Task Istiod_KnowsTheCollector_OfItsOwnClusterAlone(string version, string providers)
    {
        var istiod = (await IstioControlPlaneTests.RunAsync(args => args with { Tracing = Tracing, Revisions = args.Revisions.SetItem("r1-31", version) })).One(InCluster.Release, "east-istio-r1-31");
        Assert.Equal(providers, istiod.Input("values>meshConfig>extensionProviders"));
        Assert.Equal("[{hosts: [telemetry-gateway.observability.svc.cluster.local], settings: {clusterLocal: true}}]", istiod.Input("values>meshConfig>serviceSettings"));
        Assert.Equal("dev.mesh.example", istiod.Input("values>meshConfig>trustDomain"));
    }

    [Fact]
    public async Task EveryProxy_FollowsItsCaller_AndCanReachTheCollector()
    {
        var plan = (await ShippedPlan.OfAsync("staging")).Resources;
        Assert.All(plan.Where(each => each.Type == Telemetry), each => Assert.Contains(
            "tracing: [{providers: [{name: otel}], randomSamplingPercentage: 20, useRequestIdForTraceSampling: false}]", each.Input("spec"), StringComparison.Ordinal));
        var sidecars = plan.Where(each => each.Type == Sidecar).ToList();
        Assert.NotEmpty(sidecars);
        Assert.All(sidecars, each => Assert.Contains(Host, each.Input("spec>egress"), StringComparison.Ordinal));
        Assert.All(sidecars, each => Assert.DoesNotContain("~/*", each.Input("spec>egress"), StringComparison.Ordinal));
    }

    [CrdFact]
    public async Task Telemetry_FitsItsDefinition() => Assert.All(
        (await ShippedPlan.OfAsync("staging")).Resources.Where(each => each.Type == Telemetry),
        each => Assert.Empty(StructuralCheck.Of(each, CrdSchemas.Find(each.Inputs["apiVersion"].Text(), each.Inputs["kind"].Text())!)));
}
