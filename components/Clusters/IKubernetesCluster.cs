using Pulumi;

namespace CrossCloudMesh.Clusters;

/// <summary>What everything above the clusters needs to know of one, whichever cloud runs it.</summary>
public interface IKubernetesCluster
{
    /// <summary>The name that the cloud's own tools take: <c>dev-aws-east</c>.</summary>
    Output<string> ClusterName { get; }

    /// <summary>Where the Kubernetes API answers, as a URL.</summary>
    Output<string> Endpoint { get; }

    /// <summary>The URL of the OpenID Connect issuer that signs the cluster's service account tokens.</summary>
    Output<string> Issuer { get; }
}
