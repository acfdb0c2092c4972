namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Direct Connect gateways, and what joins them to a hub.</summary>
internal static class AwsDirectConnect
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:directconnect/gateway:Gateway"] = Gateway;
        makers["aws:directconnect/gatewayAssociation:GatewayAssociation"] = GatewayAssociation;
    }

    private static void Gateway(Draft d)
    {
        d.PhysicalName();
        d.Id = Digest.Uuid(d.Urn);
        // It belongs to no region.
        d["arn"] = $"arn:aws:directconnect::{d.Scope.Account}:dx-gateway/{d.Id}";
        d["ownerAccountId"] = d.Scope.Account;
    }

    private static void GatewayAssociation(Draft d)
    {
        var hub = d.Text("associatedGatewayId");
        d.Id = $"ga-{d.Text("dxGatewayId")}{hub}";
        d["dxGatewayAssociationId"] = Digest.Uuid(d.Id);
        d["dxGatewayOwnerAccountId"] = d.Scope.Account;
        d["associatedGatewayOwnerAccountId"] = d.Scope.Account;
        d["region"] = Aws.Region(d);
        if (hub is ['t', 'g', 'w', '-', ..])
        {
            d["associatedGatewayType"] = "transitGateway";
            d["transitGatewayAttachmentId"] = Aws.Id("tgw-attach", d.Id);
        }
        else
        {
            d["associatedGatewayType"] = "virtualPrivateGateway";
        }
    }
}
