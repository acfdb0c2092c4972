using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Installs the Cluster Autoscaler, which sizes exactly the groups that it is given, between the bounds that it is given.</summary>
/// <remarks>
/// Makes an <see cref="AwsWorkloadIdentity"/> and 1 Helm release. The bounds are the autoscaler's and not AWS's: it brings a group that is
/// too small up to its floor, while AWS would refuse a floor above the present size. Groups alike, such as those of one pool in several
/// zones, are kept balanced. Source: https://github.com/kubernetes/autoscaler/tree/55c37cd5eb55/cluster-autoscaler (FAQ.md,
/// cloudprovider/aws/README.md), read 2026-11-21.
/// </remarks>
public sealed class ClusterAutoscaler : ComponentResource
{
    public const string Token = "infra:clusters:ClusterAutoscaler";

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public ClusterAutoscaler(string name, ClusterAutoscalerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var chart = new ControllerChart(ChartFacts.ClusterAutoscaler, args.ChartVersion, args.Mirror);
        var identity = new AwsWorkloadIdentity(name, new()
        {
            ClusterName = args.Cluster.ClusterName,
            Namespace = chart.Fact.Namespace,
            ServiceAccount = chart.Fact.ServiceAccount,
            Policy = args.Cluster.ClusterName.Apply(cluster => PolicyOf(args.AccountId, args.Region, cluster)),
        }, new() { Parent = this });

        var image = new Dictionary<string, object> { ["tag"] = $"v{args.Version}" };
        if (chart.ImageRepository is { } repository)
        {
            image["repository"] = repository;
        }

        _ = chart.Install(name, this, args.Cluster, new InputMap<object>
        {
            ["awsRegion"] = args.Region,
            ["autoscalingGroups"] = Output.All(args.Groups.Select(group => group.Name)).Apply(names => (object)names.Zip(args.Groups, Bounds).ToImmutableArray()),
            ["rbac"] = new Dictionary<string, object> { ["serviceAccount"] = new Dictionary<string, object> { ["name"] = chart.Fact.ServiceAccount } },
            ["image"] = image,
            ["extraArgs"] = new Dictionary<string, object>
            {
                ["balance-similar-node-groups"] = true,
                ["enforce-node-group-min-size"] = true,
                ["skip-nodes-with-local-storage"] = false,
            },
        }, [.. identity.Ready, .. args.WaitFor]);
        RegisterOutputs();
    }

    private static object Bounds(string groupName, AutoscaledGroup group) => new Dictionary<string, object>
    {
        ["name"] = groupName,
        ["minSize"] = group.MinNodes,
        ["maxSize"] = group.MaxNodes,
    };

    /// <summary>Reads the region; changes only groups that EKS has tagged as this cluster's.</summary>
    private static AwsPolicy PolicyOf(string accountId, string region, string clusterName) => new(
        new AwsStatement
        {
            Sid = "Look",
            Actions =
            [
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeAutoScalingInstances",
                "autoscaling:DescribeLaunchConfigurations",
                "autoscaling:DescribeScalingActivities",
                "ec2:DescribeImages",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplateVersions",
                "ec2:GetInstanceTypesFromInstanceRequirements",
            ],
            Resources = ["*"],
            Conditions = [("StringEquals", "aws:RequestedRegion", region)],
        },
        new AwsStatement
        {
            Sid = "LookAtNodeGroups",
            Actions = ["eks:DescribeNodegroup"],
            Resources = [$"arn:aws:eks:{region}:{accountId}:nodegroup/{clusterName}/*/*"],
        },
        new AwsStatement
        {
            Sid = "Scale",
            Actions = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
            Resources = [$"arn:aws:autoscaling:{region}:{accountId}:autoScalingGroup:*"],
            Conditions = [("StringEquals", $"aws:ResourceTag/k8s.io/cluster-autoscaler/{clusterName}", "owned")],
        });
}

/// <summary>What <see cref="ClusterAutoscaler"/> needs.</summary>
public sealed record ClusterAutoscalerArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string ChartVersion { get; init; }

    /// <summary>The autoscaler's own version; its minor is that of the cluster's Kubernetes.</summary>
    public required string Version { get; init; }

    /// <summary>A registry that holds chart and image; null for their own.</summary>
    public string? Mirror { get; init; }

    /// <summary>The groups that it sizes, at least one.</summary>
    public required ImmutableArray<AutoscaledGroup> Groups { get; init; }

    /// <summary>What must be there before its Service is made.</summary>
    public IReadOnlyList<Resource> WaitFor { get; init; } = [];

    internal IEnumerable<Fault> Check()
    {
        if (Groups.IsEmpty)
        {
            yield return new("groups", "must hold at least one group", "none", "add one, or leave the autoscaler out");
        }
    }
}

/// <summary>An Auto Scaling group, and how many nodes it may have.</summary>
/// <param name="Name">Its name in AWS.</param>
/// <param name="MinNodes">The fewest.</param>
/// <param name="MaxNodes">The most.</param>
public sealed record AutoscaledGroup(Output<string> Name, int MinNodes, int MaxNodes);
