using System.Collections.Immutable;
using CrossCloudMesh.Links;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Projects;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Two sites that find one another's names, with the resolvers of both.</summary>
[Collection(Evaluations.Name)]
public sealed class PrivateDnsTests
{
    private const string Rule = "aws:route53/resolverRule:ResolverRule";
    private const string Zone = "gcp:dns/managedZone:ManagedZone";

    [Fact]
    public async Task Makes_EightResources()
    {
        var asked = await Harness.RunAsync((aws, gcp) => Make(aws, gcp));
        Assert.Equal(
            [
                "aws:ec2/route:Route 1",
                "aws:route53/resolverRule:ResolverRule 1",
                "aws:route53/resolverRuleAssociation:ResolverRuleAssociation 1",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule 2",
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule 2",
                "gcp:dns/managedZone:ManagedZone 1",
            ],
            new Asked([.. asked.Resources.Where(resource => resource.Name.StartsWith("east-dns", StringComparison.Ordinal))]).Counts());
    }

    [Fact]
    public async Task AsksGoogle_ForItsDomain_AtItsDoor()
    {
        var asked = await Harness.RunAsync((aws, gcp) => Make(aws, gcp));
        var rule = asked.One(Rule, "east-dns");
        Assert.Equal("FORWARD", rule.Input("ruleType"));
        Assert.Equal("gcp-east.mesh.example", rule.Input("domainName"));
        Assert.Contains(asked.One("gcp:dns/policy:Policy").Urn, rule.PropertyDependencies["targetIps"]!);
        Assert.Equal([asked.One("aws:route53/resolverEndpoint:ResolverEndpoint", "aws-names-outbound").Urn], rule.PropertyDependencies["resolverEndpointId"]!);
        Assert.EndsWith(", port: 53}]", rule.Input("targetIps"), StringComparison.Ordinal);

        var association = asked.One("aws:route53/resolverRuleAssociation:ResolverRuleAssociation");
        Assert.Equal([asked.One("aws:ec2/vpc:Vpc").Urn], association.PropertyDependencies["vpcId"]!);
    }

    [Fact]
    public async Task AsksAws_ForItsDomain_AtEachAddress_ByTheLink()
    {
        var asked = await Harness.RunAsync((aws, gcp) => Make(aws, gcp));
        var zone = asked.One(Zone, "east-dns");
        Assert.Equal("aws-east.mesh.example.", zone.Input("dnsName"));
        Assert.Equal("private", zone.Input("visibility"));
        var inbound = asked.One("aws:route53/resolverEndpoint:ResolverEndpoint", "aws-names-inbound");
        Assert.Contains(inbound.Urn, zone.PropertyDependencies["forwardingConfig"]!);
        Assert.Equal(2, zone.Items("forwardingConfig.targetNameServers").Count());
        Assert.All(zone.Items("forwardingConfig.targetNameServers"), server => Assert.Equal("private", zone.Text($"{server}.forwardingPath")));
    }

    [Fact]
    public async Task Opens_NothingButDns_ToNobodyElse()
    {
        var asked = await Harness.RunAsync((aws, gcp) => Make(aws, gcp));
        Assert.Equal(
            ["35.199.192.0/19 tcp 53 53", "35.199.192.0/19 udp 53 53"],
            asked.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Select(Shown).Order(StringComparer.Ordinal));

        var door = asked.One(Rule).Text("targetIps[0].ip");
        Assert.Equal(
            [$"{door}/32 tcp 53 53", $"{door}/32 udp 53 53"],
            asked.OfType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Select(Shown).Order(StringComparer.Ordinal));

        static string Shown(CrossCloudMesh.Plan.PlannedResource rule) =>
            $"{rule.Input("cidrIpv4")} {rule.Input("ipProtocol")} {rule.Input("fromPort")} {rule.Input("toPort")}";
    }

