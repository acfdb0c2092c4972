namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>What lets two linked sites find one another's names, as the real components make it.</summary>
internal static class DnsEstate
{
    public const string Range = "35.199.192.0/19";

    public static void Join(PlanBuilder plan, AwsEstate aws, GoogleEstate google)
    {
        var vpc = Urn("aws:ec2/vpc:Vpc", $"{aws.Site}-network");
        string[] subnets = [.. new[] { "az1", "az2" }.Select(zone => Urn("aws:ec2/subnet:Subnet", $"{aws.Site}-network-intra-{zone}"))];
        plan.Add("aws:route53/zone:Zone", $"{aws.Site}-names", $$"""{ "name": "{{aws.Site}}.mesh.example" }""", ("vpcs", [vpc]));
        var inbound = plan.Add(
            "aws:route53/resolverEndpoint:ResolverEndpoint", $"{aws.Site}-names-inbound", """{ "direction": "INBOUND" }""", ("ipAddresses", subnets));
        var outbound = plan.Add(
            "aws:route53/resolverEndpoint:ResolverEndpoint", $"{aws.Site}-names-outbound", """{ "direction": "OUTBOUND" }""", ("ipAddresses", subnets));
        var policy = plan.Add("gcp:dns/policy:Policy", $"{google.Site}-names", """{ "enableInboundForwarding": true }""", ("networks", [google.Network]));
        plan.Add(
            "gcp:dns/managedZone:ManagedZone",
            $"{google.Site}-names",
            $$"""{ "dnsName": "{{google.Site}}.mesh.example.", "visibility": "private" }""",
            ("privateVisibilityConfig", [google.Network]));

        var name = $"{aws.Site}-{google.Site}-names";
        var rule = plan.Add(
            "aws:route53/resolverRule:ResolverRule",
            name,
            $$"""{ "domainName": "{{google.Site}}.mesh.example", "ruleType": "FORWARD" }""",
            ("resolverEndpointId", [outbound]),
            ("targetIps", [policy]));
        plan.Add("aws:route53/resolverRuleAssociation:ResolverRuleAssociation", name, "{}", ("resolverRuleId", [rule]), ("vpcId", [vpc]));
        plan.Add(
            "gcp:dns/managedZone:ManagedZone",
            name,
            $$"""{ "dnsName": "{{aws.Site}}.mesh.example.", "visibility": "private", "forwardingConfig": { "targetNameServers": [] } }""",
            ("privateVisibilityConfig", [google.Network]),
            ("forwardingConfig", [inbound]));
        plan.Add(
            "aws:ec2/route:Route",
            $"{name}-answers",
            $$"""{ "destinationCidrBlock": "{{Range}}", "transitGatewayId": "tgw" }""",
            ("routeTableId", [Urn("aws:ec2/routeTable:RouteTable", $"{aws.Site}-network-intra")]),
            ("transitGatewayId", [aws.Hub]));
    }

    private static string Urn(string type, string name) => $"urn:pulumi:test::mesh::{type}::{name}";
}
