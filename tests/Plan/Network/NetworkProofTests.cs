using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

public class NetworkProofTests
{
    [Fact]
    public void Joins_TwoSites_WhateverFails()
    {
        var report = NetworkProof.Of(Estate.Of())!;

        var pair = Assert.Single(report.Pairs);
        Assert.Null(pair.Counterexample);
        Assert.Equal((4, 4, 1406), (pair.Up, pair.Made, pair.PathMtuBytes));
        Assert.Equal([(0, 5000, ""), (1, 2500, "connection aws0-gcp0-link-0"), (2, 1250, "tunnel aws0-gcp0-link-tunnel-0, connection aws0-gcp0-link-1")],
            pair.Left.Select(left => (left.Failures, left.Mbps, string.Join(", ", left.Weakest))));
        Assert.Equal(
            "aws0-hub-network > aws0-hub-mesh > aws0-gcp0-link-tunnel-0 | aws0-gcp0-link-tunnel-1 | aws0-gcp0-link-tunnel-2 | aws0-gcp0-link-tunnel-3 > gcp0-network",
            pair.Path);
    }

    [Fact]
    public void Joins_TenSites_WhateverFails()
    {
        var plan = Estate.Of(5, 5);
        var report = NetworkProof.Of(plan)!;

        Assert.Equal((2, 230, 25_401L, 1_165L, 25), (report.Depth, report.Domains, report.FailureSets, report.NotIndependent, report.Pairs.Count));
        Assert.All(report.Pairs, pair => Assert.Null(pair.Counterexample));
        Assert.Empty(NetworkFindings.Of(report));
        Assert.DoesNotContain(AllRules.Judge(plan.Resources, new DateOnly(2026, 11, 21)), finding => finding.Rule.StartsWith("link-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 15)]
    [InlineData(2, 89)]
    public void Depth_IsHowMuchFailsAtOnce(int depth, int sets)
    {
        var report = NetworkProof.Of(Estate.Of(), depth)!;

        Assert.Equal((depth, sets), (report.Depth, (int)report.FailureSets));
        Assert.Equal(depth + 1, report.Pairs[0].Left.Count);
    }

    [Fact]
    public void Says_WhichLossLeavesTooLittle()
    {
        var finding = Assert.Single(NetworkFindings.Of(NetworkProof.Of(Estate.Of(mbps: 2600))));

        Assert.Equal("link-capacity", finding.Rule);
        Assert.Equal(
            "aws0 and gcp0 are not joined as they must be without connection aws0-gcp0-link-0: 2500 Mbit/s are left of the 2600 that must pass",
            finding.Message);
    }

    [Fact]
    public void Says_WhichPacketIsStopped_AndWhere() => Assert.Equal(
        "aws0 and gcp0 are not joined as they must be: 10.0.0.0 (aws0) to 10.128.0.0 (gcp0), tcp/15443: the firewall of gcp0-network does not let it in",
        Message(plan => plan.Where(resource => resource.Name != "aws0-gcp0-link-in")));

    [Fact]
    public void Says_WhichWayIsMissing_AfterWhichLosses() => Assert.Equal(
        "aws0 and gcp0 are not joined as they must be without tunnel aws0-gcp0-link-tunnel-1 and connection aws0-gcp0-link-1: "
        + "10.0.0.0 (aws0) to 10.128.0.0 (gcp0), tcp/15443: aws0-hub-mesh has no route to 10.128.0.0",
        Message(plan => plan.Select(resource => resource is { Name: "aws0-gcp0-link-tunnel-0", Type: "gcp:compute/routerPeer:RouterPeer" } ? resource.With("peerAsn", "64999") : resource)));

    [Fact]
    public void Says_ThatPacketsAreTooLarge()
    {
        var outputs = PlanBuilder.Map("""{ "links": { "link": { "sites": "aws0, gcp0", "demandedMbps": "500", "packetBytes": "1407" } } }""");
        var finding = Assert.Single(NetworkFindings.Of(NetworkProof.Of(Estate.Of() with { Outputs = outputs })));

        Assert.Equal(
            ("link-packet-size", "aws0 and gcp0 are not joined as they must be: packets of 1407 bytes do not fit into tunnels that carry 1406"),
            (finding.Rule, finding.Message));
    }

    [Fact]
    public void Demands_WhatIsJoined_WhereNobodySays() => Assert.Equal(
        4, NetworkProof.Of(Estate.Of(2, 2) with { Outputs = SortedMap<PlanValue>.Empty })!.Pairs.Count);

    [Fact]
    public void Proves_Nothing_WhereNothingIsJoined() => Assert.Null(NetworkProof.Of(Plans.Of(Plans.Vpc("a"))));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Refuses_AnotherDepth(int depth) => Assert.Throws<ArgumentOutOfRangeException>(() => NetworkProof.Of(Estate.Of(), depth));

    [Fact]
    public void Report_IsReadBack_AsItWasWritten()
    {
        var broken = Estate.Of(mbps: 2600);
        var plan = broken with { Network = NetworkProof.Of(broken) };

        Assert.Equal(plan, PlanReader.Read(PlanWriter.Write(plan)));
    }

    private static string Message(Func<IEnumerable<PlannedResource>, IEnumerable<PlannedResource>> change)
    {
        var good = Estate.Of();
        return Assert.Single(NetworkFindings.Of(NetworkProof.Of([.. change(good.Resources)], good.Outputs))).Message;
    }
}
