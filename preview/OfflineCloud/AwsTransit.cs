namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Transit Gateway.</summary>
internal static class AwsTransit
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:ec2transitgateway/transitGateway:TransitGateway"] = TransitGateway;
        makers["aws:ec2transitgateway/routeTable:RouteTable"] = RouteTable;
        makers["aws:ec2transitgateway/route:Route"] = d => d.Id = $"{d.Text("transitGatewayRouteTableId")}_{d.Text("destinationCidrBlock")}";
        makers["aws:ec2transitgateway/vpcAttachment:VpcAttachment"] = VpcAttachment;
        makers["aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation"] = Pair;
        makers["aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation"] = Pair;
    }

    private static void TransitGateway(Draft d)
    {
        Aws.Ec2(d, "tgw", "transit-gateway");
        if (d.Text("defaultRouteTableAssociation") != "disable")
        {
            d["associationDefaultRouteTableId"] = Aws.Id("tgw-rtb", d.Id);
        }

        if (d.Text("defaultRouteTablePropagation") != "disable")
        {
            d["propagationDefaultRouteTableId"] = Aws.Id("tgw-rtb", d.Id);
        }
    }

    private static void RouteTable(Draft d)
    {
        Aws.Ec2(d, "tgw-rtb", "transit-gateway-route-table");
        d["defaultAssociationRouteTable"] = false;
        d["defaultPropagationRouteTable"] = false;
    }

    private static void VpcAttachment(Draft d)
    {
        Aws.Ec2(d, "tgw-attach", "transit-gateway-attachment");
        d["vpcOwnerId"] = d.Scope.Account;
    }

    private static void Pair(Draft d)
    {
        d.Id = $"{d.Text("transitGatewayRouteTableId")}_{d.Text("transitGatewayAttachmentId")}";
        d["resourceType"] = "vpc";
    }
}
