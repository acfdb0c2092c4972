using CrossCloudMesh.Values;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>What Karpenter may do: start machines with its cluster's tags, and change only machines that carry them.</summary>
/// <remarks>
/// The documented policies without those by which it would make instance profiles: the one for its nodes is made here. The documented
/// wildcards for accounts are this account, but where the resource may be another's. Source:
/// https://github.com/aws/karpenter-provider-aws/tree/1d927085dd81/website/content/en/preview
/// (getting-started/getting-started-with-karpenter/cloudformation.yaml), read 2026-11-21.
/// </remarks>
internal static class KarpenterPolicy
{
    private const string Pool = "karpenter.sh/nodepool";

    private const string Cluster = "eks:eks-cluster-name";

    public static AwsPolicy Of(KarpenterPolicyArgs args)
    {
        var ec2 = $"arn:aws:ec2:{args.Region}:{args.AccountId}";
        var cluster = $"arn:aws:eks:{args.Region}:{args.AccountId}:cluster/{args.ClusterName}";
        var profiles = $"arn:aws:iam::{args.AccountId}:instance-profile/*";
        string[] machines =
        [
            $"{ec2}:fleet/*", $"{ec2}:instance/*", $"{ec2}:launch-template/*", $"{ec2}:network-interface/*",
            $"{ec2}:spot-instances-request/*", $"{ec2}:volume/*",
        ];
        (string, string, string)[] made =
        [
            ("StringEquals", $"aws:RequestTag/kubernetes.io/cluster/{args.ClusterName}", "owned"),
            ("StringEquals", $"aws:RequestTag/{Cluster}", args.ClusterName),
            ("StringLike", $"aws:RequestTag/{Pool}", "*"),
        ];
        (string, string, string)[] ours =
        [
            ("StringEquals", $"aws:ResourceTag/kubernetes.io/cluster/{args.ClusterName}", "owned"),
            ("StringLike", $"aws:ResourceTag/{Pool}", "*"),
        ];
        return new(
            Allow(
                "StartFrom",
                ["ec2:CreateFleet", "ec2:RunInstances"],
                [
                    $"arn:aws:ec2:{args.Region}::image/*", $"arn:aws:ec2:{args.Region}::snapshot/*",
                    $"arn:aws:ec2:{args.Region}:*:capacity-reservation/*", $"arn:aws:ec2:{args.Region}:*:subnet/*",
                    $"{ec2}:placement-group/*", $"{ec2}:security-group/*",
                ]),
            Allow("StartFromOwnTemplates", ["ec2:CreateFleet", "ec2:RunInstances"], [$"{ec2}:launch-template/*"], ours),
            Allow("Start", ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:RunInstances"], machines, made),
            Allow(
                "TagNew",
                ["ec2:CreateTags"],
                machines,
                [
                    ("StringEquals", "ec2:CreateAction", "CreateFleet"),
                    ("StringEquals", "ec2:CreateAction", "CreateLaunchTemplate"),
                    ("StringEquals", "ec2:CreateAction", "RunInstances"),
                    .. made,
                ]),
            Allow(
                "TagOwn",
                ["ec2:CreateTags"],
                [$"{ec2}:instance/*"],
                [
                    ("StringEqualsIfExists", $"aws:RequestTag/{Cluster}", args.ClusterName),
                    ("ForAllValues:StringEquals", "aws:TagKeys", Cluster),
                    ("ForAllValues:StringEquals", "aws:TagKeys", "karpenter.sh/nodeclaim"),
                    ("ForAllValues:StringEquals", "aws:TagKeys", "Name"),
                    .. ours,
                ]),
            Allow("StopOwn", ["ec2:DeleteLaunchTemplate", "ec2:TerminateInstances"], [$"{ec2}:instance/*", $"{ec2}:launch-template/*"], ours),
            Allow("GiveNodesTheirRole", ["iam:PassRole"], [args.NodeRoleArn], ("StringEquals", "iam:PassedToService", "ec2.amazonaws.com")),
            Allow("LookAtProfiles", ["iam:GetInstanceProfile"], [profiles]),
            Allow("ListProfiles", ["iam:ListInstanceProfiles"], ["*"]),
            Allow("LookAtCluster", ["eks:DescribeCluster"], [cluster]),
            Allow("HearOfInterruptions", ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"], [args.QueueArn]),
            Allow("HearOfZonalShifts", ["arc-zonal-shift:GetManagedResource"], ["*"], ("StringEquals", "arc-zonal-shift:ResourceIdentifier", cluster)),
            Allow("Look", Reads, ["*"], ("StringEquals", "aws:RequestedRegion", args.Region)),
            Allow("FindImages", ["ssm:GetParameter"], [$"arn:aws:ssm:{args.Region}::parameter/aws/service/*"]),
            Allow("ComparePrices", ["pricing:GetProducts"], ["*"]));
    }

    private static string[] Reads { get; } =
    [
        "ec2:DescribeCapacityReservations",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeInstances",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribePlacementGroups",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
    ];

    private static AwsStatement Allow(
        string sid, string[] actions, string[] resources, params (string Operator, string Key, string Value)[] conditions) =>
        new() { Sid = sid, Actions = actions, Resources = resources, Conditions = conditions };
}

/// <summary>What <see cref="KarpenterPolicy"/> speaks of.</summary>
internal sealed record KarpenterPolicyArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string ClusterName { get; init; }

    public required string NodeRoleArn { get; init; }

    public required string QueueArn { get; init; }
}
