using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Rules about who reaches whom over a hub and its links, and by how many routes, each seen failing with one thing broken.</summary>
public class LinkReachRuleTests
{
    private const string Association = "aws:directconnect/gatewayAssociation:GatewayAssociation";
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Firewall = "gcp:compute/firewall:Firewall";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Network = "gcp:compute/network:Network";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Propagation = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";
    private const string Router = "gcp:compute/router:Router";
    private const string Table = "aws:ec2transitgateway/routeTable:RouteTable";
    private const string Transport = "gcp:networkconnectivity/transport:Transport";
    private const string VpcAttachment = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";

    private static readonly PlanDocument Vpn = LinkPlans.Joined("haVpn", backup: null);
    private static readonly PlanDocument Managed = LinkPlans.Joined("managedInterconnect");
    private static readonly PlanDocument Dedicated = LinkPlans.Joined("crossCloudInterconnect");
    private static readonly PlanDocument Peered = LinkPlans.Of(new Shape { Aws = 2, Links = [new(0, 0, "haVpn", null)], Peerings = [(0, 1)] });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rules_FindNothing_BesideADataCentre(bool passes) => Assert.Empty(LinkPlans.All(LinkPlans.WithCentre(passes)).Select(LinkPlans.Told));

    [Fact]
    public void Rules_FindNothing_InAPeering() => Assert.Empty(LinkPlans.All(Peered).Select(LinkPlans.Told));

    [Theory]
    [InlineData("cidrIpv4", "0.0.0.0/0", "15443: lets in 0.0.0.0/0, which holds 10.128.0.0/20 beyond a link and addresses of nobody")]
    [InlineData("cidrIpv4", "10.0.0.0/8", "15443: lets in 10.0.0.0/8, which holds 10.128.0.0/20 beyond a link and addresses of nobody")]
    [InlineData("ipProtocol", "-1", "15443: lets in 10.128.0.0/20, which is beyond a link, at every port")]
    [InlineData("cidrIpv4", "10.0.0.0/16")]
    [InlineData("cidrIpv4", "10.128.0.0/24")]
    [InlineData("cidrIpv4", "192.0.2.0/24")]
    [InlineData("cidrIpv4", "(unknown)")]
    public void LinkExposure_Fails_When_AGroupLetsInMore(string path, string value, params string[] expected) => Assert.Equal(
        expected.Select(each => "aws0-gcp0-link-aws0-" + each.Replace("15443:", "15443-10.128.0.0/20:", StringComparison.Ordinal)),
        LinkPlans.Found<LinkExposure>(LinkPlans.Set(Vpn, Ingress, "15443-10.128.0.0/20", path, $"\"{value}\"")));

    [Theory]
    [InlineData("tcp", 0, 65535, "lets in 10.128.0.0/20, which is beyond a link, at every port")]
    [InlineData("icmp", -1, -1, null)]
    [InlineData("udp", 53, 53, null)]
    public void LinkExposure_Fails_When_NoPortIsNamed(string protocol, int from, int to, string? expected)
    {
        var plan = LinkPlans.Plus(Vpn, plan => plan.Add(Ingress, "door", $$"""
            { "cidrIpv4": "10.128.0.0/20", "ipProtocol": "{{protocol}}", "fromPort": {{from}}, "toPort": {{to}} }
            """, ("securityGroupId", [LinkPlans.Urn(Vpn, "aws:eks/cluster:Cluster", "")])));
        Assert.Equal(expected is null ? [] : [$"door: {expected}"], LinkPlans.Found<LinkExposure>(plan));
    }

    [Fact]
    public void LinkExposure_Fails_When_AGroupOfMachinesLetsInMore()
    {
        var plan = LinkPlans.Plus(Vpn, plan =>
        {
            var worn = plan.Add("aws:ec2/securityGroup:SecurityGroup", "worn", """{ "ingress": [{ "protocol": "-1", "cidrBlocks": ["10.128.64.0/18"], "fromPort": 0, "toPort": 0 }] }""");
            plan.Add("aws:ec2/securityGroup:SecurityGroup", "of-an-endpoint", """{ "ingress": [{ "protocol": "-1", "cidrBlocks": ["10.0.0.0/8"], "fromPort": 0, "toPort": 0 }] }""");
            plan.Add("aws:ec2/launchTemplate:LaunchTemplate", "nodes", "{}", ("vpcSecurityGroupIds", [worn]));
        });
        Assert.Equal(["worn: lets in 10.128.64.0/18, which is beyond a link, at every port"], LinkPlans.Found<LinkExposure>(plan));
    }

