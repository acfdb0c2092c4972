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

    /// <summary>Full rights in one cluster, as an access policy.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html, read 2026-11-21.</remarks>
    public const string AdministratorAccessPolicy = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

    /// <summary>
    /// Add-ons that turn active without a node and must be there before the first one; whatever needs a node to run on would wait for
    /// up to 20 minutes and then fail.
    /// </summary>
    /// <remarks>Source: terraform-aws-eks issues 2585 and 3001, pulumi-eks issues 1525 and 1819, read 2026-11-20.</remarks>
    public static ImmutableArray<EksAddonFact> AddonsBeforeNodes { get; } =
    [
        new("eks-pod-identity-agent") { Feature = AwsFeature.PodIdentity },
        new("kube-proxy"),
        new("vpc-cni")
        {
            Identity = new("aws-node", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"),
            // Prefixes, so that a small node holds 110 pods; set before the first node, which reads its pod limit from it.
            ConfigurationJson = """{"enableNetworkPolicy":"true","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}""",
        },
    ];

    /// <summary>Add-ons that run on nodes.</summary>
    /// <remarks>Their service accounts and policies are known from use; no page was read for them.</remarks>
    public static ImmutableArray<EksAddonFact> AddonsAfterNodes { get; } =
    [
        new("aws-ebs-csi-driver")
        {
            Feature = AwsFeature.Volumes,
            Identity = new("ebs-csi-controller-sa", "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"),
        },
        new("coredns"),
        new("metrics-server"),
    ];

    /// <summary>What in every cluster calls AWS from inside its network: nodes with their sessions and logs, and add-ons.</summary>
    public static ImmutableSortedSet<AwsFeature> Features { get; } =
    [
        AwsFeature.Nodes,
        AwsFeature.Sessions,
        AwsFeature.Logs,
        .. AddonsBeforeNodes.Concat(AddonsAfterNodes).Select(addon => addon.Feature).OfType<AwsFeature>(),
    ];
}

/// <summary>One EKS add-on.</summary>
/// <param name="Name">Its name in the EKS API.</param>
public sealed record EksAddonFact(string Name)
{
    /// <summary>The AWS identity that its pods need; null for none.</summary>
    public EksAddonIdentity? Identity { get; init; }

    /// <summary>What of AWS its pods call; null for nothing beyond what every node does.</summary>
    public AwsFeature? Feature { get; init; }

    /// <summary>What differs from the add-on's own defaults, as JSON; null for nothing.</summary>
    public string? ConfigurationJson { get; init; }
}

/// <summary>The AWS identity of an add-on's pods.</summary>
/// <param name="ServiceAccount">The Kubernetes service account that its pods run as.</param>
/// <param name="PolicyArn">The AWS managed policy that they need.</param>
public sealed record EksAddonIdentity(string ServiceAccount, string PolicyArn);
