namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>VPC and what lives in it.</summary>
internal static class AwsNetworks
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:ec2/vpc:Vpc"] = Vpc;
        makers["aws:ec2/subnet:Subnet"] = d => Aws.Ec2(d, "subnet", "subnet");
        makers["aws:ec2/internetGateway:InternetGateway"] = d => Aws.Ec2(d, "igw", "internet-gateway");
        makers["aws:ec2/natGateway:NatGateway"] = NatGateway;
        makers["aws:ec2/routeTable:RouteTable"] = d => Aws.Ec2(d, "rtb", "route-table");
        makers["aws:ec2/route:Route"] = Route;
        makers["aws:ec2/routeTableAssociation:RouteTableAssociation"] = d => d.Id = Aws.Id("rtbassoc", d.Urn);
        makers["aws:ec2/networkAcl:NetworkAcl"] = d => Aws.Ec2(d, "acl", "network-acl");
        makers["aws:ec2/networkAclAssociation:NetworkAclAssociation"] = d => d.Id = Aws.Id("aclassoc", d.Urn);
        makers["aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation"] = d => d.Id = Aws.Id("vpc-cidr-assoc", d.Urn);
        makers["aws:ec2/securityGroup:SecurityGroup"] = SecurityGroup;
        makers["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = DefaultSecurityGroup;
        makers["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = SecurityGroupRule;
        makers["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = SecurityGroupRule;
        makers["aws:ec2/flowLog:FlowLog"] = d => Aws.Ec2(d, "fl", "vpc-flow-log");
        makers["aws:ec2/vpcEndpoint:VpcEndpoint"] = VpcEndpoint;
        makers["aws:ec2/launchTemplate:LaunchTemplate"] = LaunchTemplate;
    }

    private static void Vpc(Draft d)
    {
        Aws.Ec2(d, "vpc", "vpc");
        d["defaultSecurityGroupId"] = DefaultGroupOf(d.Id);
        d["defaultNetworkAclId"] = Aws.Id("acl", d.Id);
        d["mainRouteTableId"] = Aws.Id("rtb", d.Id);
        d["defaultRouteTableId"] = Aws.Id("rtb", d.Id);
        d["dhcpOptionsId"] = Aws.Id("dopt", d.Scope.Account + Aws.Region(d));
    }

    private static void NatGateway(Draft d)
    {
        Aws.Ec2(d, "nat", "natgateway");
        if (d.Text("availabilityMode") == "regional")
        {
            d["routeTableId"] = Aws.Id("rtb", d.Id);
        }
        else
        {
            d["networkInterfaceId"] = Aws.Id("eni", d.Id);
            d["associationId"] = Aws.Id("eipassoc", d.Id);
            d["publicIp"] = Aws.PublicIp(d.Id);
        }
    }

    private static void Route(Draft d)
    {
        var destination = d.Text("destinationCidrBlock") ?? d.Text("destinationIpv6CidrBlock") ?? d.Text("destinationPrefixListId");
        d.Id = $"r-{d.Text("routeTableId")}{Digest.Digits(destination ?? d.Urn, 10)}";
        d["origin"] = "CreateRoute";
        d["state"] = "active";
    }

    private static void SecurityGroup(Draft d)
    {
        Aws.Ec2(d, "sg", "security-group");
        d.PhysicalName();
    }

    private static void DefaultSecurityGroup(Draft d)
    {
        Aws.Ec2(d, "sg", "security-group");
        d.Id = d.Text("vpcId") is { } vpc ? DefaultGroupOf(vpc) : d.Id;
        d["arn"] = Aws.Arn(d, "ec2", $"security-group/{d.Id}");
        d["name"] = "default";
        d["description"] = "default VPC security group";
    }

    private static void SecurityGroupRule(Draft d)
    {
        Aws.Ec2(d, "sgr", "security-group-rule");
        d["securityGroupRuleId"] = d.Id;
    }

    private static void VpcEndpoint(Draft d)
    {
        Aws.Ec2(d, "vpce", "vpc-endpoint");
        d["state"] = "available";
        if (d.Text("vpcEndpointType") == "Interface")
        {
            var service = d.Text("serviceName")?.Split('.') is { Length: > 0 } parts ? parts[^1] : "service";
            d["dnsEntries"] = Draft.List(Draft.Map(
                ("dnsName", $"{d.Id}-{Digest.Letters(d.Id, 8)}.{service}.{Aws.Region(d)}.vpce.amazonaws.com"),
                ("hostedZoneId", "Z" + Digest.Letters(d.Id, 13).ToUpperInvariant())));
        }
        else
        {
            d["prefixListId"] = "pl-" + Digest.Hex(d.Text("serviceName") ?? d.Urn, 8);
        }
    }

    private static void LaunchTemplate(Draft d)
    {
        Aws.Ec2(d, "lt", "launch-template");
        d.PhysicalName();
        d["latestVersion"] = 1.0;
        d["defaultVersion"] = 1.0;
    }

    private static string DefaultGroupOf(string vpc) => Aws.Id("sg", vpc);
}
