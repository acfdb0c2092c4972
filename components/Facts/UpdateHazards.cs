using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>Changes in place that a careful reader would look at twice, though nothing is deleted or replaced by them.</summary>
public static class UpdateHazards
{
    private static readonly Source Rollback = new("https://docs.aws.amazon.com/eks/latest/userguide/rollback-cluster.html", new(2026, 11, 21));

    private static readonly Source Nodes = new("https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html", new(2026, 11, 21))
    {
        NotRead = "the page; that nodes are drained and replaced was read in the page on rollbacks, which sends to the same update",
    };

    private static readonly Source Master = new("https://docs.cloud.google.com/kubernetes-engine/docs/how-to/upgrading-a-cluster", new(2026, 11, 21))
    {
        NotRead = "that a minor version is never taken back; of the page only its beginning was read",
    };

    private static readonly Source Range = new("https://cloud.google.com/vpc/docs/create-modify-vpc-networks", new(2026, 11, 21))
    {
        NotRead = "the page; the row of the type in the table of replacements has the same from the provider's code",
    };

    private static readonly Source Retention =
        new("https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html", new(2026, 11, 21));

    private static readonly Source Endpoint = new("https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html", new(2026, 11, 21)) { NotRead = "the page" };

    private static readonly Source Networks = new("https://docs.cloud.google.com/kubernetes-engine/docs/concepts/network-isolation", new(2026, 11, 21)) { NotRead = "the page" };

    private static readonly Source Calls = new("https://istio.io/latest/docs/reference/config/security/authorization-policy/", new(2026, 11, 21)) { NotRead = "the page" };

    private static readonly Source Rights = new("https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html", new(2026, 11, 21)) { NotRead = "the page" };

    private static readonly Source Template = new("https://github.com/hashicorp/terraform-provider-aws (internal/service/ec2, launch_template.go)", new(2026, 11, 21))
    {
        NotRead = "that the node groups of the version then roll; the page on rollbacks of clusters sends to the same update",
    };

    /// <summary>What of a launch template makes another version of it, as far as node groups of EKS let it be given.</summary>
    private static readonly string[] OfNodes =
    [
        "blockDeviceMappings", "ebsOptimized", "imageId", "instanceType", "metadataOptions", "monitoring", "networkInterfaces", "tagSpecifications", "userData",
        "vpcSecurityGroupIds",
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<UpdateHazard>> ByType = ((UpdateHazard[])
    [
        new("aws:cloudwatch/logGroup:LogGroup", "retentionInDays", HazardWhen.Lowered, "deletes what is older, within days and for good", Retention),
        new("aws:eks/cluster:Cluster", "version", HazardWhen.Changed, "goes back by one minor version at most, and within seven days only", Rollback),
        new("aws:eks/cluster:Cluster", "vpcConfig.publicAccessCidrs", HazardWhen.Touched, "changes who reaches its API", Endpoint),
        new("aws:iam/role:Role", "assumeRolePolicy", HazardWhen.Touched, "changes who may act as it", Rights),
        new("aws:iam/rolePolicy:RolePolicy", "policy", HazardWhen.Touched, "changes what may be done", Rights),
        new("aws:eks/nodeGroup:NodeGroup", "version", HazardWhen.Changed, "drains and replaces its nodes, as many at once as its updateConfig lets", Nodes),
        .. OfNodes.Select(input => new UpdateHazard(
            "aws:ec2/launchTemplate:LaunchTemplate", input, HazardWhen.Touched, "becomes another version, and groups that take the latest drain and replace their nodes", Template)),
        new("gcp:compute/subnetwork:Subnetwork", "ipCidrRange", HazardWhen.Changed, "never shrinks again without being replaced", Range),
        new("gcp:container/cluster:Cluster", "masterAuthorizedNetworksConfig", HazardWhen.Touched, "changes who reaches its API", Networks),
        new("kubernetes:security.istio.io/v1:AuthorizationPolicy", "spec.rules", HazardWhen.Touched, "changes who may call", Calls),
        new("gcp:container/cluster:Cluster", "minMasterVersion", HazardWhen.Changed, "does not go back to an earlier minor version", Master),
    ]).GroupBy(row => row.Type, StringComparer.Ordinal).ToFrozenDictionary(rows => rows.Key, rows => rows.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Every row, in no particular order of types.</summary>
    public static IEnumerable<UpdateHazard> All => ByType.Values.SelectMany(rows => rows);

    /// <summary>The rows of a type token; none of most.</summary>
    public static ImmutableArray<UpdateHazard> Of(string type) => ByType.GetValueOrDefault(type, []);
}
