using System.Text;
using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What the link of the shipped dev stack makes of both sites, and what each of its settings changes.</summary>
[Collection(Evaluations.Name)]
public sealed class LinkSettingsTests
{
    private const string Vpn = "aws:ec2/vpnConnection:VpnConnection";
    private const string Propagation = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";

    private const string Keys = "  cross-cloud-mesh:east-keys:";

    [Fact]
    public async Task EachSide_IsTold_WhatTheOtherHas_AndHasAWayBack()
    {
        var (plan, _) = await PlanAsync(Project.DevWithoutMesh);

        // AWS to Google: what Google announces, AWS routes to the hub, from nodes, pods and control plane alike.
        string[] announced = ["10.32.0.0/23", "10.64.0.0/17"];
        var router = plan.One("gcp:compute/router:Router", "gcp-east-routers");
        Assert.Equal("[{description: nodes, range: 10.32.0.0/23}, {description: pods, range: 10.64.0.0/17}]", router.Input("bgp>advertisedIpRanges"));
        var routes = plan.OfType("aws:ec2/route:Route").Where(route => route.Inputs["transitGatewayId"] is not null).ToList();
        Assert.Equal(announced, routes.Select(route => route.Input("destinationCidrBlock")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["aws-east-network-intra", "aws-east-network-private-use1-az1", "aws-east-network-private-use1-az2", "aws-east-network-private-use1-az4"],
            routes.Select(route => plan.Find(route.PropertyDependencies["routeTableId"]![0])!.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        // Google to AWS: the table of links knows the network, and nothing else.
        var links = plan.One("aws:ec2transitgateway/routeTable:RouteTable", "aws-east-links");
        var into = plan.OfType(Propagation).Where(each => each.PropertyDependencies["transitGatewayRouteTableId"]!.Contains(links.Urn)).ToList();
        Assert.Equal(["aws-east-links-network"], into.Select(each => each.Name));
        Assert.Equal("[10.0.0.0/16]", plan.One("gcp:compute/firewall:Firewall", "east-gcp-east-door").Input("sourceRanges"));
    }

    [Fact]
    public async Task TwoLinks_OfOneHub_ShareItsTable_AndNeitherLeadsToTheOther()
    {
        var (plan, _) = await PlanAsync(WithSecondLink());
        var table = plan.One("aws:ec2transitgateway/routeTable:RouteTable", "aws-east-links");
        Assert.Equal(4, plan.OfType(Vpn).Count());
        Assert.All(
            plan.OfType("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation").Where(each => each.Name.Contains("-link-", StringComparison.Ordinal)),
            each => Assert.Equal([table.Urn], each.PropertyDependencies["transitGatewayRouteTableId"]!));
        Assert.Equal(
            ["aws-east-links-network"],
            plan.OfType(Propagation).Where(each => each.PropertyDependencies["transitGatewayRouteTableId"]!.Contains(table.Urn)).Select(each => each.Name));
        Assert.Equal(8, plan.OfType("gcp:compute/vPNTunnel:VPNTunnel").Select(tunnel => tunnel.Input("sharedSecret")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task ASecondLink_TouchesNothingOfTheFirst()
    {
        var (before, _) = await PlanAsync(Project.DevWithoutMesh);
        var (after, _) = await PlanAsync(WithSecondLink());
        Assert.All(
            before.Resources.Where(old => old.Name.StartsWith("east-link", StringComparison.Ordinal) || old.Name.StartsWith("aws-east-hub", StringComparison.Ordinal)),
            old => Assert.Equal(old.Inputs, after.Find(old.Urn)!.Inputs));
    }

    [Fact]
    public async Task Pods_KeepTheirAddresses_OnTheWayToThePeer()
    {
        var (plan, _) = await PlanAsync(Project.DevWithoutMesh);
        Assert.Contains(
            "\"AWS_VPC_K8S_CNI_EXTERNALSNAT\":\"true\"",
            plan.One("aws:eks/addon:Addon", "aws-east-cluster-vpc-cni").Input("configurationValues"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStack_TellsWhatALinkMustCarry_AndCan() => Assert.Equal(
        """{ "east": { "demandedMbps": "500", "packetBytes": "1350", "pathMtuBytes": "1406", "primary": "haVpn", "sites": "aws-east, gcp-east", "tcpMssBytes": "1366" } }""",
        string.Join(' ', (await PlanAsync(Project.DevWithoutMesh)).Links.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("by: haVpn", "by: haVpn\n        cipher: aes256Cbc", "tunnel1Phase1EncryptionAlgorithms", "[AES256]")]
    [InlineData("by: haVpn", "by: haVpn\n        bandwidth: large", "tunnelBandwidth", "large")]
    [InlineData("{ by: plan, slot: 0 } # a place", "{ by: plan, slot: 7 } # a place", "tunnel1InsideCidr", "169.254.71.0/30")]
    [InlineData("{ by: plan, slot: 0 } # a place", "{ by: hand, tunnels: 169.254.10.0/28 } # a place", "tunnel2InsideCidr", "169.254.10.4/30")]
    public async Task EachSetting_ComesToTheTunnels(string typed, string instead, string input, string value) =>
        Assert.Equal(value, (await PlanAsync(Project.DevWith(typed, instead))).Plan.One(Vpn, "east-link-0").Input(input));

    [Fact]
    public async Task WithoutRouter_ASiteHasNothingForLinks()
    {
        var yaml = Project.DevWithoutLinks.Replace("      router:\n        asn: 64600 # unlike that of every hub\n", "");
        var (plan, links) = await PlanAsync(yaml);
        Assert.Empty(plan.OfType("gcp:compute/haVpnGateway:HaVpnGateway"));
        Assert.DoesNotContain(plan.Resources, resource => resource.Name == "aws-east-links");
        Assert.Equal("{}", links);
    }

    /// <summary>The dev stack with a second Google site, joined to the same hub.</summary>
    private static string WithSecondLink()
    {
        var start = Project.DevWithoutMesh.IndexOf("    gcp-east:\n", StringComparison.Ordinal);
        var end = Project.DevWithoutMesh.IndexOf("  # Before `pulumi destroy`", StringComparison.Ordinal);
        var west = Project.DevWithoutMesh[start..end].Replace("gcp-east", "gcp-west").Replace("us-east4", "us-west1").Replace("slot: 0 }", "slot: 1 }").Replace("asn: 64600", "asn: 64601");
        return Project.Replaced(
            Project.DevWithoutMesh[..end] + west + Project.DevWithoutMesh[end..],
            Keys,
            "    west:\n      sites: [gcp-west, aws-east]\n      primary: { by: haVpn, secret: west-keys, inside: { by: plan, slot: 1 } }\n"
            + "      demandedMbps: 100\n      packetBytes: 1350\n  cross-cloud-mesh:west-keys:\n    secure: AAAA\n" + Keys);
    }

    private static async Task<(Asked Plan, string Links)> PlanAsync(string stackYaml)
    {
        var file = Project.Read(stackYaml);
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(settled.Faults);
        var evaluation = await Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)));
        return (new Asked(evaluation.Resources), Encoding.UTF8.GetString(PlanWriter.Write(evaluation.Outputs["links"]!).Span));
    }
}
