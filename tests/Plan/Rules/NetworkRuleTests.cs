using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Networks;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Rules about networks, each seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class NetworkRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Gateway = "aws:ec2transitgateway/transitGateway:TransitGateway";
    private const string Subnetwork = "gcp:compute/subnetwork:Subnetwork";

    [Fact]
    public void DefaultProvider_Fails_When_NoProviderIsNamed() =>
        dev.Fails<DefaultProvider>(dev.Change(Vpc, vpc => vpc with { Provider = null }), "aws-east-network");

    [Fact]
    public void VpcFlowLogs_Fails_When_ThereIsNone() =>
        dev.Fails<VpcFlowLogs>(dev.Without("aws:ec2/flowLog:FlowLog"), "aws-east-network");

    [Fact]
    public void VpcFlowLogs_Fails_When_OnlyRejectedFlowsAreRecorded() =>
        dev.Fails<VpcFlowLogs>(dev.With("aws:ec2/flowLog:FlowLog", "trafficType", "\"REJECT\""), "aws-east-network-flow trafficType");

    [Fact]
    public void DefaultGroupClosed_Fails_When_NobodyTakesItOver() =>
        dev.Fails<DefaultGroupClosed>(dev.Without("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"), "aws-east-network");

    [Fact]
    public void DefaultGroupClosed_Fails_When_ItHasARule() => dev.Fails<DefaultGroupClosed>(
        dev.With("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "egress", """[{"protocol":"-1","fromPort":0,"toPort":0}]"""),
        "aws-east-network-closed egress");

    [Fact]
    public void SubnetPublicAddresses_Fails_When_ASubnetGivesThemOut() => dev.Fails<SubnetPublicAddresses>(
        dev.With(Subnet, "mapPublicIpOnLaunch", "true"), "aws-east-network-intra-use1-az1 mapPublicIpOnLaunch");

    [Theory]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", """{"cidrIpv4":"0.0.0.0/0","ipProtocol":"tcp","fromPort":22,"toPort":22}""", "cidrIpv4")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", """{"cidrIpv6":"::/0","ipProtocol":"-1"}""", "cidrIpv6")]
    [InlineData("aws:ec2/securityGroupRule:SecurityGroupRule", """{"type":"ingress","cidrBlocks":["10.0.0.0/8","0.0.0.0/0"],"protocol":"tcp","fromPort":3000,"toPort":4000}""", "cidrBlocks[1]")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", """{"ingress":[{"cidrBlocks":["0.0.0.0/0"],"protocol":"tcp","fromPort":80,"toPort":80}]}""", "ingress[0].cidrBlocks[0]")]
    public void OpenIngress_Fails_When_TheInternetIsLetIn(string type, string inputs, string path) =>
        dev.Fails<OpenIngress>(dev.Plus(Made(type, inputs)), "door " + path);

    [Theory]
    [InlineData("""{"cidrIpv4":"0.0.0.0/0","ipProtocol":"tcp","fromPort":443,"toPort":443}""")]
    [InlineData("""{"cidrIpv4":"10.0.0.0/8","ipProtocol":"tcp","fromPort":22,"toPort":22}""")]
    [InlineData("""{"cidrIpv4":"(unknown)","ipProtocol":"-1"}""")]
    public void OpenIngress_Allows_WhatIsNamedOrUnknown(string inputs) =>
        dev.Fails<OpenIngress>(dev.Plus(Made("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", inputs)));

    [Theory]
    [InlineData("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", """{"cidrIpv4":"0.0.0.0/0","ipProtocol":"-1"}""", "cidrIpv4")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", """{"egress":[{"cidrBlocks":["0.0.0.0/0"],"protocol":"-1","fromPort":0,"toPort":0}]}""", "egress[0].cidrBlocks[0]")]
    public void OpenEgress_Fails_When_EverythingIsLetOut(string type, string inputs, string path) =>
        dev.Fails<OpenEgress>(dev.Plus(Made(type, inputs)), "door " + path);

    [Theory]
    [InlineData("""[{"protocol":"tcp","ports":["22"]}]""")]
    [InlineData("""[{"protocol":"tcp","ports":["3000-4000"]}]""")]
    [InlineData("""[{"protocol":"all"}]""")]
    public void FirewallOpenIngress_Fails_When_TheInternetIsLetIn(string allows) => dev.Fails<FirewallOpenIngress>(
        dev.Plus(Opened(allows)), "door sourceRanges[0] allows[0]");

    [Theory]
    [InlineData("""[{"protocol":"tcp","ports":["443"]}]""")]
    [InlineData("""[{"protocol":"icmp"}]""")]
    public void FirewallOpenIngress_Allows_OtherPorts(string allows) => dev.Fails<FirewallOpenIngress>(dev.Plus(Opened(allows)));

    [Fact]
    public void AddressOverlap_Fails_When_TwoCloudsClaimTheSame() => dev.Fails<AddressOverlap>(
        dev.With(Subnetwork, "secondaryIpRanges[0].ipCidrRange", "\"10.0.64.0/18\""), "gcp-east-network secondaryIpRanges[0].ipCidrRange");

    [Fact]
    public void AddressOverlap_Fails_When_TwoSubnetsClaimTheSame() => dev.Fails<AddressOverlap>(
        dev.With(Subnet, "cidrBlock", "\"10.0.161.0/24\""), "aws-east-network-intra-use1-az2 cidrBlock");

    [Theory]
    [InlineData(Subnetwork, "secondaryIpRanges[0].ipCidrRange", "\"34.118.224.0/20\"", "gcp-east-network secondaryIpRanges[0].ipCidrRange")]
    [InlineData(Vpc, "cidrBlock", "\"172.16.0.0/15\"", "aws-east-network cidrBlock")]
    public void AddressReserved_Fails_When_SomebodyKeepsThem(string type, string path, string range, string found) =>
        dev.Fails<AddressReserved>(dev.With(type, path, range), found);

    [Fact]
    public void SubnetInsideVpc_Fails_When_ItLiesOutside() => dev.Fails<SubnetInsideVpc>(
        dev.With(Subnet, "cidrBlock", "\"10.9.0.0/24\""), "aws-east-network-intra-use1-az1 cidrBlock");

    [Fact]
    public void NodeZones_Fails_When_APoolStandsInOne() => dev.Fails<NodeZones>(
        DevPlan.Edited(dev.Plan, "aws:eks/nodeGroup:NodeGroup", group => group.Referring("subnetIds", dev.Subnet("aws-east-network-private-use1-az1").Urn)),
        "aws-east-cluster-general-az1 subnetIds");

    [Fact]
    public void NodeZones_Fails_When_AGoogleClusterStandsInOne() => dev.Fails<NodeZones>(
        dev.With("gcp:container/cluster:Cluster", "nodeLocations", "[\"us-east4-a\"]"), "gcp-east-cluster nodeLocations");

    [Fact]
    public void AttachmentZones_Fails_When_AZoneOfNodesIsMissing() => dev.Fails<AttachmentZones>(
        dev.Referring(
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment", "subnetIds", "aws-east-network-intra-use1-az1", "aws-east-network-intra-use1-az2"),
        "aws-east-hub-network subnetIds");

    [Fact]
    public void NatZones_Fails_When_OneZoneServesAll() => dev.Fails<NatZones>(
        dev.Change("aws:ec2/natGateway:NatGateway", nat => nat
            .With("availabilityMode", null)
            .With("subnetId", "\"subnet-1\"")
            .Referring("subnetId", dev.Subnet("aws-east-network-public-use1-az1").Urn)),
        "aws-east-network subnetId");

    [Theory]
    [InlineData("defaultRouteTableAssociation")]
    [InlineData("defaultRouteTablePropagation")]
    public void HubDefaultTables_Fails_When_OneIsLeftOn(string table) =>
        dev.Fails<HubDefaultTables>(dev.With(Gateway, table, null), $"aws-east-hub {table}");

    [Fact]
    public void HubAutoAccept_Fails_When_AnyoneMayAttach() => dev.Fails<HubAutoAccept>(
        dev.With(Gateway, "autoAcceptSharedAttachments", "\"enable\""), "aws-east-hub autoAcceptSharedAttachments");

    [Fact]
    public void HubFlowLogs_Fails_When_ThereIsNone() =>
        dev.Fails<HubFlowLogs>(dev.Without("aws:ec2/flowLog:FlowLog"), "aws-east-hub");

    [Fact]
    public void SubnetAcl_Fails_When_OneSubnetIsLeftOut() => dev.Fails<SubnetAcl>(
        dev.Change("aws:ec2/networkAclAssociation:NetworkAclAssociation", association => association.Referring("subnetId")), "aws-east-network-intra-use1-az1");

    [Fact]
    public void SubnetworkFlowLogs_Fails_When_ThereAreNone() =>
        dev.Fails<SubnetworkFlowLogs>(dev.With(Subnetwork, "logConfig", null), "gcp-east-network logConfig");

    [Fact]
    public void PrivateGoogleAccess_Fails_When_ItIsOff() => dev.Fails<PrivateGoogleAccess>(
        dev.With(Subnetwork, "privateIpGoogleAccess", "false"), "gcp-east-network privateIpGoogleAccess");

    [Fact]
    public void GoogleCustomNetwork_Fails_When_SubnetsMakeThemselves() => dev.Fails<GoogleCustomNetwork>(
        dev.With("gcp:compute/network:Network", "autoCreateSubnetworks", null), "gcp-east-network autoCreateSubnetworks");

    [Theory]
    [InlineData(5)]
    [InlineData(6, "address-1")]
    public void Quotas_Fails_When_ARegionHasTooManyAddresses(int count, params string[] found) =>
        dev.Fails<Quotas>(dev.Plus([.. Enumerable.Range(1, count).Select(each => dev.New("aws:ec2/eip:Eip", $"address-{each}"))]), found);

    [Fact]
    public void Quotas_Fails_When_ATableHasTooManyRoutes()
    {
        var table = dev.Plan.Resources.First(resource => resource.Type == "aws:ec2/routeTable:RouteTable");
        dev.Fails<Quotas>(
            dev.Plus([.. Enumerable.Range(1, 501).Select(each => dev.New("aws:ec2/route:Route", $"route-{each}").Referring("routeTableId", table.Urn))]),
            table.Name);
    }

    private PlannedResource Opened(string allows) =>
        dev.New("gcp:compute/firewall:Firewall", "door", ("sourceRanges", """["0.0.0.0/0"]"""), ("allows", allows));

    private PlannedResource Made(string type, string inputs)
    {
        var made = dev.New(type, "door");
        foreach (var each in System.Text.Json.JsonElement.Parse(inputs).EnumerateObject())
        {
            made = made.With(each.Name, each.Value.GetRawText());
        }

        return made;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    public void EndpointAcceptance_Fails_When_AnyoneIsLetIn(string? required)
    {
        var service = dev.New("aws:ec2/vpcEndpointService:VpcEndpointService", "aws-east-service").With("acceptanceRequired", required);

        dev.Fails<EndpointAcceptance>(dev.Plus(service), "aws-east-service acceptanceRequired");
        dev.Fails<EndpointAcceptance>(dev.Plus(service.With("acceptanceRequired", "true")));
    }
}
