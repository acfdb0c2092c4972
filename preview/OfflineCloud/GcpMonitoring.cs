namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Alerting policies, and the channels that they tell.</summary>
internal static class GcpMonitoring
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["gcp:monitoring/alertPolicy:AlertPolicy"] = d => Named(d, "alertPolicies");
        makers["gcp:monitoring/notificationChannel:NotificationChannel"] = d => Named(d, "notificationChannels");
    }

    private static void Named(Draft d, string kind)
    {
        d.Id = $"projects/{Gcp.Project(d)}/{kind}/{Digest.Digits(d.Urn, 19)}";
        d["name"] = d.Id;
    }
}
