using System.Collections.Immutable;
using CrossCloudMesh.Links;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

public sealed class InterconnectRulesTests
{
    [Theory]
    [InlineData("us-east-1", "us-east4", null)]
    [InlineData(
        "us-east-1",
        "europe-west3",
        "links.us.sites: must lead from us-east-1 to us-east4, the one region of Google Cloud that it is paired with; got us-east-1 and europe-west3; choose sites in a pair of regions, or join them by a VPN")]
    [InlineData(
        "us-east-2",
        "us-east4",
        "links.us.sites: must begin in a region of AWS that has an interconnect: ap-southeast-1, eu-central-1, eu-west-2, us-east-1, us-west-1, us-west-2; got us-east-2 and us-east4; choose sites in a pair of regions, or join them by a VPN")]
    public void Regions_AreAPair(string aws, string google, string? fault) =>
        Assert.Equal(fault, InterconnectRules.Regions("links.us.sites", aws, google)?.ToString());

    [Theory]
    [InlineData(1000, null)]
    [InlineData(100_000, null)]
    [InlineData(2000, "links.us.primary.bandwidthMbps: must be one that both clouds sell: 1000, 5000, 10000, 100000 Mbit/s; got 2000; choose the next larger one")]
    public void Bandwidth_IsSold(int mbps, string? fault) =>
        Assert.Equal(fault, InterconnectRules.Bandwidth("links.us.primary.bandwidthMbps", mbps)?.ToString());

    [Theory]
    [InlineData(64513, null)]
    [InlineData(65534, null)]
    [InlineData(64512, "links.us.primary.gatewayAsn: must differ from that of the hub, or AWS refuses to join the two; got 64512; choose another")]
    [InlineData(16550, "links.us.primary.gatewayAsn: must be a private AS number from 64512 to 65534; got 16550")]
    [InlineData(65535, "links.us.primary.gatewayAsn: must be a private AS number from 64512 to 65534; got 65535")]
    public void GatewayNumber_IsPrivate_AndNotTheHubs(int asn, string? fault) =>
        Assert.Equal(fault, InterconnectRules.GatewayNumber("links.us.primary.gatewayAsn", asn, hubAsn: 64512)?.ToString());

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "aws.ranges: must be at most 100 ranges: AWS announces both halves of each, and at most 200 prefixes for a hub; got 101; use fewer, larger ranges")]
    public void AwsRanges_FitIntoWhatAnAssociationNames(int count, string? fault) =>
        Assert.Equal(fault, InterconnectRules.AwsRanges("aws.ranges", Ranges(count))?.ToString());

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1001, "google.ranges: must be at most 1000 ranges, which is what AWS takes from Google; got 1001; use fewer, larger ranges")]
    public void GoogleRanges_FitIntoWhatAwsTakes(int count, string? fault) =>
        Assert.Equal(fault, InterconnectRules.GoogleRanges("google.ranges", Ranges(count))?.ToString());

    [Theory]
    [InlineData(1460, 1460, null)]
    [InlineData(
        1461,
        1460,
        "links.us.packetBytes: must be at most 1460, which is what hub, transport and the network on Google Cloud all carry uncut; got 1461; send smaller packets: larger ones are lost without a word")]
    [InlineData(
        8501,
        8896,
        "links.us.packetBytes: must be at most 8500, which is what hub, transport and the network on Google Cloud all carry uncut; got 8501; send smaller packets: larger ones are lost without a word")]
    public void Packets_PassUncut(int packetBytes, int networkMtuBytes, string? fault) =>
        Assert.Equal(fault, InterconnectRules.Packets("links.us.packetBytes", packetBytes, networkMtuBytes)?.ToString());

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1001, "links.us.demandedMbps: must be at most 1000, the bandwidth of the interconnect; got 1001; demand less, or order more")]
    public void Demand_FitsIntoTheBandwidth(int demanded, string? fault) =>
        Assert.Equal(fault, InterconnectRules.Demand("links.us.demandedMbps", demanded, 1000)?.ToString());

    [Theory]
    [InlineData(null, null)]
    [InlineData(
        "links.a",
        "links.b.primary.by: must be the only managed interconnect that ends in us-east4, where a project has 1, and links.a is one; got us-east4; join the second pair of sites by a VPN")]
    public void Project_HasOneTransport_InARegion(string? earlier, string? fault) =>
        Assert.Equal(fault, InterconnectRules.OneTransport("links.b.primary.by", earlier, "us-east4")?.ToString());

    private static ImmutableArray<Cidr> Ranges(int count) =>
        [.. Enumerable.Range(0, count).Select(index => Cidr.Parse("10.0.0.0/8")!.Value.Part(24, index))];
}
