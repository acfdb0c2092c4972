using System.Collections.Immutable;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What the hubs of both clouds hold ready for links.</summary>
[Collection(Evaluations.Name)]
public sealed class CloudRoutersTests
{
    [Fact]
    public async Task Makes_ARouter_AndAGateway_WhichAreKept()
    {
        var asked = await Harness.RunAsync((aws, gcp) => _ = new CloudRouters("routers", Args(), gcp));
        Assert.Equal(["gcp:compute/haVpnGateway:HaVpnGateway 1", "gcp:compute/router:Router 1"], asked.Counts());
        Assert.All(asked.Resources.Where(resource => resource is { IsCustom: true, IsProvider: false }), resource => Assert.True(resource.Options.Protect));
    }

    [Fact]
    public async Task Announces_WhatIsStated_AndNothingElse()
    {
        var router = (await Harness.RunAsync((aws, gcp) => _ = new CloudRouters("routers", Args(), gcp))).One("gcp:compute/router:Router");
        Assert.Equal("CUSTOM", router.Input("bgp>advertiseMode"));
        Assert.Equal("absent", router.Input("bgp>advertisedGroups"));
        Assert.Equal("[{description: nodes, range: 10.32.0.0/23}, {description: pods, range: 10.64.0.0/17}]", router.Input("bgp>advertisedIpRanges"));
        Assert.Equal("64600", router.Input("bgp>asn"));
    }

    [Fact]
    public async Task Refuses_ToAnnounceNothing() => Assert.Contains(
        "announced: must hold at least one range; got none; name what peers may reach",
        await Harness.FailAsync((aws, gcp) => _ = new CloudRouters("routers", Args() with { Announced = ImmutableSortedDictionary<string, Cidr>.Empty }, gcp)),
        StringComparison.Ordinal);

    [Fact]
    public async Task LinkSegment_KnowsTheNetworksOfItsHub_AndNothingElse()
    {
        var asked = await Harness.RunAsync((aws, gcp) => _ = new LinkSegment("links", new()
        {
            PhysicalName = "test-east",
            TransitGatewayId = "tgw-1",
            AttachmentIds = ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal)
                .Add("network", Output.Create("tgw-attach-1")),
        }, aws));
        Assert.Equal(
            ["aws:ec2transitgateway/routeTable:RouteTable 1", "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 1"],
            asked.Counts());
        var propagation = asked.One("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation", "links-network");
        Assert.Equal("tgw-attach-1", propagation.Input("transitGatewayAttachmentId"));
        Assert.Equal([asked.One("aws:ec2transitgateway/routeTable:RouteTable").Urn], propagation.PropertyDependencies["transitGatewayRouteTableId"]!);
    }

    private static CloudRoutersArgs Args() => new()
    {
        Project = "acme-mesh",
        Region = "us-east4",
        PhysicalName = "test-gcp-east",
        NetworkSelfLink = "network",
        Asn = 64600,
        Announced = ImmutableSortedDictionary.Create<string, Cidr>(StringComparer.Ordinal)
            .Add("nodes", Cidr.Parse("10.32.0.0/23")!.Value)
            .Add("pods", Cidr.Parse("10.64.0.0/17")!.Value),
        Protect = true,
    };
}
