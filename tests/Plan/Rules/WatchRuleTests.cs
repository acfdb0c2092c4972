using System.Text.Json;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Observability;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Alarms that are heard and collectors that lose nothing, seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class WatchRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string At = "values.alternateConfig";
    private const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    private const string Destination = "aws:xray/traceSegmentDestination:TraceSegmentDestination";
    private const string Gateway = "aws-east-telemetry-gateway";
    private const string LogPolicy = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
    private const string Metric = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Topic = "aws:sns/topic:Topic";

    [Theory]
    [InlineData(null)]
    [InlineData("\"alias/aws/sns\"")]
    public void AlarmTopicKey_Fails_When_AlarmsCannotUseIt(string? key) =>
        dev.Fails<AlarmTopicKey>(dev.With(Topic, "kmsMasterKeyId", key), "alarms-us-east-1-page kmsMasterKeyId");

    [Theory]
    [InlineData(null, Severity.Warning)]
    [InlineData("\"alias/aws/sns\"", Severity.Error)]
    public void AlarmTopicKey_IsAnError_WhereAlarmsGoUnheard(string? key, Severity severity) =>
        Assert.Equal([severity], new AlarmTopicKey().Judge(new(dev.With(Topic, "kmsMasterKeyId", key).Resources)).Select(finding => finding.Severity));

    [Theory]
    [InlineData("cloudwatch.amazonaws.com", "events.amazonaws.com")]
    [InlineData("kms:Decrypt", "kms:DescribeKey")]
    [InlineData("kms:GenerateDataKey*", "kms:Encrypt")]
    public void AlarmTopicKey_Fails_When_ThePolicyOfTheKeyShutsThemOut(string right, string wrong)
    {
        var key = dev.Plan.Resources.Single(each => each is { Type: "aws:kms/key:Key", Name: "alarms-us-east-1-key" });
        var policy = JsonSerializer.Serialize(key.Text("policy")!.Replace(right, wrong, StringComparison.Ordinal));
        dev.Fails<AlarmTopicKey>(
            DevPlan.Edited(dev.Plan, key, key.With("policy", policy)), "alarms-us-east-1-page kmsMasterKeyId", "alarms-us-east-1-ticket kmsMasterKeyId");
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("{\"alarmNames\":[]}", true)]
    [InlineData("{\"alarmNames\":[\"dev-east-down\"]}", false)]
    public void AlarmMute_Fails_When_NothingIsNamed(string targets, bool isFound) => dev.Fails<AlarmMute>(
        dev.Plus(dev.New("aws:cloudwatch/alarmMuteRule:AlarmMuteRule", "nights", ("muteTargets", targets))), isFound ? ["nights muteTargets.alarmNames"] : []);

    [Fact]
    public void TraceLogPolicy_Fails_When_XRayMayNotWriteYet()
    {
        dev.Fails<TraceLogPolicy>(dev.Change(Destination, each => each with { DependsOn = [] }), "traces destination");
        dev.Fails<TraceLogPolicy>(dev.Change(LogPolicy, each => each.With("policyDocument", "\"{\\\"Statement\\\":[]}\"")), "traces destination");
    }

    [Theory]
    [InlineData("\"ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s\"", true)]
    [InlineData("\"otel/opentelemetry-collector\"", true)]
    [InlineData(null, true)]
    [InlineData("\"otel/opentelemetry-collector-contrib\"", false)]
    [InlineData("\"registry.example/observability/our-collector\"", false)]
    public void CollectorImage_Fails_When_ItCannotSign(string? image, bool isFound) =>
        dev.Fails<CollectorImage>(With(each => each.With("values.image.repository", image)), isFound ? [$"{Gateway} values.image.repository"] : []);

    [Theory]
    [InlineData("https://xray.us-east-1.amazonaws.com/v1/traces", true)]
    [InlineData("https://xray.us-east-1.amazonaws.com/v1/traces/", true)]
    [InlineData("https://otlp.example.com", false)]
    public void CollectorEndpoint_Fails_When_ThePathIsDoubled(string url, bool isFound)
    {
        const string Path = $"{At}.exporters.otlp_http/aws-traces.endpoint";
        dev.Fails<CollectorEndpoint>(With(each => each.With(Path, $"\"{url}\"")), isFound ? [$"{Gateway} {Path}"] : []);
    }

    [Theory]
    [InlineData("1001", true)]
    [InlineData("0", true)]
    [InlineData(null, true)]
    [InlineData("1000", false)]
    public void CollectorBatch_Fails_When_OneRequestIsTooLarge(string? size, bool isFound) => dev.Fails<CollectorBatch>(
        With(each => each.With($"{At}.processors.batch/aws-metrics.send_batch_max_size", size)),
        isFound ? [$"{Gateway} {At}.service.pipelines.metrics/aws-metrics.processors"] : []);

    [Theory]
    [InlineData("{\"batch\":{\"max_size\":1000}}", false)]
    [InlineData("{\"batch\":{\"max_size\":1001}}", true)]
    [InlineData("{\"batch\":{\"max_size\":1000,\"sizer\":\"bytes\"}}", true)]
    [InlineData("{\"batch\":{}}", true)]
    public void CollectorBatch_KnowsTheBatchesOfExporters(string queue, bool isFound) => dev.Fails<CollectorBatch>(
        With(each => each.With($"{At}.processors.batch/aws-metrics.send_batch_max_size", null).With($"{At}.exporters.otlp_http/aws-metrics.sending_queue", queue)),
        isFound ? [$"{Gateway} {At}.service.pipelines.metrics/aws-metrics.processors"] : []);

    [Fact]
    public void PipelinesOfTheChart_AreNotHeldAgainstAnybody() => dev.Fails<CollectorMemory>(With(each => each
        .With("values.config", "{\"receivers\":{\"otlp\":{}},\"service\":{\"pipelines\":{\"traces\":{\"receivers\":[\"otlp\"]}}}}").With("values.alternateConfig", null)));

    [Fact]
    public void CollectorMemory_Fails_When_NothingLimitsItFirst() => dev.Fails<CollectorMemory>(
        With(each => each.With($"{At}.service.pipelines.traces/aws-traces.processors", "[\"batch/aws-traces\",\"memory_limiter\"]")),
        $"{Gateway} {At}.service.pipelines.traces/aws-traces.processors");

    [Fact]
    public void WatchLimits_Fails_When_SomethingIsLargerThanCloudWatchTakes()
    {
        var children = string.Join(" OR ", Enumerable.Range(0, 101).Select(i => $"ALARM(a{i})"));
        dev.Fails<WatchLimits>(dev.With(Composite, "alarmRule", $"\"{children}\""), "east-alarms-us-east-1-degraded alarmRule");
        dev.Fails<WatchLimits>(dev.With(Composite, "alarmRule", $"\"ALARM({new string('a', 10_240)})\""), "east-alarms-us-east-1-degraded alarmRule");
        var metrics = string.Join(',', Enumerable.Range(0, 11).Select(i => $$$"""{"id":"m{{{i}}}","metric":{"metricName":"A"} }"""));
        dev.Fails<WatchLimits>(dev.With(Metric, "metricQueries", $"[{metrics}]"), "aws-east-hub-alarms-drops metricQueries");
        var widgets = JsonSerializer.Serialize($$"""{"widgets":[{{string.Join(',', Enumerable.Repeat("{}", 501))}}]}""");
        dev.Fails<WatchLimits>(dev.With(Dashboard, "dashboardBody", widgets), "dashboards-cluster dashboardBody");
    }

    private PlanDocument With(Func<PlannedResource, PlannedResource> change)
    {
        var one = dev.Plan.Resources.Single(each => each.Type == Release && each.Name == Gateway);
        return DevPlan.Edited(dev.Plan, one, change(one));
    }
}