    [Theory]
    [InlineData("sourceRanges[0]", "\"10.0.0.0/8\"", "lets in 10.0.0.0/8, which holds 10.0.0.0/16 beyond a link and addresses of nobody")]
    [InlineData("sourceRanges", null, "lets in 0.0.0.0/0, which holds 10.0.0.0/16 beyond a link and addresses of nobody")]
    [InlineData("allows[0].protocol", "\"all\"", "lets in 10.0.0.0/16, which is beyond a link, at every port")]
    [InlineData("allows[0].ports", "[]", "lets in 10.0.0.0/16, which is beyond a link, at every port of tcp")]
    [InlineData("allows[0].ports", "\"(unknown)\"", null)]
    [InlineData("disabled", "true", null)]
    public void LinkExposure_Fails_When_GooglesFirewallLetsInMore(string path, string? value, string? expected) => Assert.Equal(
        expected is null ? [] : [$"aws0-gcp0-link-10.0.0.0/16-in: {expected}"],
        LinkPlans.Found<LinkExposure>(LinkPlans.Set(Vpn, Firewall, "-in", path, value)));

    [Fact]
    public void LinkSegmentation_Fails_When_NobodyDeclaredTheWay()
    {
        var plan = LinkPlans.WithCentre(passes: true) with { Outputs = Vpn.Outputs };
        Assert.Equal(
            [
                "aws0-gcp0-link-0: is known to aws0-hub-dc0, by which the data centre of dc0-link-0 is routed",
                "aws0-gcp0-link-1: is known to aws0-hub-dc0, by which the data centre of dc0-link-0 is routed",
                "dc0-link-0: is known to aws0-hub-links0, by which a link aws0-gcp0-link-0 is routed",
                "dc0-link-1: is known to aws0-hub-links0, by which a link aws0-gcp0-link-0 is routed",
            ],
            LinkPlans.Found<LinkSegmentation>(plan));
    }

    [Fact]
    public void LinkSegmentation_Fails_When_ADataCentreLearnsOfALink()
    {
        var centre = LinkPlans.WithCentre(passes: false);
        var plan = LinkPlans.Plus(centre, plan => AwsEstate.Tell(
            plan, LinkPlans.Urn(centre, Connection, "gcp0-link-0"), LinkPlans.Urn(centre, Table, "-dc0"), "astray"));
        Assert.Equal(["aws0-gcp0-link-0: is known to aws0-hub-dc0, by which the data centre of dc0-link-0 is routed"], LinkPlans.Found<LinkSegmentation>(plan));
    }

