using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class GcpNetworkTests
{
    [Fact]
    public async Task Makes_SixResources() => Assert.Equal(
        [
            "gcp:compute/firewall:Firewall 2",
            "gcp:compute/network:Network 1",
            "gcp:compute/router:Router 1",
            "gcp:compute/routerNat:RouterNat 1",
            "gcp:compute/subnetwork:Subnetwork 1",
            "gcp:projects/service:Service 1",
        ],
        (await RunAsync()).Counts());

    [Fact]
    public async Task NamesTheRanges_ThatClustersUse()
    {
        var subnet = (await RunAsync()).One("gcp:compute/subnetwork:Subnetwork");
        Assert.Equal("10.32.0.0/20", subnet.Input("ipCidrRange"));
        Assert.Equal(
            "[{ipCidrRange: 10.33.0.0/17, rangeName: pods}, {ipCidrRange: 10.32.16.0/20, rangeName: services}]",
            subnet.Input("secondaryIpRanges"));
        Assert.Equal("true", subnet.Input("privateIpGoogleAccess"));
    }

    [Fact]
    public async Task DeniesAndLogs_WhatNoOtherRuleAdmits()
    {
        var deny = (await RunAsync()).One("gcp:compute/firewall:Firewall", "east-deny");
        Assert.Equal("[{protocol: all}]", deny.Input("denies"));
        Assert.Equal("65534", deny.Input("priority"));
        Assert.Equal("{metadata: INCLUDE_ALL_METADATA}", deny.Input("logConfig"));
    }

    [Fact]
    public async Task LetsNodesAndPods_Out()
    {
        var subnets = (await RunAsync()).One("gcp:compute/routerNat:RouterNat").Input("subnetworks");
        Assert.Contains("secondaryIpRangeNames: [pods]", subnets, StringComparison.Ordinal);
        Assert.Contains("sourceIpRangesToNats: [PRIMARY_IP_RANGE, LIST_OF_SECONDARY_IP_RANGES]", subnets, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitsForItsApi_AndForNothingElse()
    {
        var asked = await RunAsync();
        Assert.Equal(["Service"], asked.TypesBefore(asked.One("gcp:compute/network:Network")));
    }

    private static Task<Asked> RunAsync() => Harness.RunAsync((aws, gcp) =>
    {
        var apis = new GoogleApis("apis", new()
        {
            Project = "acme-mesh",
            Apis = ImmutableSortedSet.Create(StringComparer.Ordinal, GkeFacts.ComputeApi),
        }, gcp);
        _ = new GcpNetwork("east", new()
        {
            Project = "acme-mesh",
            Region = "us-east4",
            PhysicalName = "test-east",
            Nodes = Cidr.Parse("10.32.0.0/20")!.Value,
            Pods = Cidr.Parse("10.33.0.0/17")!.Value,
            Services = Cidr.Parse("10.32.16.0/20")!.Value,
            Api = apis.Enabled(GkeFacts.ComputeApi),
            Protect = true,
        }, gcp);
    });
}
