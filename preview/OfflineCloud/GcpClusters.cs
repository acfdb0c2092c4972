using System.Collections.Immutable;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>GKE, and its backups.</summary>
internal static class GcpClusters
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["gcp:container/cluster:Cluster"] = Cluster;
        makers["gcp:container/nodePool:NodePool"] = NodePool;
        makers["gcp:gkebackup/backupPlan:BackupPlan"] = BackupPlan;
    }

    private static void Cluster(Draft d)
    {
        var (project, location) = (Gcp.Project(d), d.Text("location") ?? d.Scope.Region);
        d.Id = $"projects/{project}/locations/{location}/clusters/{d.PhysicalName()}";
        d["project"] = project;
        d["location"] = location;
        d["selfLink"] = "https://container.googleapis.com/v1/" + d.Id;
        d["endpoint"] = Aws.PublicIp(d.Id);
        d["masterAuth"] = d.With("masterAuth", ("clusterCaCertificate", Aws.CertificateData(d.Id)));
        if (d.With("privateClusterConfig").Count > 0)
        {
            d["privateClusterConfig"] = d.With("privateClusterConfig", ("privateEndpoint", PrivateIp(d.Id)));
        }

        d["masterVersion"] = $"{d.Text("minMasterVersion") ?? "1.0"}.0-gke.1000000";
        d["controlPlaneEndpointsConfig"] = d.With(
            "controlPlaneEndpointsConfig",
            ("dnsEndpointConfig", DnsEndpoint(d, $"gke-{Digest.Hex(d.Id, 32)}-{Gcp.ProjectNumber(project)}.{location}.gke.goog")));
    }

    private static string PrivateIp(string seed)
    {
        var drawn = Digest.Below(seed, 1 << 16);
        return $"10.32.{drawn >> 8}.{drawn & 0xff}";
    }

    private static ImmutableDictionary<string, object> DnsEndpoint(Draft d, string endpoint) =>
        d.With("controlPlaneEndpointsConfig").GetValueOrDefault("dnsEndpointConfig")
            is ImmutableDictionary<string, object> asked
            ? asked.SetItem("endpoint", endpoint)
            : Draft.Map(("endpoint", endpoint));

    private static void NodePool(Draft d)
    {
        // The cluster is given by its name or by its whole id.
        var (project, location) = (Gcp.Project(d), d.Text("location") ?? d.Scope.Region);
        var name = d.PhysicalName();
        var cluster = d.Text("cluster");
        var parent = cluster?.StartsWith("projects/", StringComparison.Ordinal) == true
            ? cluster
            : $"projects/{project}/locations/{location}/clusters/{cluster}";
        d.Id = $"{parent}/nodePools/{name}";
        d["project"] = project;
    }

    private static void BackupPlan(Draft d)
    {
        var project = Gcp.Project(d);
        d.Id = $"projects/{project}/locations/{d.Text("location")}/backupPlans/{d.PhysicalName()}";
        d["project"] = project;
        d["uid"] = Digest.Uuid(d.Id);
        d["state"] = "READY";
    }
}
