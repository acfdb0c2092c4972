using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Vpc;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes the control plane of an EKS cluster, with what it needs and nothing else: role, key of its secrets, log group.</summary>
/// <remarks>
/// All five logs go to an own group, secrets are under an own key, the API is private or open to named ranges, whoever runs the program
/// gets no rights by that, a zone that fails is left by itself, and AWS upgrades rather than sell extended support. Peers inside the
/// networks reach the API through one rule for each of their ranges.
/// </remarks>
public sealed class EksControlPlane : ComponentResource
{
    public const string Token = "infra:clusters:EksControlPlane";

    private const int HttpsPort = 443;

    private readonly string name;
    private readonly EksClusterArgs args;

    public Cluster Cluster { get; }

    public Output<string> RoleArn { get; }

    public Output<string> SecretsKeyArn { get; }

    public Output<string> LogGroupArn { get; }

    public EksControlPlane(string name, EksClusterArgs args, AwsServiceRole? autoModeNodes, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (this.name, this.args) = (name, args);
        var child = new ComponentResourceOptions { Parent = this };
        var secretsKey = new AwsKey($"{name}-secrets", new()
        {
            AccountId = args.AccountId,
            AliasName = $"{args.AtCreation.PhysicalName}-secrets",
            Description = $"Encrypts Kubernetes secrets in etcd of {args.AtCreation.PhysicalName}",
            Protect = args.Protect,
        }, child);
        var logs = new AwsLogGroup($"{name}-log", new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            LogGroupName = EksFacts.LogGroupName(args.AtCreation.PhysicalName),
            KeyAliasName = $"{args.AtCreation.PhysicalName}-log",
            RetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, child);
        var role = new AwsServiceRole($"{name}-control-plane", new()
        {
            Service = "eks.amazonaws.com",
            TrustedActions = args.AutoMode is null ? ["sts:AssumeRole"] : ["sts:AssumeRole", "sts:TagSession"],
            ManagedPolicyArns = (args.AutoMode is null ? ImmutableSortedDictionary<string, string>.Empty : EksFacts.AutoModePolicies)
                .Add("cluster", EksFacts.ClusterPolicy),
        }, child);
        var useOfKey = new RolePolicy($"{name}-control-plane-secrets", new()
        {
            Role = role.RoleName,
            Policy = secretsKey.Arn.Apply(arn => new AwsPolicy(new AwsStatement
            {
                Sid = "EncryptSecrets",
                Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"],
                Resources = [arn],
            }).ToJson()),
        }, new() { Parent = this });

        Cluster = new Cluster(name, Describe(role, secretsKey, autoModeNodes), new()
        {
            Parent = this,
            Protect = args.Protect,
            DependsOn = { new Resource[] { logs.Group, useOfKey }.Concat(role.Ready).Concat(autoModeNodes?.Ready ?? []).ToArray() },
            // Both count at creation only; a cluster that was imported need not be made again because of them.
            IgnoreChanges = { "accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons" },
        });
        foreach (var range in args.ApiPeerRanges)
        {
            LetReachApi(range);
        }

        RoleArn = role.Arn;
        SecretsKeyArn = secretsKey.Arn;
        LogGroupArn = logs.Arn;
        RegisterOutputs();
    }

    private ClusterArgs Describe(AwsServiceRole role, AwsKey secretsKey, AwsServiceRole? autoModeNodes) => new()
    {
        Name = args.AtCreation.PhysicalName,
        Version = args.KubernetesVersion,
        RoleArn = role.Arn,
        AccessConfig = new ClusterAccessConfigArgs
        {
            AuthenticationMode = "API",
            BootstrapClusterCreatorAdminPermissions = false,
        },
        BootstrapSelfManagedAddons = false,
        ComputeConfig = ComputeOf(args.AutoMode, autoModeNodes),
        ControlPlaneScalingConfig = new ClusterControlPlaneScalingConfigArgs { Tier = TierOf(args.ControlPlaneTier) },
        DeletionProtection = args.Protect,
        EnabledClusterLogTypes = { EksFacts.ControlPlaneLogTypes.ToArray() },
        EncryptionConfig = new ClusterEncryptionConfigArgs
        {
            Provider = new ClusterEncryptionConfigProviderArgs { KeyArn = secretsKey.Arn },
            Resources = { "secrets" },
        },
        KubernetesNetworkConfig = new ClusterKubernetesNetworkConfigArgs
        {
            IpFamily = "ipv4",
            ServiceIpv4Cidr = args.AtCreation.Services.ToString(),
            ElasticLoadBalancing = new ClusterKubernetesNetworkConfigElasticLoadBalancingArgs { Enabled = args.AutoMode is not null },
        },
        StorageConfig = new ClusterStorageConfigArgs
        {
            BlockStorage = new ClusterStorageConfigBlockStorageArgs { Enabled = args.AutoMode is not null },
        },
        UpgradePolicy = new ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
        VpcConfig = new ClusterVpcConfigArgs
        {
            // Auto Mode's own nodes stand in the cluster's subnets, which then need a way out.
            SubnetIds = args.AutoMode is null ? args.ControlPlaneSubnetIds : args.NodeSubnetIds.Values.ToArray(),
            EndpointPrivateAccess = true,
            EndpointPublicAccess = args.ApiAccess == ApiAccess.Allowlist,
            PublicAccessCidrs = PublicRanges(),
        },
        ZonalShiftConfig = new ClusterZonalShiftConfigArgs { Enabled = true },
    };

    private InputList<string> PublicRanges()
    {
        InputList<string> operators = args.OperatorRanges.Select(range => range.ToString()).ToArray();
        return operators.Concat(args.PublicReaders.Apply(addresses => addresses.Select(address => $"{address}/32").ToImmutableArray()));
    }

    // EKS refuses a cluster whose switches for nodes, disks and load balancers disagree, and turns off only what is said to be off.
    private static ClusterComputeConfigArgs ComputeOf(EksAutoMode? autoMode, AwsServiceRole? nodes) => autoMode is null || nodes is null
        ? new() { Enabled = false }
        : new() { Enabled = true, NodePools = autoMode.NodePools, NodeRoleArn = nodes.Arn };

    private static string TierOf(EksControlPlaneTier tier) => tier switch
    {
        EksControlPlaneTier.Standard => "standard",
        EksControlPlaneTier.Xl => "tier-xl",
        EksControlPlaneTier.TwoXl => "tier-2xl",
        EksControlPlaneTier.FourXl => "tier-4xl",
        EksControlPlaneTier.EightXl => "tier-8xl",
        _ => throw new UnreachableException(),
    };

    private void LetReachApi(Cidr range) => _ = new SecurityGroupIngressRule($"{name}-api-{range.ToString().Replace('/', '-').Replace('.', '-')}", new()
    {
        SecurityGroupId = Cluster.VpcConfig.Apply(vpc => vpc.ClusterSecurityGroupId!),
        Description = "A peer reads the API",
        CidrIpv4 = range.ToString(),
        IpProtocol = "tcp",
        FromPort = HttpsPort,
        ToPort = HttpsPort,
    }, new() { Parent = this });
}
