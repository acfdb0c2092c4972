using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What AWS documents about EKS.</summary>
public static class EksFacts
{
    /// <summary>Every control-plane log that EKS can write. <see cref="LoggingSource"/>.</summary>
    public static ImmutableArray<string> ControlPlaneLogTypes { get; } = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    /// <summary>Where the log types, and the name of the group they go to, are from.</summary>
    public static Source LoggingSource { get; } =
        new("https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html", new(2026, 11, 21))
        {
            NotRead = "that EKS makes the group without retention",
        };

    /// <summary>The log group that EKS writes to; it makes one without retention where there is none. <see cref="LoggingSource"/>.</summary>
    public static string LogGroupName(string clusterName) => $"/aws/eks/{clusterName}/cluster";

    /// <summary>What the control plane's role needs.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html, read 2026-11-21.</remarks>
    public const string ClusterPolicy = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";

    /// <summary>
    /// What a node's role needs, and what Session Manager needs, so that no node ever opens an SSH port. The policy of the network add-on
    /// is not here: pods could use it through the node; it belongs to the add-on's own role.
    /// </summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html, read 2026-11-21 in the guide's own text. The smaller
    /// AmazonEKSWorkerNodeMinimalPolicy is for nodes of Auto Mode: it does not let a node describe itself, which others do before they join.
    /// That of Session Manager is not on that page and not read.
    /// </remarks>
    public static ImmutableSortedDictionary<string, string> NodePolicies { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("pull", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"),
            KeyValuePair.Create("session", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"),
            KeyValuePair.Create("worker", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"),
        ]);

    /// <summary>The access policy of a name.</summary>
    /// <param name="name">AmazonEKSViewPolicy, AmazonEKSEditPolicy, AmazonEKSAdminPolicy or AmazonEKSClusterAdminPolicy.</param>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html, read 2026-11-21.</remarks>
    public static string AccessPolicy(string name) => $"arn:aws:eks::aws:cluster-access-policy/{name}";

    /// <summary>What the control plane's role needs besides <see cref="ClusterPolicy"/> where Auto Mode brings nodes.</summary>
    /// <remarks><see cref="AutoModeSource"/>.</remarks>
    public static ImmutableSortedDictionary<string, string> AutoModePolicies { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("block-storage", "arn:aws:iam::aws:policy/AmazonEKSBlockStoragePolicy"),
            KeyValuePair.Create("compute", "arn:aws:iam::aws:policy/AmazonEKSComputePolicy"),
            KeyValuePair.Create("load-balancing", "arn:aws:iam::aws:policy/AmazonEKSLoadBalancingPolicy"),
            KeyValuePair.Create("networking", "arn:aws:iam::aws:policy/AmazonEKSNetworkingPolicy"),
        ]);

    /// <summary>What the role of Auto Mode's nodes needs; EKS gives it access to the cluster itself. <see cref="AutoModeSource"/>.</summary>
    public static ImmutableSortedDictionary<string, string> AutoModeNodePolicies { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("pull", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"),
            KeyValuePair.Create("worker", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy"),
        ]);

    /// <summary>Where the roles of Auto Mode are from, and that its nodes stand in the subnets of the cluster.</summary>
    public static Source AutoModeSource { get; } =
        new("https://docs.aws.amazon.com/eks/latest/userguide/automode-get-started-cli.html", new(2026, 11, 21));

    /// <summary>What in every cluster calls AWS from inside its network, besides add-ons: nodes with their sessions and logs.</summary>
    public static ImmutableSortedSet<AwsFeature> Features { get; } = [AwsFeature.Nodes, AwsFeature.Sessions, AwsFeature.Logs];
}
