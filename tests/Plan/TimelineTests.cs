using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Plan;

/// <summary>What would shorten an update, what would decide it next, and the whole as rows.</summary>
public class TimelineTests
{
    [Fact]
    public void Saved_IsWhatTheWholeGains_IfAStepTakesNoTime_ForAnyGraph() => ForAny(resources =>
    {
        var timeline = CreationTimeline.Of(resources);
        return timeline.Path.All(step => step.SavedSeconds == timeline.CriticalPathSeconds - Longest(resources, noTime: step.Urn, without: null));
    });

    [Fact]
    public void Next_IsTheLongestWayPastTheStepThatSavesTheMost_ForAnyGraph() => ForAny(resources =>
    {
        var timeline = CreationTimeline.Of(resources);
        if (timeline.Next is not { } next)
        {
            return resources.Length == 1;
        }

        var byUrn = resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        return next.Seconds == Longest(resources, noTime: null, without: next.Past)
            && next.Seconds <= timeline.CriticalPathSeconds
            && timeline.Path.Max(step => step.SavedSeconds) == timeline.Path.Single(step => step.Urn == next.Past).SavedSeconds
            && next.Path.Sum(step => step.DurationSeconds) == next.Seconds
            && next.Path.All(step => step.Urn != next.Past)
            && next.Path.Zip(next.Path.Skip(1)).All(pair => byUrn[pair.Second.Urn].DependsOn.Contains(pair.First.Urn, StringComparer.Ordinal));
    });

    [Fact]
    public void Lanes_HoldEveryResourceOnce_AndAllThatDecides_ForAnyGraph() => ForAny(resources =>
    {
        var timeline = CreationTimeline.Of(resources);
        return timeline.Lanes.Sum(lane => lane.Resources) == resources.Length
            && timeline.Lanes.Max(lane => lane.EndSeconds) == timeline.CriticalPathSeconds
            && timeline.Lanes.SelectMany(lane => lane.Critical).Sum(span => span.EndSeconds - span.StartSeconds) == timeline.CriticalPathSeconds
            && timeline.Lanes.All(lane => lane.Busy.Concat(lane.Critical).All(span => lane.StartSeconds <= span.StartSeconds && span.EndSeconds <= lane.EndSeconds))
            && timeline.Lanes.All(lane => lane.Busy.Zip(lane.Busy.Skip(1)).All(pair => pair.First.EndSeconds < pair.Second.StartSeconds));
    });

    [Fact]
    public void Lanes_AreSites_ThenLinks_ThenWhatServesAll()
    {
        PlannedResource[] plan =
        [
            .. Rooted("infra:networks:AwsNetwork", "aws-eu-network", "aws:ec2/vpc:Vpc"),
            .. Rooted("infra:mesh:AwsGatewayBalancer", "aws-eu-eastwest-balancer", "aws:ec2/eip:Eip"),
            .. Rooted("infra:links:HaVpnLink", "eu-us-link", "aws:ec2/vpnConnection:VpnConnection"),
            .. Rooted("infra:links:AwsLinkDoor", "eu-us-aws-eu-door", "aws:ec2/route:Route"),
            .. Rooted("infra:observability:OperatorDashboards", "dashboards", "aws:cloudwatch/dashboard:Dashboard"),
            .. Rooted("infra:trust:CertificateAuthority", "trust", "aws:kms/key:Key"),
        ];

        Assert.Equal(
            ["aws-eu mesh 1", "aws-eu networks 1", "link eu-us links 2", "all of them observability 1", "all of them trust 1"],
            CreationTimeline.Of(plan).Lanes.Select(lane => $"{lane.Place} {lane.Layer} {lane.Resources}"));
    }

    [Fact]
    public void LowerBound_IsTheLongestChainOfAnyCloud_WithWhatTheInputsSay()
    {
        var transport = Rooted("infra:links:ManagedInterconnect", "east-link", "gcp:networkconnectivity/transport:Transport").ToArray();
        var connection = transport[1] with
        {
            Urn = transport[1].Urn + "-aws",
            Type = "aws:cloudcontrol/resource:Resource",
            Inputs = new([new("typeName", PlanValue.Of("AWS::Interconnect::Connection"))]),
            DependsOn = [transport[1].Urn],
        };

        var timeline = CreationTimeline.Of([.. transport, connection]);

        Assert.Equal([new SiteFloor("east", "managed interconnect", 1200, 1200)], timeline.Floors);
        Assert.Equal((1200, 1200), (timeline.LowerBoundSeconds, timeline.CriticalPathSeconds));
    }

    private static IEnumerable<PlannedResource> Rooted(string component, string name, string type)
    {
        var root = new PlannedResource
        {
            Urn = $"urn:pulumi:dev::mesh::{component}::{name}",
            Type = component,
            Name = name,
            IsCustom = false,
            Inputs = SortedMap<PlanValue>.Empty,
        };
        yield return root;
        yield return root with { Urn = $"urn:pulumi:dev::mesh::{component}${type}::{name}", Type = type, IsCustom = true, Parent = root.Urn };
    }

    private static int Longest(PlannedResource[] resources, string? noTime, string? without)
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var resource in resources.Where(resource => resource.Urn != without))
        {
            ends[resource.Urn] = (resource.Urn == noTime ? 0 : ScheduleTests.Typical(resource.Type)) + resource.DependsOn.Select(urn => ends.GetValueOrDefault(urn)).DefaultIfEmpty(0).Max();
        }

        return ends.Values.DefaultIfEmpty(0).Max();
    }

    private static void ForAny(Func<PlannedResource[], bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ScheduleTests.Graph.ToArbitrary(), law));
}
