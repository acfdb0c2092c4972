using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Plan.Rules.Observability;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Rules about alarms, each seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class ObservabilityRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Metric = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    private const string Policy = "gcp:monitoring/alertPolicy:AlertPolicy";
    private const string Query = "evaluationCriteria.promqlCriteria.query";

    [Theory]
    [InlineData("alarmActions", "[]")]
    [InlineData("alarmActions", null)]
    [InlineData("actionsEnabled", "false")]
    public void AlarmAction_Fails_When_AnAlarmTellsNobody(string path, string? value) =>
        dev.Fails<AlarmAction>(Changed(Metric, "aws-east-hub-alarms-drops", alarm => alarm.With(path, value)), "aws-east-hub-alarms-drops " + path);

    [Fact]
    public void AlarmAction_Fails_When_NoOtherLooksAtIt() => dev.Fails<AlarmAction>(
        DevPlan.Edited(dev.Plan, Composite, alarm => alarm.Referring("alarmRule").Referring("actionsSuppressor")),
        [.. dev.Plan.Resources.Where(alarm => alarm.Type == Metric && CrossCloudMesh.Plan.Rules.Inputs.IsEmpty(alarm, "alarmActions")).Select(alarm => alarm.Name + " alarmActions")]);

    [Fact]
    public void AlarmAction_Fails_When_APolicyHasNoChannel() =>
        dev.Fails<AlarmAction>(dev.With(Policy, "notificationChannels", "[]"), "east-alarms-google notificationChannels");

    [Fact]
    public void MetricDimension_Fails_When_ItIsByPod() => dev.Fails<MetricDimension>(
        Changed(Metric, "east-alarms-us-east-1-tunnel-0", alarm => alarm.With("dimensions.PodName", "\"orders-7d9f\"")), "east-alarms-us-east-1-tunnel-0 dimensions");

    [Theory]
    [InlineData("sum by (pod) (rate(x[5m])) > 0")]
    [InlineData("sum by (\\\"@resource.k8s.pod.name\\\", service) (x)")]
    [InlineData("max by(trace_id) (x)")]
    public void MetricDimension_Fails_When_AQueryGroupsByIt(string query) => dev.Fails<MetricDimension>(
        Changed(Metric, "mesh-alarms-breaker-open", alarm => alarm.With(Query, $"\"{query}\"")), "mesh-alarms-breaker-open " + Query);

    [Fact]
    public void LinkAlarms_Fails_When_ATunnelHasNone() => dev.Fails<LinkAlarms>(
        Without("east-alarms-us-east-1-tunnel-3"), "east-link-1 type");

    [Fact]
    public void LinkAlarms_Fails_When_BothLookAtOne() => dev.Fails<LinkAlarms>(
        Changed(Metric, "east-alarms-us-east-1-tunnel-3", alarm => alarm.With("dimensions.TunnelIpAddress", $"\"{Address("east-alarms-us-east-1-tunnel-2")}\"")),
        "east-link-1 type");

    [Fact]
    public void LinkAlarms_Fails_When_GoogleHasNoPolicy() => dev.Fails<LinkAlarms>(
        Without("east-alarms-google"),
        [.. Enumerable.Range(0, 4).SelectMany(number => new[] { $"east-link-tunnel-{number} name" }), .. Enumerable.Range(0, 4).Select(number => $"east-link-tunnel-{number} name")]);

    [Fact]
    public void LinkAlarms_Fails_When_EverythingIsSeenButLinks() => dev.Fails<LinkAlarms>(Unwatched(_ => false), "east-link-0 name");

    [Fact]
    public void LinkAlarms_Passes_WhereNothingIsToBeSeen() =>
        dev.Fails<LinkAlarms>(Unwatched(resource => resource.Type == "kubernetes:helm.sh/v3:Release" && resource.Name.Contains("-telemetry-", StringComparison.Ordinal)));

    private PlanDocument Unwatched(Func<PlannedResource, bool> isAway) => PlanDocument.OfFirstUpdate(
        dev.Plan.Stack, dev.Plan.Fidelity, dev.Plan.Resources.Where(resource => resource.Type is not (Metric or Policy or Composite) && !isAway(resource)), [], dev.Plan.Outputs);

    private string Address(string alarm) => CrossCloudMesh.Plan.Rules.Inputs.Text(dev.Plan.Resources.Single(each => each.Type == Metric && each.Name == alarm), "dimensions.TunnelIpAddress")!;

    private PlanDocument Without(string name) => PlanDocument.OfFirstUpdate(
        dev.Plan.Stack, dev.Plan.Fidelity, dev.Plan.Resources.Where(resource => resource.Name != name || resource.Type is not (Metric or Policy)), [], dev.Plan.Outputs);

    private PlanDocument Changed(string type, string name, Func<PlannedResource, PlannedResource> change)
    {
        var alarm = dev.Plan.Resources.Single(resource => resource.Type == type && resource.Name == name);
        return DevPlan.Edited(dev.Plan, alarm, change(alarm));
    }
}
