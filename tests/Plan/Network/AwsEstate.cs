namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>A site on AWS: a VPC of two zones, a cluster with nodes in both, and a hub with a table for the site and one for its links.</summary>
internal sealed class AwsEstate
{
    public static readonly int[] Ports = [15021, 15443];

    private static readonly string[] Zones = ["az1", "az2"];

    public AwsEstate(PlanBuilder plan, int index)
    {
        (Site, Asn, Range) = ($"aws{index}", 64512 + index, $"10.{index}.0.0/16");
        var name = $"{Site}-network";
        var vpc = plan.Add("aws:ec2/vpc:Vpc", name, $$"""{ "cidrBlock": "{{Range}}" }""");
        Hub = plan.Add("aws:ec2transitgateway/transitGateway:TransitGateway", $"{Site}-hub", $$"""
            { "amazonSideAsn": {{Asn}}, "vpnEcmpSupport": "enable", "defaultRouteTableAssociation": "disable", "defaultRouteTablePropagation": "disable" }
            """);

        var nodes = Zones.Select((zone, number) => Subnet("private", zone, number * 32, 19)).ToArray();
        var doors = Zones.Select((zone, number) => Subnet("intra", zone, 160 + number, 24)).ToArray();
        Tables = [.. Zones.Select((zone, number) => Table($"private-{zone}", nodes[number])), Table("intra", doors)];
        List("private", nodes, $$"""
            { "ingress": [ {{Rule(100, "-1", Range, 0, 0)}}, {{Rule(200, "-1", "10.0.0.0/8", 0, 0)}} ], "egress": [ {{Rule(300, "-1", "0.0.0.0/0", 0, 0)}} ] }
            """);
        List("intra", doors, $$"""
            { "ingress": [ {{Rule(100, "-1", Range, 0, 0)}}, {{Rule(200, "tcp", "10.0.0.0/8", 443, 443)}} ],
              "egress": [ {{Rule(100, "-1", Range, 0, 0)}}, {{Rule(200, "tcp", "10.0.0.0/8", 1024, 65535)}} ] }
            """);

        Cluster = plan.Add("aws:eks/cluster:Cluster", $"{Site}-cluster", """{ "vpcConfig": {} }""", ("vpcConfig", doors));
        plan.Add("aws:eks/nodeGroup:NodeGroup", $"{Site}-cluster-general", "{}", ("clusterName", [Cluster]), ("subnetIds", nodes));

        Attachment = plan.Add(
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
            $"{Site}-hub-network",
            """{ "transitGatewayDefaultRouteTableAssociation": false, "transitGatewayDefaultRouteTablePropagation": false }""",
            ("transitGatewayId", [Hub]), ("vpcId", [vpc]), ("subnetIds", doors));
        SiteTable = plan.Add("aws:ec2transitgateway/routeTable:RouteTable", $"{Site}-hub-mesh", "{}", ("transitGatewayId", [Hub]));
        plan.Add("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", $"{Site}-hub-network", "{}", At(Attachment, SiteTable));
        Tell(plan, Attachment, SiteTable, $"{Site}-hub-network");
        LinkTable = Segment(plan, "links");

        string Subnet(string tier, string zone, int third, int length) => plan.Add("aws:ec2/subnet:Subnet", $"{name}-{tier}-{zone}", $$"""
            { "cidrBlock": "10.{{index}}.{{third}}.0/{{length}}", "availabilityZoneId": "{{zone}}" }
            """, ("vpcId", [vpc]));

        string Table(string tier, params string[] subnets)
        {
            var table = plan.Add("aws:ec2/routeTable:RouteTable", $"{name}-{tier}", "{}", ("vpcId", [vpc]));
            foreach (var subnet in subnets)
            {
                var part = subnet[(subnet.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
                plan.Add("aws:ec2/routeTableAssociation:RouteTableAssociation", part, "{}", ("routeTableId", [table]), ("subnetId", [subnet]));
            }

            return table;
        }

        void List(string tier, string[] subnets, string rules)
        {
            var list = plan.Add("aws:ec2/networkAcl:NetworkAcl", $"{name}-{tier}", rules, ("vpcId", [vpc]));
            for (var i = 0; i < subnets.Length; i++)
            {
                plan.Add("aws:ec2/networkAclAssociation:NetworkAclAssociation", $"{name}-{tier}-{i}", "{}", ("networkAclId", [list]), ("subnetId", [subnets[i]]));
            }
        }
    }

    public string Site { get; }

    public int Asn { get; }

    public string Range { get; }

    public string Hub { get; }

    public string Cluster { get; }

    /// <summary>The VPC at the hub.</summary>
    public string Attachment { get; }

    public string[] Tables { get; }

    public string SiteTable { get; }

    public string LinkTable { get; }

    /// <summary>Routes what comes from an attachment by one table, and tells its routes to others.</summary>
    public static void Attach(PlanBuilder plan, string attachment, string name, string table, string[] segments)
    {
        plan.Add("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", name, "{}", At(attachment, table));
        foreach (var segment in segments)
        {
            Tell(plan, attachment, segment, $"{name}-{segment[(segment.LastIndexOf('-') + 1)..]}");
        }
    }

    public static void Tell(PlanBuilder plan, string attachment, string table, string name) =>
        plan.Add("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation", name, "{}", At(attachment, table));

    /// <summary>Another table of the hub, which knows the site.</summary>
    public string Segment(PlanBuilder plan, string segment)
    {
        var table = plan.Add("aws:ec2transitgateway/routeTable:RouteTable", $"{Site}-hub-{segment}", "{}", ("transitGatewayId", [Hub]));
        Tell(plan, Attachment, table, $"{Site}-{segment}-network");
        return table;
    }

    public static (string Property, string[] Urns)[] At(string attachment, string table) =>
        [("transitGatewayAttachmentId", [attachment]), ("transitGatewayRouteTableId", [table])];

    private static string Rule(int number, string protocol, string range, int from, int to) => $$"""
        { "ruleNo": {{number}}, "action": "allow", "protocol": "{{protocol}}", "cidrBlock": "{{range}}", "fromPort": {{from}}, "toPort": {{to}} }
        """;
}
