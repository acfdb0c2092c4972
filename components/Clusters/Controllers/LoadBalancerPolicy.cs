using CrossCloudMesh.Values;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>What the AWS Load Balancer Controller may do: read one region, and change what carries its cluster's tag.</summary>
/// <remarks>
/// The documented policy without what belongs to WAF, Shield, Cognito, Outposts and address management, and narrower where that asks only
/// for a tag of any value: here it is this cluster's. Rules of security groups that others made are changed in this network only, as the
/// installation guide recommends. Source: https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/225f44568848/docs
/// (install/iam_policy.json, deploy/installation.md), read 2026-11-21.
/// </remarks>
internal static class LoadBalancerPolicy
{
    private const string OwnTag = "elbv2.k8s.aws/cluster";

    public static AwsPolicy Of(string accountId, string region, string vpcId, string clusterName)
    {
        var ec2 = $"arn:aws:ec2:{region}:{accountId}";
        var elb = $"arn:aws:elasticloadbalancing:{region}:{accountId}";
        string[] groups = [$"{ec2}:security-group/*"];
        string[] balancers = [$"{elb}:loadbalancer/app/*", $"{elb}:loadbalancer/net/*", $"{elb}:targetgroup/*"];
        string[] listeners = [$"{elb}:listener/*", $"{elb}:listener-rule/*"];
        (string, string, string)[] ours = [("StringEquals", $"aws:ResourceTag/{OwnTag}", clusterName)];
        (string, string, string)[] made = [("StringEquals", $"aws:RequestTag/{OwnTag}", clusterName)];
        // Its own tag can be neither changed nor taken off.
        (string, string, string)[] oursRetagged = [("Null", $"aws:RequestTag/{OwnTag}", "true"), .. ours];
        return new(
            Allow("Look", Reads, ["*"], ("StringEquals", "aws:RequestedRegion", region)),
            Allow("LookAtServerCertificates", ["iam:GetServerCertificate", "iam:ListServerCertificates"], ["*"]),
            Allow(
                "MakeServiceRole",
                ["iam:CreateServiceLinkedRole"],
                [$"arn:aws:iam::{accountId}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*"],
                ("StringEquals", "iam:AWSServiceName", "elasticloadbalancing.amazonaws.com")),
            Allow("MakeGroups", ["ec2:CreateSecurityGroup"], [.. groups, $"{ec2}:vpc/{vpcId}"]),
            Allow("TagNewGroups", ["ec2:CreateTags"], groups, [("StringEquals", "ec2:CreateAction", "CreateSecurityGroup"), .. made]),
            Allow("TagOwnGroups", ["ec2:CreateTags", "ec2:DeleteTags"], groups, oursRetagged),
            Allow("DeleteOwnGroups", ["ec2:DeleteSecurityGroup"], groups, ours),
            Allow(
                "OpenGroups",
                ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
                ["*"],
                ("ArnEquals", "ec2:Vpc", $"{ec2}:vpc/{vpcId}")),
            Allow("MakeBalancers", ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"], balancers, made),
            Allow(
                "TagNewBalancers",
                ["elasticloadbalancing:AddTags"],
                balancers,
                [
                    ("StringEquals", "elasticloadbalancing:CreateAction", "CreateLoadBalancer"),
                    ("StringEquals", "elasticloadbalancing:CreateAction", "CreateTargetGroup"),
                    .. made,
                ]),
            Allow("TagOwnBalancers", ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], balancers, oursRetagged),
            Allow("ChangeOwnBalancers", Changes, balancers, ours),
            Allow("FillTargetGroups", ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"], [$"{elb}:targetgroup/*"]),
            Allow("MakeListeners", ["elasticloadbalancing:CreateListener"], [$"{elb}:loadbalancer/app/*", $"{elb}:loadbalancer/net/*"]),
            Allow("ChangeListeners", ListenerChanges, listeners));
    }

    private static string[] Reads { get; } =
    [
        "acm:DescribeCertificate",
        "acm:ListCertificates",
        "ec2:DescribeAccountAttributes",
        "ec2:DescribeAddresses",
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeInstances",
        "ec2:DescribeInternetGateways",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
        "ec2:DescribeVpcPeeringConnections",
        "ec2:DescribeVpcs",
        "ec2:GetSecurityGroupsForVpc",
        "elasticloadbalancing:DescribeCapacityReservation",
        "elasticloadbalancing:DescribeListenerAttributes",
        "elasticloadbalancing:DescribeListenerCertificates",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeSSLPolicies",
        "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroupAttributes",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "elasticloadbalancing:DescribeTrustStores",
    ];

    private static string[] Changes { get; } =
    [
        "elasticloadbalancing:DeleteLoadBalancer",
        "elasticloadbalancing:DeleteTargetGroup",
        "elasticloadbalancing:ModifyCapacityReservation",
        "elasticloadbalancing:ModifyLoadBalancerAttributes",
        "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:SetIpAddressType",
        "elasticloadbalancing:SetSecurityGroups",
        "elasticloadbalancing:SetSubnets",
    ];

    private static string[] ListenerChanges { get; } =
    [
        "elasticloadbalancing:AddListenerCertificates",
        "elasticloadbalancing:AddTags",
        "elasticloadbalancing:CreateRule",
        "elasticloadbalancing:DeleteListener",
        "elasticloadbalancing:DeleteRule",
        "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:ModifyListenerAttributes",
        "elasticloadbalancing:ModifyRule",
        "elasticloadbalancing:RemoveListenerCertificates",
        "elasticloadbalancing:RemoveTags",
        "elasticloadbalancing:SetRulePriorities",
    ];

    private static AwsStatement Allow(
        string sid, string[] actions, string[] resources, params (string Operator, string Key, string Value)[] conditions) =>
        new() { Sid = sid, Actions = actions, Resources = resources, Conditions = conditions };
}
