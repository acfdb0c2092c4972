using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;
using CrossCloudMesh.Tests.Trust;

namespace CrossCloudMesh.Tests.Components.Observability;

/// <summary>What Google measures of links, on its way to CloudWatch, where a stack asks for it.</summary>
[Collection(Evaluations.Name)]
public sealed class GoogleReaderTests
{
    private const string Release = "gcp-eu-reader-release";
    private const string Metric = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    /// <summary>Links of two regions of AWS, of which one has the metrics.</summary>
    private static readonly Lazy<Task<MadeTrust>> Mirrored = new(() => MadeTrust.OfAsync(
        Project.Replaced(Project.Prod, "      region: us-east-1 # the metrics", "      mirrorGoogle: true\n      region: us-east-1 # the metrics")));

    private const string Query = "evaluationCriteria>promqlCriteria>query";

    [Fact]
    public async Task OneCluster_ReadsForTheProject_WithOnePod_AndHandsItToItsOwnGateway()
    {
        var plan = await ProdAsync();
        var release = Assert.Single(plan.OfType(InCluster.Release), release => release.Input("values>alternateConfig").Contains("googlecloudmonitoring", StringComparison.Ordinal));
        Assert.Equal(Release, release.Name);
        Assert.Equal(("deployment", "1"), (release.Input("values>mode"), release.Input("values>replicaCount")));
        Assert.EndsWith("opentelemetry-collector-contrib}", release.Input("values>image"), StringComparison.Ordinal);
        Assert.Equal("telemetry-gateway.observability.svc.cluster.local:4317", release.Input("values>alternateConfig>exporters>otlp_grpc/gateway>endpoint"));
        Assert.Equal(
            "{collection_interval: 60s, metrics_list: [{metric_name: vpn.googleapis.com/tunnel_established}, {metric_name: router.googleapis.com/bgp/session_up}], project_id: cross-cloud-mesh-prod}",
            release.Input("values>alternateConfig>receivers>googlecloudmonitoring"));
        Assert.Contains(plan.One(InCluster.Release, "gcp-eu-telemetry-gateway").Urn, release.DependsOn);
    }

    [Fact]
    public async Task ItMayRead_AndNothingElse_WithoutAKey()
    {
        var plan = await ProdAsync();
        var grant = plan.One("gcp:projects/iAMMember:IAMMember", "gcp-eu-reader-identity-read");
        Assert.Equal(CollectorFacts.ReaderRole, grant.Input("role"));
        Assert.EndsWith("/subject/ns/observability/sa/telemetry-reader", grant.Input("member"), StringComparison.Ordinal);
        Assert.Contains(grant.Urn, plan.One(InCluster.Release, Release).DependsOn);
        Assert.DoesNotContain("AWS_", plan.One(InCluster.Release, Release).Input("values"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheLinkHasAlarmsOfTheRegion_GooglesViewIsAPartOfThem()
    {
        var plan = await ProdAsync();
        var seen = plan.One(Metric, "us-alarms-us-east-1-google");
        Assert.True(seen.IsEmpty("alarmActions"));
        Assert.Contains("ALARM(\"dev-us-google\")", plan.One(Composite, "us-alarms-us-east-1-degraded").Input("alarmRule"), StringComparison.Ordinal);
        Assert.DoesNotContain("dev-us-google", plan.One(Composite, "us-alarms-us-east-1-down").Input("alarmRule"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereItHasThemElsewhere_ItTells_AndKeepsPromisesQuiet()
    {
        var plan = await ProdAsync();
        Assert.Matches("dev-alarms-us-east-1-ticket", plan.One(Metric, "eu-alarms-seen-google").Input("alarmActions"));
        Assert.True(plan.One(Metric, "eu-alarms-seen-google-down").IsEmpty("alarmActions"));
        Assert.DoesNotContain("absent", plan.One(Metric, "eu-alarms-seen-google-down").Input(Query), StringComparison.Ordinal);
        Assert.Contains("ALARM(\"dev-eu-google-down\")", plan.One(Composite, "slo-alarms-links-down").Input("alarmRule"), StringComparison.Ordinal);
        Assert.Equal("aws-us-east-1", plan.Find(plan.One(Metric, "eu-alarms-seen-google").Provider!)!.Name);
    }

    [Fact]
    public async Task EveryTunnelAndSession_IsAskedForByName_AndMissedWhenItIsGone()
    {
        var plan = await ProdAsync();
        var queries = plan.OfType(Metric).Where(alarm => alarm.Name.EndsWith("-google", StringComparison.Ordinal)).Select(alarm => alarm.Input(Query)).ToList();
        var names = plan.OfType("gcp:compute/vPNTunnel:VPNTunnel").Select(tunnel => $"absent_over_time({{\"vpn.googleapis.com/tunnel_established\", tunnel_name=\"{tunnel.Input("name")}\"}}[10m])")
            .Concat(plan.OfType("gcp:compute/routerPeer:RouterPeer").Select(peer => $"absent_over_time({{\"router.googleapis.com/bgp/session_up\", bgp_peer_name=\"{peer.Input("name")}\"}}[10m])"))
            .ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(queries, query => query.Contains(name, StringComparison.Ordinal)));
        Assert.All(queries, query => Assert.Matches(@"last_over_time\(\{.*\}\[10m\]\) < 1 or absent_over_time", query));
    }

    [Fact]
    public async Task NobodyAsks_WhoWasNotTold() => Assert.DoesNotContain(
        (await ShippedPlan.OfAsync("dev")).Resources, resource => resource.Type.Contains("GoogleReader", StringComparison.Ordinal) || resource.Name.EndsWith("-google", StringComparison.Ordinal) && resource.Type == Metric);

    private static async Task<Asked> ProdAsync() => (await Mirrored.Value).Plan;
}
