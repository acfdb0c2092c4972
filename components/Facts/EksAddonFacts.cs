using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>The EKS add-ons that can be had: what each needs, and when it can be made.</summary>
public static class EksAddonFacts
{
    /// <summary>Names, permissions, service accounts, and which of them Auto Mode brings itself.</summary>
    public static Source AwsSource { get; } =
        new("https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html", new(2026, 11, 21));

    /// <summary>The same of those that AWS does not make.</summary>
    public static Source CommunitySource { get; } = new("https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html", new(2026, 11, 21));

    /// <summary>The values of DNS.</summary>
    public static Source DnsSource { get; } = new("https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html", new(2026, 11, 21));

    /// <summary>
    /// All rows, by name. Those of <see cref="EksAddonPhase.BeforeNodes"/> turn active without a node and must be there before the first
    /// one; whatever needs a node to run on would wait for up to 20 minutes and then fail.
    /// </summary>
    /// <remarks>Source of the phases: terraform-aws-eks issues 2585 and 3001, pulumi-eks issues 1525 and 1819, read 2026-11-20.</remarks>
    public static ImmutableArray<EksAddonFact> Catalogue { get; } =
    [
        new("amazon-cloudwatch-observability", AwsSource)
        {
            Namespace = "amazon-cloudwatch",
            Features = [AwsFeature.Logs, AwsFeature.Metrics, AwsFeature.Traces],
            Identity = new("cloudwatch-agent", ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy", "arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess"]),
        },
        new("aws-ebs-csi-driver", AwsSource)
        {
            IsAlways = true,
            IsOfAutoMode = true,
            Features = [AwsFeature.Volumes],
            Identity = new("ebs-csi-controller-sa", ["arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"]),
        },
        new("aws-efs-csi-driver", AwsSource)
        {
            Features = [AwsFeature.FileSystems],
            Identity = new("efs-csi-controller-sa", ["arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy"]),
        },
        new("cert-manager", CommunitySource) { Namespace = "cert-manager" },
        new("coredns", DnsSource)
        {
            IsAlways = true,
            IsOfAutoMode = true,
            ConfigurationJson = """{"autoScaling":{"enabled":true,"minReplicas":2,"maxReplicas":10},"podDisruptionBudget":{"enabled":true,"maxUnavailable":1},"topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"topology.kubernetes.io/zone","whenUnsatisfiable":"ScheduleAnyway","labelSelector":{"matchLabels":{"k8s-app":"kube-dns"}}}]}""",
        },
        new("eks-node-monitoring-agent", AwsSource) { IsAlways = true, IsOfAutoMode = true },
        new("eks-pod-identity-agent", AwsSource)
        {
            IsAlways = true,
            IsOfAutoMode = true,
            Phase = EksAddonPhase.BeforeNodes,
            Features = [AwsFeature.PodIdentity],
        },
        new("kube-proxy", AwsSource) { IsAlways = true, IsOfAutoMode = true, Phase = EksAddonPhase.BeforeNodes },
        new("kube-state-metrics", CommunitySource) { Namespace = "kube-state-metrics" },
        new("metrics-server", CommunitySource) { IsAlways = true },
        new("prometheus-node-exporter", CommunitySource) { Namespace = "prometheus-node-exporter" },
        new("snapshot-controller", AwsSource),
        new("vpc-cni", AwsSource)
        {
            IsAlways = true,
            IsOfAutoMode = true,
            Phase = EksAddonPhase.BeforeNodes,
            Identity = new("aws-node", ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"]),
            // Prefixes, so that a small node holds 110 pods; set before the first node, which reads its pod limit from it.
            // Pods keep their own addresses outside the network too: a NAT gateway is their way to the internet, and peers see who calls.
            ConfigurationJson = """{"enableNetworkPolicy":"true","env":{"AWS_VPC_K8S_CNI_EXTERNALSNAT":"true","ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}""",
        },
    ];

    /// <summary>The row of a name, or null.</summary>
    public static EksAddonFact? Find(string name) => Catalogue.FirstOrDefault(row => row.Name == name);

    /// <summary>What a cluster gets: what every one has, less what Auto Mode brings where it alone brings nodes, and what was asked for.</summary>
    public static IEnumerable<EksAddonFact> Of(bool isAutoModeAlone, IEnumerable<string> asked)
    {
        var wanted = asked.ToHashSet(StringComparer.Ordinal);
        return Catalogue.Where(row => (row.IsAlways || wanted.Contains(row.Name)) && !(row.IsOfAutoMode && isAutoModeAlone));
    }
}

/// <summary>One EKS add-on.</summary>
/// <param name="Name">Its name in the EKS API.</param>
/// <param name="Source">Where this was read.</param>
public sealed record EksAddonFact(string Name, Source Source)
{
    /// <summary>Whether every cluster has it, as far as Auto Mode does not bring it.</summary>
    public bool IsAlways { get; init; }

    /// <summary>Whether Auto Mode brings what it does to its own nodes.</summary>
    public bool IsOfAutoMode { get; init; }

    public EksAddonPhase Phase { get; init; } = EksAddonPhase.AfterNodes;

    /// <summary>Where its pods run.</summary>
    public string Namespace { get; init; } = "kube-system";

    /// <summary>The AWS identity that its pods need; null for none.</summary>
    public EksAddonIdentity? Identity { get; init; }

    /// <summary>What of AWS its pods call, beyond what every node does.</summary>
    public ImmutableArray<AwsFeature> Features { get; init; } = [];

    /// <summary>What differs from the add-on's own defaults, as JSON; null for nothing.</summary>
    public string? ConfigurationJson { get; init; }
}

/// <summary>The AWS identity of an add-on's pods.</summary>
/// <param name="ServiceAccount">The Kubernetes service account that its pods run as.</param>
/// <param name="PolicyArns">The AWS managed policies that they need.</param>
public sealed record EksAddonIdentity(string ServiceAccount, ImmutableArray<string> PolicyArns);

/// <summary>When an add-on can be made.</summary>
public enum EksAddonPhase
{
    /// <summary>Before the first node, which needs it.</summary>
    BeforeNodes,

    /// <summary>When there is a node that it can run on.</summary>
    AfterNodes,
}