    [Fact]
    public async Task LeadsAnswers_Back_FromTheResolversTablesAlone()
    {
        var asked = await Harness.RunAsync((aws, gcp) => Make(aws, gcp));
        var route = asked.One("aws:ec2/route:Route", "east-dns-answers-intra-35.199.192.0-19");
        Assert.Equal("35.199.192.0/19", route.Input("destinationCidrBlock"));
        Assert.Equal("tgw-1", route.Input("transitGatewayId"));
        Assert.Equal("rtb-intra", route.Input("routeTableId"));
    }

    [Fact]
    public async Task LeadsNoName_InACircle()
    {
        var asked = await Harness.RunAsync((aws, gcp) => Make(aws, gcp));
        Assert.Empty(new LinkDnsLoop().Judge(new PlanIndex(asked.Resources)));
        Assert.Empty(new LinkDnsZones().Judge(new PlanIndex(asked.Resources)));
    }

    [Theory]
    [InlineData("mesh.example")]
    [InlineData("gcp-east.mesh.example")]
    [InlineData("aws-east.gcp-east.mesh.example")]
    public async Task Refuses_DomainsInOneAnother(string domain) => Assert.Contains(
        $"google.domain: must lie beside {domain}, or each end asks the other for ever; got gcp-east.mesh.example; choose another",
        await Harness.FailAsync((aws, gcp) => Make(aws, gcp, domain)),
        StringComparison.Ordinal);

    private static void Make(ComponentResourceOptions aws, ComponentResourceOptions gcp, string domain = "aws-east.mesh.example")
    {
        var vpc = new Vpc("vpc", new() { CidrBlock = "10.0.0.0/16" }, new() { Provider = aws.Provider });
        var subnets = new[] { "use1-az1", "use1-az2" }.ToImmutableSortedDictionary(zone => zone, zone => new Pulumi.Aws.Ec2.Subnet($"subnet-{zone}", new()
        {
            VpcId = vpc.Id,
            AvailabilityZoneId = zone,
        }, new() { Provider = aws.Provider }).Id, StringComparer.Ordinal);
        var network = new Network("network", new() { Name = "test-gcp-east" }, new() { Provider = gcp.Provider });
        var subnetwork = new Subnetwork("subnetwork", new() { Name = "test-gcp-east", Network = network.SelfLink }, new() { Provider = gcp.Provider });
        var api = new Service("dns", new() { ServiceName = "dns.googleapis.com" }, new() { Provider = gcp.Provider });
        var here = new AwsResolver("aws-names", new()
        {
            AccountId = "123456789012",
            Region = "us-east-1",
            PhysicalName = "test-aws-east",
            VpcId = vpc.Id,
            Domain = DomainName.Parse(domain)!.Value,
            Forwards = true,
            SubnetIds = subnets,
            LogRetentionDays = 90,
            Protect = true,
        }, aws);
        var there = new GoogleResolver("google-names", new()
        {
            Project = "acme-mesh",
            Region = "us-east4",
            PhysicalName = "test-gcp-east",
            NetworkSelfLink = network.SelfLink,
            SubnetSelfLink = subnetwork.SelfLink,
            Domain = DomainName.Parse("gcp-east.mesh.example")!.Value,
            DnsApi = api,
            Protect = true,
        }, gcp);
        _ = new PrivateDns("east-dns", new()
        {
            PhysicalName = "test-east",
            Aws = new()
            {
                Domain = DomainName.Parse(domain)!.Value,
                VpcId = vpc.Id,
                InboundAddresses = here.Doors!.InboundAddresses,
                InboundGroupId = here.Doors.InboundGroupId,
                OutboundEndpointId = here.Doors.OutboundEndpointId,
                OutboundGroupId = here.Doors.OutboundGroupId,
                TransitGatewayId = "tgw-1",
                Attached = vpc,
                RouteTableIds = ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal).Add("intra", Output.Create("rtb-intra")),
            },
            Google = new()
            {
                Domain = DomainName.Parse("gcp-east.mesh.example")!.Value,
                Project = "acme-mesh",
                NetworkSelfLink = network.SelfLink,
                EntryAddress = there.EntryAddress,
                DnsApi = api,
            },
        }, new() { Providers = { (ProviderResource)aws.Provider!, (ProviderResource)gcp.Provider! } });
    }
}
