using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Plan;

public class ScheduleTests
{
    private static readonly string[] Types =
        ["aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup", "aws:kms/key:Key", "aws:ec2/subnet:Subnet", "gcp:container/cluster:Cluster"];

    /// <summary>Resources of any types, each waiting for any of those before it.</summary>
    internal static readonly Gen<PlannedResource[]> Graph =
        from size in Gen.Choose(1, 12)
        from types in Gen.Elements(Types).ArrayOf(size)
        from waits in Gen.Elements(true, false, false).ArrayOf(size * size)
        select types.Select((type, i) => Resource(i, type, [.. Enumerable.Range(0, i).Where(j => waits[(i * size) + j])])).ToArray();

    [Fact]
    public void CriticalPath_IsAPathOfTheGraph_ForAnyGraph() => ForAny(resources =>
    {
        var byUrn = resources.ToDictionary(r => r.Urn, StringComparer.Ordinal);
        var path = CreationTimeline.Of(resources).Path;
        return path[0].StartSeconds == 0 && path.Zip(path.Skip(1)).All(pair =>
            byUrn[pair.Second.Urn].DependsOn.Contains(pair.First.Urn, StringComparer.Ordinal)
            && pair.First.StartSeconds + pair.First.DurationSeconds == pair.Second.StartSeconds);
    });

    [Fact]
    public void CriticalPath_EndsWithTheUpdate_ForAnyGraph() => ForAny(resources =>
    {
        var timeline = CreationTimeline.Of(resources);
        return timeline.Path[^1].StartSeconds + timeline.Path[^1].DurationSeconds == timeline.CriticalPathSeconds
            && timeline.Path.Sum(step => step.DurationSeconds) == timeline.CriticalPathSeconds;
    });

    [Fact]
    public void Total_IsTheLongestWay_ForAnyGraph() => ForAny(resources =>
    {
        var byUrn = resources.ToDictionary(r => r.Urn, StringComparer.Ordinal);
        return CreationTimeline.Of(resources).CriticalPathSeconds == resources.Max(Longest);

        int Longest(PlannedResource resource) =>
            Typical(resource.Type) + resource.DependsOn.Select(urn => Longest(byUrn[urn])).DefaultIfEmpty(0).Max();
    });

    [Fact]
    public void OneMoreWait_NeverShortens_ForAnyGraph() => ForAny(resources =>
    {
        if (resources.Length < 2)
        {
            return true;
        }

        var before = CreationTimeline.Of(resources);
        var last = resources[^1];
        PlannedResource[] more = [.. resources[..^1], last with { DependsOn = Sequence.Sorted([.. last.DependsOn, resources[0].Urn]) }];
        var after = CreationTimeline.Of(more);
        return after.CriticalPathSeconds >= before.CriticalPathSeconds && after.LowSeconds >= before.LowSeconds && after.HighSeconds >= before.HighSeconds;
    });

    [Fact]
    public void LowTypicalAndHigh_StandInOrder_ForAnyGraph() => ForAny(resources =>
    {
        var timeline = CreationTimeline.Of(resources);
        return timeline.LowSeconds <= timeline.CriticalPathSeconds && timeline.CriticalPathSeconds <= timeline.HighSeconds;
    });

    [Fact]
    public void AComponent_StandsForWhatIsBelowIt()
    {
        var component = Resource(0, "infra:networks:AwsNetwork") with { IsCustom = false };
        var below = Resource(1, "aws:ec2/natGateway:NatGateway") with { Parent = component.Urn };
        var waiting = Resource(2, "aws:kms/key:Key", 0);

        Assert.Equal(102 + 26, CreationTimeline.Of([component, below, waiting]).CriticalPathSeconds);
    }

