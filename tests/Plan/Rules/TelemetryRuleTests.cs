using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Observability;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Whole traces and their way, seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class TelemetryRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Telemetry = "kubernetes:telemetry.istio.io/v1:Telemetry";
    private const string Destination = "aws:xray/traceSegmentDestination:TraceSegmentDestination";
    private const string OnAws = "aws-east-telemetry-gateway";
    private const string OnGoogle = "gcp-east-telemetry-gateway";
    private const string Traces = "values.alternateConfig.exporters.otlp_http/aws-traces.traces_endpoint";
    private const string Sampler = "values.alternateConfig.processors.tail_sampling";

    [Fact]
    public void TraceSplit_Fails_When_AppMeshTellsXRay_AndIstioTellsACollector()
    {
        var controller = dev.New(Release, "aws-east-appmesh", ("values.tracing.enabled", "true"), ("values.tracing.provider", "\"x-ray\""));
        dev.Fails<TraceSplit>(dev.Plus(controller), "aws-east-appmesh values.tracing.provider");
        dev.Fails<TraceSplit>(dev.Plus(controller.With("values.tracing.provider", "\"jaeger\"")));
        dev.Fails<TraceSplit>(dev.Plus(controller.With("values.tracing.enabled", "false")));
    }

    [Fact]
    public void TraceSplit_Fails_When_SpansGoToTwoRegions() => dev.Fails<TraceSplit>(
        With(OnGoogle, each => each.With(Traces, "\"https://xray.eu-west-1.amazonaws.com/v1/traces\"")), $"{OnGoogle} values.alternateConfig.exporters");

    [Fact]
    public void TraceTailSampling_Fails_When_EachCloudDecidesForItself()
    {
        var one = With(OnAws, each => each.With(Sampler, "{}"));
        dev.Fails<TraceTailSampling>(one);
        dev.Fails<TraceTailSampling>(
            DevPlan.Edited(one, One(OnGoogle), One(OnGoogle).With(Sampler + "/late", "{}")), $"{OnGoogle} values.alternateConfig.processors");
    }

    [Fact]
    public void TraceTailSampling_Fails_When_PodsDecideForThemselves()
    {
        var several = With(OnAws, each => each.With(Sampler, "{}").With("values.replicaCount", "2"));
        dev.Fails<TraceTailSampling>(several, $"{OnAws} values.replicaCount");
        dev.Fails<TraceTailSampling>(DevPlan.Edited(several, One(OnGoogle), One(OnGoogle).With("values.alternateConfig.exporters.loadbalancing", "{}")));
    }

    [Fact]
    public void TraceContext_Fails_When_ProxiesDropIt_OrDecideAnew()
    {
        dev.Fails<TraceContext>(dev.With(Telemetry, "spec.tracing[0].disableContextPropagation", "true"), "aws-east-baseline-telemetry spec.tracing[0].disableContextPropagation");
        dev.Fails<TraceContext>(dev.With(Telemetry, "spec.tracing[0].useRequestIdForTraceSampling", null), "aws-east-baseline-telemetry spec.tracing[0].useRequestIdForTraceSampling");
    }

    [Fact]
    public void TraceContext_Fails_When_AProgramPassesOnXRaysHeaderAlone()
    {
        const string Env = "spec.template.spec.containers";
        PlannedResource Program(string propagators) => dev.New(
            "kubernetes:apps/v1:Deployment", "orders", (Env, $$$"""[{"name":"orders","env":[{"name":"OTEL_PROPAGATORS","value":"{{{propagators}}}"}]}]"""));
        dev.Fails<TraceContext>(dev.Plus(Program("xray")), $"orders {Env}[0].env[0].value");
        dev.Fails<TraceContext>(dev.Plus(Program("tracecontext,baggage,xray")));
    }

    [Fact]
    public void TraceDestination_Fails_When_ACollectorDoesNotWait_OrItGoesWithTheStack()
    {
        dev.Fails<TraceDestination>(With(OnGoogle, each => each with { DependsOn = [] }), $"{OnGoogle} values.alternateConfig.exporters");
        dev.Fails<TraceDestination>(dev.Change(Destination, each => each with { Options = each.Options with { RetainOnDelete = false } }), "traces destination");
    }

    [Theory]
    [InlineData(OnGoogle, "https://10.0.48.7/v1/traces", true)]
    [InlineData(OnGoogle, "https://vpce-0a1b.xray.us-east-1.vpce.amazonaws.com/v1/traces", true)]
    [InlineData(OnGoogle, "https://198.51.100.7/v1/traces", false)]
    [InlineData(OnAws, "https://vpce-0a1b.xray.us-east-1.vpce.amazonaws.com/v1/traces", false)]
    public void TelemetryPath_JudgesTheHost(string gateway, string url, bool isRefused) => dev.Fails<TelemetryPath>(
        With(gateway, each => each.With(Traces, $"\"{url}\"")), isRefused ? [$"{gateway} values.alternateConfig.exporters"] : []);

    [Fact]
    public void TelemetryPath_Fails_When_TheNameIsAskedForBeyondTheLink()
    {
        var door = dev.Plan.Resources.First(each => each.Type == "aws:ec2/subnet:Subnet");
        var network = dev.Plan.Resources.First(each => each.Type == "gcp:compute/network:Network");
        var resolver = dev.New("aws:route53/resolverEndpoint:ResolverEndpoint", "east-in", ("direction", "\"INBOUND\"")).Referring("ipAddresses", door.Urn);
        var zone = dev.New("gcp:dns/managedZone:ManagedZone", "aws-names", ("dnsName", "\"amazonaws.com.\""), ("forwardingConfig", "{}"))
            .Referring("forwardingConfig", resolver.Urn).Referring("privateVisibilityConfig", network.Urn);
        dev.Fails<TelemetryPath>(
            dev.Plus(resolver, zone), $"{OnGoogle} values.alternateConfig.exporters", $"{OnGoogle} values.alternateConfig.exporters");
    }

    private PlannedResource One(string name) => dev.Plan.Resources.Single(each => each.Type == Release && each.Name == name);

    private PlanDocument With(string name, Func<PlannedResource, PlannedResource> change) => DevPlan.Edited(dev.Plan, One(name), change(One(name)));
}
