using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Components.Observability;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What the collectors are told, against the keys that their components take.</summary>
[Collection(Evaluations.Name)]
public sealed class CollectorSchemaTests
{
    private const string Config = "values.alternateConfig";

    public static TheoryData<string> Stacks => ["dev", "staging", "prod"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryCollector_OfEveryShippedStack_Starts(string stack)
    {
        var collectors = (await ShippedPlan.OfAsync(stack)).Resources.Where(IsCollector).ToList();
        Assert.Equal(stack switch { "prod" => 8, "staging" => 5, _ => 4 }, collectors.Count);
        Assert.All(collectors, collector => Assert.Empty(Faults(collector)));
    }

    [Fact]
    public async Task EveryCollector_WithAllThatCanBeAsked_Starts()
    {
        var collectors = (await CollectorTests.WholeAsync()).Resources.Where(IsCollector).ToList();
        Assert.Equal(2, collectors.Count);
        Assert.All(collectors, collector => Assert.Empty(Faults(collector)));
    }

    [Theory]
    [InlineData("exporters.otlp_http/aws-traces.sending_queue.batch.maxsize", "1", "exporters.otlp_http/aws-traces.sending_queue.batch.maxsize: is no known key")]
    [InlineData("exporters.otlp_http/aws-traces.sending_queue.sizer", "\"spans\"", "exporters.otlp_http/aws-traces.sending_queue.sizer: must be one of requests, items, bytes, not spans")]
    [InlineData("exporters.otlphttp/old", "{}", "exporters.otlphttp/old: is no known component")]
    [InlineData("exporters.otlp_http/aws-traces.traces_endpoint", "\"https://xray.us-east-1.amazonaws.com\"", "exporters.otlp_http/aws-traces.traces_endpoint: has the wrong path")]
    [InlineData("exporters.otlp_http/third-party-apm.endpoint", "\"https://otlp.example.com/v1/traces\"", "exporters.otlp_http/third-party-apm.endpoint: has the wrong path")]
    [InlineData("exporters.otlp_http/aws-traces.auth.authenticator", "\"sigv4auth/x-ray\"", "exporters.otlp_http/aws-traces.auth.authenticator: names sigv4auth/x-ray, which does not run")]
    [InlineData("processors.k8s_attributes.extract.metadatas", "[]", "processors.k8s_attributes.extract.metadatas: is no known key")]
    [InlineData("processors.resource/place.attributes[0].action", "\"set\"", "processors.resource/place.attributes[0].action: must be one of insert, update, upsert, delete, hash, extract, convert, not set")]
    [InlineData("receivers.otlp.protocols.grpc.enpoint", "\"a\"", "receivers.otlp.protocols.grpc.enpoint: is no known key")]
    [InlineData("service.telemetry.metrics.address", "\"a\"", "service.telemetry.metrics.address: is no known key")]
    [InlineData("service.extensions[0]", "\"sigv4auth/none\"", "service.extensions: names sigv4auth/none, which is not there")]
    [InlineData("service.pipelines.traces/aws-traces.exporters[0]", "\"debug\"", "service.pipelines.traces/aws-traces.exporters: names debug, which is not there")]
    [InlineData("service.pipelines.traces/aws-traces.processors[0]", "\"k8s_attributes\"", "service.pipelines.traces/aws-traces.processors: must begin with memory_limiter")]
    [InlineData("service.pipelines.spans", "{\"receivers\":[\"otlp\"],\"processors\":[\"memory_limiter\"]}", "service.pipelines.spans: is of no signal")]
    [InlineData("pipelines", "{}", "pipelines: is no section")]
    public async Task Finds_WhatTheCollectorWouldRefuse(string path, string json, string fault)
    {
        var gateway = (await CollectorTests.WholeAsync()).One(InCluster.Release, "east-telemetry-gateway");
        Assert.Contains(fault, Faults(gateway.With($"{Config}.{path}", json)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryRequest_StaysWithinHalfOfBothLimits_AndQueuesWithinTheirDisk(string stack)
    {
        foreach (var gateway in (await ShippedPlan.OfAsync(stack)).Resources.Where(resource => IsCollector(resource) && resource.Input("values>mode") == "statefulset"))
        {
            var config = gateway.Inputs["values"] is PlanValue.ObjectValue values ? values.Members["alternateConfig"] : null;
            var queued = 0d;
            foreach (var endpoint in OtlpEndpoints.All.Where(endpoint => CollectorConfigCheck.At(config, "exporters", $"otlp_http/aws-{endpoint.Signal}") is not null))
            {
                Assert.InRange(Number(config, "processors", $"batch/aws-{endpoint.Signal}", "send_batch_max_size"), 1, endpoint.MaxItems / 2);
                Assert.InRange(Number(config, "exporters", $"otlp_http/aws-{endpoint.Signal}", "sending_queue", "batch", "max_size"), 1, endpoint.MaxBytes / 2);
                queued += Number(config, "exporters", $"otlp_http/aws-{endpoint.Signal}", "sending_queue", "queue_size");
            }

            var disk = gateway.Input("values>statefulset");
            var gibibytes = double.Parse(disk[(disk.IndexOf("storage: ", StringComparison.Ordinal) + "storage: ".Length)..disk.IndexOf("Gi}", StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(queued, 1, gibibytes * (1L << 30) / 2);
        }
    }

    private static bool IsCollector(PlannedResource resource) => resource.Type == InCluster.Release && resource.Input("chart") == CollectorFacts.Chart.Name;

    private static IReadOnlyList<string> Faults(PlannedResource release) =>
        CollectorConfigCheck.Of(((PlanValue.ObjectValue)release.Inputs["values"]!).Members["alternateConfig"]!);

    private static double Number(PlanValue? config, params string[] path) => ((PlanValue.NumberValue)CollectorConfigCheck.At(config, path)!).Value;
}
