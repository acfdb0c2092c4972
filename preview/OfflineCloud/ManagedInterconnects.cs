namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Both sides of an interconnect that two clouds run together: a transport with its peering, and what Cloud Control makes.</summary>
internal static class ManagedInterconnects
{
    private const int ConnectionDigits = 8;

    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:cloudcontrol/resource:Resource"] = Controlled;
        makers["gcp:compute/networkPeering:NetworkPeering"] = NetworkPeering;
        makers["gcp:networkconnectivity/transport:Transport"] = Transport;
    }

    /// <summary>The current state holds what was asked for, and with it every secret of it.</summary>
    private static void Controlled(Draft d)
    {
        var region = Aws.Region(d);
        if (d.Text("typeName") == "AWS::Interconnect::Connection")
        {
            d.Id = $"arn:aws:interconnect:{region}:{d.Scope.Account}:connection/mcc-{Digest.Hex(d.Urn, ConnectionDigits)}";
        }

        d["region"] = region;
        d["schema"] = "{}";
        d["properties"] = $"[properties of {d.Id}]";
        d.SecretOutputs.Add("properties");
    }

    private static void NetworkPeering(Draft d)
    {
        d.Id = $"{Gcp.LastPart(d.Text("network"))}/{d.PhysicalName()}";
        d["state"] = "ACTIVE";
        d["stateDetails"] = "Connected.";
    }

    /// <summary>Google peers from a network of a project of its own.</summary>
    private static void Transport(Draft d)
    {
        var (project, region) = (Gcp.Project(d), Gcp.Region(d));
        d.Id = $"projects/{project}/locations/{region}/transports/{d.PhysicalName()}";
        d["project"] = project;
        d["state"] = "PENDING_CONFIG";
        d["peeringNetwork"] =
            $"https://www.googleapis.com/compute/v1/projects/k{Digest.Hex(d.Id, 15)}p-tp/global/networks/transport-{Digest.Hex(d.Id, 16)}-vpc";
        d["generatedActivationKey"] = $"[activation key of {d.Id}]";
        d.SecretOutputs.Add("generatedActivationKey");
    }
}
