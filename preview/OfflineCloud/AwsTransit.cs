using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Transit Gateway and site-to-site VPN.</summary>
internal static class AwsTransit
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:ec2transitgateway/transitGateway:TransitGateway"] = TransitGateway;
        makers["aws:ec2transitgateway/routeTable:RouteTable"] = RouteTable;
        makers["aws:ec2transitgateway/route:Route"] = d => d.Id = $"{d.Text("transitGatewayRouteTableId")}_{d.Text("destinationCidrBlock")}";
        makers["aws:ec2transitgateway/peeringAttachment:PeeringAttachment"] = PeeringAttachment;
        makers["aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter"] = PeeringAttachmentAccepter;
        makers["aws:ec2transitgateway/vpcAttachment:VpcAttachment"] = VpcAttachment;
        makers["aws:ec2/customerGateway:CustomerGateway"] = d => Aws.Ec2(d, "cgw", "customer-gateway");
        makers["aws:ec2/vpnConnection:VpnConnection"] = VpnConnection;
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

    private static void PeeringAttachment(Draft d)
    {
        d.Id = Aws.Id("tgw-attach", d.Urn);
        d["arn"] = Aws.Arn(d, "ec2", $"transit-gateway-attachment/{d.Id}");
        d["region"] = Aws.Region(d);
        d["peerAccountId"] = d.Text("peerAccountId") ?? d.Scope.Account;
        d["state"] = "pendingAcceptance";
    }

    /// <summary>Between two regions both ends have the same id.</summary>
    private static void PeeringAttachmentAccepter(Draft d)
    {
        d.Id = d.Text("transitGatewayAttachmentId") ?? d.Id;
        d["region"] = Aws.Region(d);
        d["peerAccountId"] = d.Scope.Account;
    }

    private static void VpnConnection(Draft d)
    {
        Aws.Ec2(d, "vpn", "vpn-connection");
        if (d.Text("transitGatewayId") is not null)
        {
            d["transitGatewayAttachmentId"] = Aws.Id("tgw-attach", d.Id);
        }

        foreach (var tunnel in new[] { "tunnel1", "tunnel2" })
        {
            d[tunnel + "Address"] = Aws.PublicIp(d.Id + tunnel);
            d[tunnel + "BgpHoldtime"] = 30.0;
            if (d.Text(tunnel + "InsideCidr") is { } text && Cidr.Parse(text) is { PrefixLength: 30 } inside)
            {
                // Of the two hosts AWS takes the first.
                d[tunnel + "VgwInsideAddress"] = Host(inside, 1);
                d[tunnel + "CgwInsideAddress"] = Host(inside, 2);
            }
        }

        d["customerGatewayConfiguration"] = $"[configuration of {d.Id}]";
        d.SecretOutputs.Add("customerGatewayConfiguration");

        static string Host(Cidr range, int index) => range.Part(32, index).ToString()[..^"/32".Length];
    }

    private static void Pair(Draft d)
    {
        d.Id = $"{d.Text("transitGatewayRouteTableId")}_{d.Text("transitGatewayAttachmentId")}";
        d["resourceType"] = "vpc";
    }
}
