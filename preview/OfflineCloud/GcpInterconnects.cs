namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Interconnects, VLAN attachments on them or on a partner's, and their groups.</summary>
internal static class GcpInterconnects
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["gcp:compute/interconnect:Interconnect"] = Interconnect;
        makers["gcp:compute/interconnectAttachment:InterconnectAttachment"] = Attachment;
        makers["gcp:compute/interconnectGroup:InterconnectGroup"] = d => Global(d, "interconnectGroups");
        makers["gcp:compute/interconnectAttachmentGroup:InterconnectAttachmentGroup"] = d => Global(d, "interconnectAttachmentGroups");
    }

    private static void Interconnect(Draft d)
    {
        Global(d, "interconnects");
        // As one that was only just ordered: no preview can know when a cable is delivered.
        d["state"] = "UNPROVISIONED";
        d["operationalStatus"] = "OS_UNPROVISIONED";
        d["provisionedLinkCount"] = 0.0;
    }

    private static void Attachment(Draft d)
    {
        Gcp.Regional(d, "interconnectAttachments");
        d["cloudRouterIpAddress"] = d.Text("candidateCloudRouterIpAddress") ?? Drawn(d, 1);
        d["customerRouterIpAddress"] = d.Text("candidateCustomerRouterIpAddress") ?? Drawn(d, 2);
        d["googleReferenceId"] = Digest.Digits(d.Id, 19);
        if (d.Text("type") == "PARTNER")
        {
            var domain = d.Text("edgeAvailabilityDomain") is { } text && char.IsAsciiDigit(text[^1]) ? text[^1..] : "any";
            d["pairingKey"] = $"{Digest.Uuid(d.Urn)}/{Gcp.Region(d)}/{domain}";
            d.SecretOutputs.Add("pairingKey");
            d["state"] = "PENDING_PARTNER";
        }
        else
        {
            d["state"] = "ACTIVE";
        }
    }

    /// <summary>One end of the /29 that Google draws where none is asked for.</summary>
    private static string Drawn(Draft d, int host) => $"169.254.{Digest.Below(d.Urn, 64)}.{(8 * Digest.Below(d.Id, 32)) + host}/29";

    /// <summary>As every Compute resource, but that these have no self link.</summary>
    private static void Global(Draft d, string kind)
    {
        Gcp.Compute(d, "global", kind);
        d.Outputs.Remove("selfLink");
    }
}
