namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>What stands at a Direct Connect location: ports, their groups, and virtual interfaces on them.</summary>
/// <remarks>Every port is in the state of one that was only just ordered, as no preview can know when a cable is delivered.</remarks>
internal static class AwsDirectPorts
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:directconnect/connection:Connection"] = Connection;
        makers["aws:directconnect/linkAggregationGroup:LinkAggregationGroup"] = d => Port(d, "dxlag");
        makers["aws:directconnect/connectionConfirmation:ConnectionConfirmation"] = d =>
        {
            d.Id = d.Text("connectionId") ?? d.Id;
            d["region"] = Aws.Region(d);
        };
        makers["aws:directconnect/transitVirtualInterface:TransitVirtualInterface"] = d => Port(d, "dxvif");
    }

    private static void Connection(Draft d)
    {
        Port(d, "dxcon");
        d["state"] = "requested";
        d["macsecCapable"] = d.Inputs.GetValueOrDefault("requestMacsec") is true;
    }

    /// <summary>An id such as <c>dxcon-fg0a1b2c</c>, and an ARN of the service.</summary>
    private static void Port(Draft d, string kind)
    {
        d.PhysicalName();
        d.Id = $"{kind}-fg{Digest.Letters(d.Urn, 6)}";
        d["arn"] = Aws.Arn(d, "directconnect", $"{kind}/{d.Id}");
        d["ownerAccountId"] = d.Scope.Account;
        d["hasLogicalRedundancy"] = "unknown";
        d["jumboFrameCapable"] = true;
        d["region"] = Aws.Region(d);
    }
}
