using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using KubernetesProvider = Pulumi.Kubernetes.Provider;

namespace CrossCloudMesh.Clusters;

/// <summary>What everything above the clusters needs to know of one, whichever cloud runs it.</summary>
public interface IKubernetesCluster
{
    /// <summary>The name that the cloud's own tools take: <c>dev-aws-east</c>.</summary>
    Output<string> ClusterName { get; }

    /// <summary>Where the Kubernetes API answers, as a URL.</summary>
    Output<string> Endpoint { get; }

    /// <summary>The authority that signed the certificate of <see cref="Endpoint"/>, PEM in base64; empty where it is a public one.</summary>
    Output<string> CertificateAuthority { get; }

    /// <summary>The URL of the OpenID Connect issuer that signs the cluster's service account tokens.</summary>
    Output<string> Issuer { get; }

    /// <summary>Who nodes are to their cloud: an IAM role's ARN, or a service account's address.</summary>
    Output<string> NodeIdentity { get; }

    /// <summary>Every address that a pod can have.</summary>
    ImmutableArray<Cidr> PodRanges { get; }

    /// <summary>Makes objects in this cluster, as whoever runs the program; it must be one of the cluster's administrators.</summary>
    KubernetesProvider Provider { get; }

    /// <summary>What must be there before the first pod of a workload, and must outlive the last: nodes, access to the API, add-ons.</summary>
    IReadOnlyList<Resource> Ready { get; }
}