    [Fact]
    public void AChildOfACustomResource_WaitsForIt()
    {
        var parent = Resource(0, "aws:eks/cluster:Cluster");
        var between = Resource(1, "infra:x:Y") with { IsCustom = false, Parent = parent.Urn };
        var child = Resource(2, "aws:kms/key:Key") with { Parent = between.Urn };

        Assert.Equal(570 + 26, CreationTimeline.Of([parent, between, child]).CriticalPathSeconds);
    }

    [Fact]
    public void InputsAndProvider_AreWaitedFor()
    {
        var provider = Resource(0, "pulumi:providers:aws");
        var key = Resource(1, "aws:kms/key:Key") with { Provider = provider.Urn };
        var group = Resource(2, "aws:cloudwatch/logGroup:LogGroup") with { PropertyDependencies = new([new("kmsKeyId", [key.Urn])]) };

        var timeline = CreationTimeline.Of([provider, key, group]);

        Assert.Equal((1 + 26 + 3, 1), (timeline.CriticalPathSeconds, timeline.Untimed));
    }

    [Fact]
    public void WhatIsOnlyRead_TakesSeconds() =>
        Assert.Equal(3, CreationTimeline.Of([Resource(0, "aws:eks/cluster:Cluster") with { Options = new() { ReadId = "c" } }]).CriticalPathSeconds);

    [Fact]
    public void AnInput_DecidesHowLongAnEndpointTakes()
    {
        static int Of(string kind) =>
            CreationTimeline.Of([Resource(0, "aws:ec2/vpcEndpoint:VpcEndpoint") with { Inputs = new([new("vpcEndpointType", PlanValue.Of(kind))]) }]).CriticalPathSeconds;

        Assert.Equal((6, 122, 3), (Of("Gateway"), Of("Interface"), Of("GatewayLoadBalancer")));
    }

    [Fact]
    public void Refuses_ACircle() =>
        Assert.Throws<ArgumentException>(() => CreationTimeline.Of([Resource(0, "aws:kms/key:Key", 1), Resource(1, "aws:kms/key:Key", 0)]));

    [Fact]
    public void NothingToDo_TakesNoTime()
    {
        var timeline = CreationTimeline.Of([]);

        Assert.Equal((0, 0), (timeline.CriticalPathSeconds, timeline.Path.Count));
    }

    [Fact]
    public void Floor_IsTheSumOfTheChain_OfASiteThatHasAllOfIt()
    {
        string[] chain = ["aws:iam/role:Role", "aws:eks/cluster:Cluster", "aws:eks/addon:Addon", "aws:eks/nodeGroup:NodeGroup"];
        PlannedResource[] resources = [.. chain.Select((type, i) => Resource(i, type) with { Name = "east-cluster" })];

        Assert.Equal([new SiteFloor("east", "EKS", 3 + 570 + 45 + 120 + 45, 45)], CreationTimeline.Of(resources).Floors);
        Assert.Empty(CreationTimeline.Of(resources[1..]).Floors);
    }

    [Fact]
    public void Facts_HaveLowTypicalAndHighInOrder_AndOneRowForEachCase()
    {
        Assert.All(CreationTimes.Rows, row => Assert.True(row.LowSeconds <= row.TypicalSeconds && row.TypicalSeconds <= row.HighSeconds, row.Type));
        Assert.Equal(CreationTimes.Rows.Length, CreationTimes.Rows.Select(row => (row.Type, row.Only)).Distinct().Count());
    }

    private static void ForAny(Func<PlannedResource[], bool> law) =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Graph.ToArbitrary(), law));

    internal static int Typical(string type) => (CreationTimes.Find(type, _ => null) ?? CreationTimes.Seconds).TypicalSeconds;

    private static string Urn(int place) => $"urn:pulumi:dev::mesh::a:b:C::r{place:00}";

    private static PlannedResource Resource(int place, string type, params int[] waits) => new()
    {
        Urn = Urn(place),
        Type = type,
        Name = $"r{place:00}",
        IsCustom = true,
        Inputs = SortedMap<PlanValue>.Empty,
        DependsOn = Sequence.Sorted(waits.Select(Urn)),
    };
}
