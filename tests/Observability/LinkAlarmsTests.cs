using System.Collections.Immutable;
using CrossCloudMesh.Links;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Observability;

/// <summary>What the alarms of links of every kind look at, and whom the topics let in.</summary>
public sealed class LinkAlarmsTests
{
    private const string Metric = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    private const string Policy = "gcp:monitoring/alertPolicy:AlertPolicy";
    private const string Region = "us-east-1";

    [Fact]
    public async Task Cables_AreDown_WhenTheirSessionsAre_AndDegraded_WhenAnythingIs()
    {
        var asked = await WatchAsync(
            new InterfacePoint("interface-0", Region, Known("dxlag-0"), Known("dxvif-0")),
            new PortPoint("port-0", Region, Known("dxcon-0")) { Carries = false },
            new InterfacePoint("interface-1", Region, Known("dxlag-1"), Known("dxvif-1")));

        Assert.Equal(
            "ALARM(\"test-us-interface-0\") AND ALARM(\"test-us-interface-1\")", asked.One(Composite, "us-down").Text("alarmRule"));
        Assert.Equal(
            "ALARM(\"test-us-interface-0\") OR ALARM(\"test-us-interface-0-prefixes\") OR ALARM(\"test-us-port-0\") OR ALARM(\"test-us-interface-1\") OR ALARM(\"test-us-interface-1-prefixes\")",
            asked.One(Composite, "us-degraded").Text("alarmRule"));
        var session = asked.One(Metric, "us-interface-1");
        Assert.Equal("AWS/DX VirtualInterfaceBgpStatus", $"{session.Text("namespace")} {session.Text("metricName")}");
        Assert.Equal("dxvif-1", session.Text("dimensions.VirtualInterfaceId"));
        Assert.All(asked.OfType(Metric), alarm => Assert.Equal("breaching", alarm.Text("treatMissingData")));
        Assert.All(asked.OfType(Metric), alarm => Assert.True(alarm.IsEmpty("alarmActions")));
    }

    [Fact]
    public async Task APartThatIsAlone_TellsByItself()
    {
        var asked = await WatchAsync(new AttachmentPoint("gateway", Region, Known("tgw-0"), Known("tgw-attach-0")));

        Assert.Empty(asked.OfType(Composite));
        Assert.EndsWith("test-alarms-ticket", asked.One(Metric, "us-gateway").Text("alarmActions[0]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APointOfAnotherRegion_IsRefused() => Assert.Contains(
        "points.tunnel-0.region: must be that of the alarms, as CloudWatch sees no other; got eu-west-1; make its alarm in eu-west-1",
        await Harness.FailAsync((aws, _) => Watch(aws, new TunnelPoint("tunnel-0", "eu-west-1", Known("vpn-0"), Known("192.0.2.1")))));

    [Fact]
    public async Task Topics_AreEncryptedByAKey_ThatAlarmsOfTheAccountMayUse()
    {
        var asked = await Harness.RunAsync((aws, _) => Topics(aws));

        var key = asked.One("aws:kms/key:Key").Text("policy")!;
        Assert.Contains("""{"Sid":"Alarms","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":["kms:Decrypt","kms:GenerateDataKey*"]""", key, StringComparison.Ordinal);
        Assert.Contains("""{"StringEquals":{"aws:SourceAccount":"123456789012"}}""", key, StringComparison.Ordinal);
        Assert.All(asked.OfType("aws:sns/topic:Topic"), topic =>
        {
            Assert.StartsWith("arn:aws:kms:", topic.Text("kmsMasterKeyId"), StringComparison.Ordinal);
            Assert.Contains("\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:*\"}", topic.Text("policy")!, StringComparison.Ordinal);
        });
        Assert.Equal(["oncall@example.com", "team@example.com"], asked.OfType("aws:sns/topicSubscription:TopicSubscription").Select(each => each.Text("endpoint")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Google_WatchesAttachments_ByTheNamesThatTheyBear()
    {
        var asked = await Harness.RunAsync((_, google) => WatchGoogle(google));

        var policy = asked.One(Policy);
        Assert.Equal(
            "metric.type=\"router.googleapis.com/bgp/session_up\" AND resource.type=\"gce_router\" AND metric.labels.bgp_peer_name=one_of(\"test-us-0\")",
            policy.Text("conditions[0].conditionThreshold.filter"));
        Assert.Contains("resource.labels.attachment=one_of(\"test-us-0\",\"test-us-1\")", policy.Text("conditions[3].conditionAbsent.filter")!, StringComparison.Ordinal);
    }

    private static Task<Asked> WatchAsync(params ImmutableArray<AwsLinkPoint> points) => Harness.RunAsync((aws, _) => Watch(aws, points));

    private static void Watch(ComponentResourceOptions aws, params ImmutableArray<AwsLinkPoint> points) =>
        _ = new LinkAlarms("us", new() { PhysicalName = "test-us", Region = Region, Points = points, Topics = Topics(aws) }, aws);

    private static void WatchGoogle(ComponentResourceOptions google) => _ = new GooglePathAlarm("us", new()
    {
        Project = "acme-mesh",
        PhysicalName = "test-us",
        Points = [new GoogleAttachmentPoint("attachment-0", "test-us-0", "test-us-0"), new GoogleAttachmentPoint("attachment-1", "test-us-1", PeerName: null)],
        Channels = ["channel"],
    }, google);

    private static AlarmTopics Topics(ComponentResourceOptions aws) => new("alarms", new()
    {
        AccountId = "123456789012",
        Region = Region,
        PhysicalName = "test-alarms",
        Page = [EmailAddress.Parse("oncall@example.com")!.Value],
        Ticket = [EmailAddress.Parse("team@example.com")!.Value],
        Protect = true,
    }, aws);

    private static Output<string> Known(string text) => Output.Create(text);
}
