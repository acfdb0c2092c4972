using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;
using CrossCloudMesh.Tests.Plan.Network.Estates;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>What takes over after which loss, with how much, and from when on.</summary>
public class FailoverTests
{
    private const string Link = "aws0-gcp0-link";

    private static readonly PlanDocument Managed = new Shape { Links = [new(0, 0, "managedInterconnect")] }.Plan();
    private static readonly PlanDocument Direct = new Shape { Links = [new(0, 0, "crossCloudInterconnect")] }.Plan();

    [Fact]
    public void LossesOfOneEffect_AreOneRow()
    {
        var pair = Estate.Of().Pair();

        Assert.Equal("4 haVpn", pair.Usual);
        Assert.Equal([("3 haVpn", 3750, 60, 4), ("2 haVpn", 2500, 60, 8)], pair.Failover.Select(row => (row.After, row.Mbps, row.Seconds!.Value, row.Failures.Count)));
    }

    [Fact]
    public void WhatNobodyPublishes_IsNotGuessed()
    {
        var rows = Managed.Pair().Failover;

        Assert.Equal(
            [("1 managedInterconnect", 1000, (int?)0), ("4 haVpn", 5000, null)],
            rows.Select(row => (row.After, row.Mbps, row.Seconds)));
        Assert.Equal([$"transport {Link}", "Direct Connect at aws0-hub"], rows[1].Failures);
        Assert.Equal("neither cloud says how soon it notices the loss of an interconnect that it runs", rows[1].Why);
    }

    [Fact]
    public void WithoutAWayLeft_NothingTakesOver()
    {
        var alone = new Shape { Links = [new(0, 0, "crossCloudInterconnect", Backup: null)] }.Plan().Pair();

        Assert.Equal(
            ("nothing", 0, (int?)null, "nothing is left to take over"),
            alone.Failover.Single(row => row.Failures.Contains("metro iad")) is var row ? (row.After, row.Mbps, row.Seconds, row.Why!) : default);
    }

    [Theory]
    [InlineData("""{ "sessionInitializationMode": "ACTIVE", "minTransmitInterval": 1000, "minReceiveInterval": 1000, "multiplier": 5 }""", 5)]
    [InlineData("""{ "sessionInitializationMode": "ACTIVE", "minTransmitInterval": 3000, "minReceiveInterval": 1000, "multiplier": 5 }""", 9)]
    [InlineData("""{ "sessionInitializationMode": "ACTIVE" }""", 5)]
    [InlineData("""{ "sessionInitializationMode": "DISABLED" }""", 60)]
    public void Bfd_SaysHowSoonAVlanIsMissed(string bfd, int seconds)
    {
        var plan = Direct.With("RouterPeer", $"{Link}-0", "bfd", bfd).With("RouterPeer", $"{Link}-1", "bfd", bfd);

        Assert.Equal(seconds, plan.Pair().Failover.Single(row => row.Failures.Contains("metro iad")).Seconds);
    }

    [Fact]
    public void WithoutBfd_TheKeepaliveDecides()
    {
        var plan = Direct.With("RouterPeer", $"{Link}-0", "bfd", "{}").With("Router", $"{Link}-us-east4", "bgp.keepaliveInterval", "40");

        Assert.Equal(90, plan.Pair().Failover.First(row => row.Failures.Contains($"attachment {Link}-0")).Seconds);
    }

    [Fact]
    public void TheTable_IsInTheProof_AndInItsJson()
    {
        var page = string.Join(' ', Encoding.UTF8.GetString(ProofPage.Render(Managed.Stack, NetworkProof.Of(Managed), new(Detail.Full, IsColored: false, IsUnicode: true)).Span)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var plan = Managed with { Network = NetworkProof.Of(Managed) };

        Assert.Contains("by: 1 of 1 managedInterconnect with 1460 bytes, 4 of 4 haVpn with 1406 bytes", page, StringComparison.Ordinal);
        Assert.Contains("carried by 1 managedInterconnect Mbit/s within by, after the loss of", page, StringComparison.Ordinal);
        Assert.Contains("5000 ? 4 haVpn transport aws0-gcp0-link, Direct Connect at aws0-hub: neither cloud says", page, StringComparison.Ordinal);
        Assert.Equal(plan, PlanReader.Read(PlanWriter.Write(plan)));
    }
}
