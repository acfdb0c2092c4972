namespace CrossCloudMesh.Clusters;

/// <summary>From where a cluster's Kubernetes API can be reached. There is no "from everywhere".</summary>
public enum ApiAccess
{
    /// <summary>Only from inside the cluster's own network and the networks joined to it, at an address of that network.</summary>
    Private,

    /// <summary>Also from named ranges on EKS; on GKE by its DNS name, where IAM decides about every request.</summary>
    Allowlist,
}
