using System.Collections.Frozen;

namespace CrossCloudMesh.Plan.Rules;

/// <summary>Which rules are about security: what is open, who may do what, what is encrypted, and whether it would be seen.</summary>
internal static class SecurityRules
{
    private const decimal High = 8.0m;
    private const decimal Medium = 5.0m;
    private const decimal Low = 2.0m;

    private static readonly FrozenSet<string> Ids = FrozenSet.Create(
        StringComparer.Ordinal,
        "alarm-topic-key",
        "aws-default-group-closed",
        "aws-disk-encryption",
        "aws-endpoint-acceptance",
        "aws-federated-trust",
        "aws-hub-auto-accept",
        "aws-hub-flow-logs",
        "aws-instance-metadata",
        "aws-key-rotation",
        "aws-log-key",
        "aws-log-retention",
        "aws-log-retention-year",
        "aws-open-egress",
        "aws-open-ingress",
        "aws-subnet-acl",
        "aws-subnet-public-addresses",
        "aws-vpc-flow-logs",
        "default-provider",
        "eks-access-entries",
        "eks-addon-identity",
        "eks-control-plane-logs",
        "eks-network-policy",
        "eks-node-access",
        "eks-node-role",
        "eks-private-endpoint",
        "eks-private-nodes",
        "eks-public-endpoint",
        "eks-secrets-key",
        "gke-anonymous-access",
        "gke-binary-authorization",
        "gke-groups-rbac",
        "gke-intranode-visibility",
        "gke-kubelet-port",
        "gke-legacy-access",
        "gke-logs-and-metrics",
        "gke-network-policy",
        "gke-node-account",
        "gke-node-image",
        "gke-node-management",
        "gke-own-keys",
        "gke-private-nodes",
        "gke-public-endpoint",
        "gke-release-channel",
        "gke-shielded-nodes",
        "gke-workload-metadata",
        "google-key-rotation",
        "google-open-ingress",
        "google-private-access",
        "google-subnet-flow-logs",
        "istio-images",
        "key-deletion-guard",
        "kubernetes-support-window",
        "kubernetes-version",
        "link-cipher",
        "link-exposure",
        "link-keys",
        "link-logs",
        "link-secrets",
        "link-segmentation",
        "link-transit",
        "mesh-api-path",
        "mesh-deny-by-default",
        "mesh-mutual-tls",
        "public-balancer",
        "secret-as-plain-text",
        "trust-authority",
        "trust-overlap");

    /// <summary>On the scale of CVSS, by which GitHub ranks: 7 to 8.9 is high, 4 to 6.9 medium, less low.</summary>
    /// <remarks>Source: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning, read 2026-11-21.</remarks>
    public static decimal? SeverityOf(RuleFacts rule) => !Ids.Contains(rule.Id) ? null : rule.Severity switch
    {
        Severity.Error => High,
        Severity.Warning => Medium,
        _ => Low,
    };

    /// <summary>The ids of them, in no particular order.</summary>
    public static IReadOnlySet<string> All => Ids;
}