    [Fact]
    public void LinkSegmentation_Fails_When_APeeringLearnsOfALink()
    {
        var plan = LinkPlans.Plus(Peered, plan => AwsEstate.Tell(
            plan, LinkPlans.Urn(Peered, Connection, "gcp0-link-0"), LinkPlans.Urn(Peered, Table, "aws0-hub-links"), "astray"));
        Assert.Equal(["aws0-gcp0-link-0: is known to aws0-hub-links, by which the peering aws0-aws1-link is routed"], LinkPlans.Found<LinkSegmentation>(plan));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LinkSegmentation_Fails_When_OneSegmentKnowsAnother(bool isKnown)
    {
        var plan = LinkPlans.Plus(Vpn, plan =>
        {
            var hub = LinkPlans.Urn(Vpn, "aws:ec2transitgateway/transitGateway:TransitGateway", "");
            var vpc = plan.Add("aws:ec2/vpc:Vpc", "test", """{ "cidrBlock": "10.9.0.0/16" }""");
            var attachment = plan.Add(VpcAttachment, "test", "{}", ("transitGatewayId", [hub]), ("vpcId", [vpc]));
            var segment = plan.Add(Table, "aws0-hub-test", "{}", ("transitGatewayId", [hub]));
            AwsEstate.Attach(plan, attachment, "test", segment, [segment, LinkPlans.Urn(Vpn, Table, "links"), .. isKnown ? [LinkPlans.Urn(Vpn, Table, "mesh")] : Array.Empty<string>()]);
        });
        Assert.Equal(isKnown ? ["test: is known to aws0-hub-mesh, the table of another segment"] : [], LinkPlans.Found<LinkSegmentation>(plan));
    }

    [Fact]
    public void LinkOverlap_Fails_When_TheOtherSideHasIt()
    {
        Assert.Equal(
            ["aws0-gcp0-link: announces 10.0.64.0/18 to aws0-network, which has it in 10.0.0.0/16 itself"],
            LinkPlans.Found<LinkOverlap>(LinkPlans.Set(Managed, Transport, "", "advertisedRoutes[1]", "\"10.0.64.0/18\"")));
        Assert.Equal(
            ["aws0-gcp0-link: announces 10.128.0.0/24 to gcp0-network, which has it in 10.128.0.0/20 itself"],
            LinkPlans.Found<LinkOverlap>(LinkPlans.Set(Managed, Association, "", "allowedPrefixes[1]", "\"10.128.0.0/24\"")));
    }

    [Theory]
    [InlineData("172.17.0.0/16", true)]
    [InlineData("172.16.0.0/15", true)]
    [InlineData("35.199.192.0/19", false)]
    [InlineData("10.128.0.0/9", false)]
    public void LinkOverlap_Fails_When_SomebodyKeepsIt(string range, bool fails)
    {
        var found = LinkPlans.Found<LinkOverlap>(LinkPlans.Set(Managed, Transport, "", "advertisedRoutes[1]", $"\"{range}\"")).ToList();
        Assert.Equal(
            fails ? [$"aws0-gcp0-link: announces {range}, of which 172.17.0.0/16 is kept for Docker on EKS nodes: pods there find no route to such an address"] : [], found);
    }

    [Fact]
    public void LinkLearnedRoutes_Fails_When_GoogleDropsSome()
    {
        var ranges = Enumerable.Range(0, 252).Select(n => $"\"10.0.{n}.0/24\"").Append("\"10.0.0.0/16\"");
        Assert.Equal(
            ["gcp0-network: learns 253 prefixes in us-east4, of which Google keeps 250 and drops 10.0.249.0/24, 10.0.250.0/24, 10.0.251.0/24"],
            LinkPlans.Found<LinkLearnedRoutes>(LinkPlans.Set(Dedicated, Association, "", "allowedPrefixes", $"[{string.Join(',', ranges)}]")));
    }

    [Fact]
    public void LinkLearnedRoutes_Fails_When_OtherRegionsLearnTooMuch()
    {
        var plan = LinkPlans.Plus(Vpn, plan =>
        {
            foreach (var (region, count, second) in new[] { ("us-west1", 200, 20), ("us-west2", 60, 21) })
            {
                var ranges = Enumerable.Range(0, count).Select(n => $$"""{ "range": "10.{{second}}.{{n}}.0/24" }""");
                var router = plan.Add(Router, region, $$"""{ "region": "{{region}}" }""", ("network", [LinkPlans.Urn(Vpn, Network, "")]));
                plan.Add(Peer, region, $$"""{ "customLearnedIpRanges": [{{string.Join(',', ranges)}}] }""", ("router", [router]));
            }
        });
        Assert.Equal(
            ["gcp0-network: learns 260 prefixes outside us-east4, of which Google keeps 250 and drops 10.21.50.0/24, 10.21.51.0/24, 10.21.52.0/24, 10.21.53.0/24, 10.21.54.0/24 and 5 more"],
            LinkPlans.Found<LinkLearnedRoutes>(plan));
    }

    [Fact]
    public void LinkPrefixCount_Fails_When_AVirtualInterfaceTakesLess()
    {
        var ranges = string.Join(',', Enumerable.Range(0, 101).Select(n => $$"""{ "range": "10.128.{{n}}.0/24" }"""));
        var plan = LinkPlans.Set(Dedicated, Router, "link-us-east4", "bgp.advertisedIpRanges", $"[{ranges}]");
        var told = new[] { 0, 1 }.Select(n => $"aws0-gcp0-link-{n}: announces 101 prefixes, of which AWS takes 100").ToArray();
        Assert.Equal(told, LinkPlans.Found<LinkPrefixCount>(plan));
        Assert.Equal(told[1..], LinkPlans.Found<LinkPrefixCount>(Allocated(plan, 101)));
        Assert.Equal(["aws0-gcp0-link-0: asks for 1001 prefixes, of which AWS grants 1000"], LinkPlans.Found<LinkPrefixCount>(Allocated(Dedicated, 1001)));

        static PlanDocument Allocated(PlanDocument plan, int count) => LinkPlans.Set(
            plan, "aws:directconnect/transitVirtualInterface:TransitVirtualInterface", "-0", "prefixPoolAllocatedCountIpv4", $"{count}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5, "gcp0-network: has 6 routers in one region (us-east4), of which there may be 5")]
    public void LinkLimits_Fails_When_ARegionHasTooManyRouters(int more, params string[] expected) => Assert.Equal(
        expected,
        LinkPlans.Found<LinkLimits>(LinkPlans.Plus(Vpn, plan =>
        {
            foreach (var number in Enumerable.Range(0, more))
            {
                plan.Add(Router, $"more-{number}", """{ "region": "us-east4" }""", ("network", [LinkPlans.Urn(Vpn, Network, "")]));
            }
        })));
}
