using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Iam;
using KubernetesProvider = Pulumi.Kubernetes.Provider;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes an EKS cluster whose nodes are private, whose secrets and disks are encrypted and whose every API call is on record.</summary>
/// <remarks>
/// Makes the control plane with its role, log group and keys, the add-ons in two phases (before and after the first node), one access
/// entry per administrator, one role for all nodes, and one <see cref="EksNodePool"/> per pool. The control plane waits for its role,
/// keys and log group only; nodes also wait for <see cref="EksClusterArgs.WayOut"/>.
/// </remarks>
public sealed class EksCluster : ComponentResource, IKubernetesCluster
{
    public const string Token = "infra:clusters:EksCluster";

    private readonly string name;
    private readonly EksClusterArgs args;
    private readonly CustomResourceOptions child;

    [Output("clusterName")] public Output<string> ClusterName { get; }

    [Output("endpoint")] public Output<string> Endpoint { get; }

    [Output("certificateAuthority")] public Output<string> CertificateAuthority { get; }

    [Output("issuer")] public Output<string> Issuer { get; }

    [Output("nodeIdentity")] public Output<string> NodeIdentity { get; }

    public ImmutableArray<Cidr> PodRanges => args.PodRanges;

    public KubernetesProvider Provider { get; }

    public IReadOnlyList<Resource> Ready { get; }

    /// <summary>The group that EKS puts around control plane and nodes; extra rules go onto it.</summary>
    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public EksCluster(string name, EksClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        child = new CustomResourceOptions { Parent = this };

        var secretsKey = MakeKey("secrets", "Encrypts Kubernetes secrets in etcd");
        var disksKey = MakeKey("disks", "Encrypts the disks of nodes", AwsKey.UsedByVolumes(args.Region, args.AccountId));
        var cluster = MakeControlPlane(secretsKey);

        var access = args.Administrators.Select(administrator => LetAdminister(cluster, administrator.Key, administrator.Value)).ToList();

        var beforeNodes = EksFacts.AddonsBeforeNodes.Select(addon => MakeAddon(cluster, addon, [])).ToList();
        var (nodeRole, nodePolicies) = MakeRole("node", AwsPolicy.AssumableBy("ec2.amazonaws.com"), EksFacts.NodePolicies);
        var pools = args.Pools.Select(pool => new EksNodePool($"{name}-{pool.Key}", new()
        {
            PhysicalName = $"{args.PhysicalName}-{pool.Key}",
            ClusterName = cluster.Name,
            NodeRoleArn = nodeRole.Arn,
            DisksKeyArn = disksKey.Arn,
            SubnetIds = args.NodeSubnetIds,
            Pool = pool.Value,
            WaitFor = [.. nodePolicies, .. beforeNodes, .. args.WayOut],
        }, new() { Parent = this })).ToList();

        // One group is enough for them to run on, and the first is as good as any.
        var afterNodes = EksFacts.AddonsAfterNodes.Select(addon => MakeAddon(cluster, addon, [pools[0].Group])).ToList();

        ClusterName = cluster.Name;
        Endpoint = cluster.Endpoint;
        CertificateAuthority = cluster.CertificateAuthority.Apply(authority => authority.Data!);
        NodeIdentity = nodeRole.Arn;
        Provider = MakeProvider();
        Ready = [.. access, .. beforeNodes, .. pools.Select(pool => pool.Group), .. afterNodes, .. args.WayOut];
        Issuer = cluster.Identities.Apply(identities => identities[0].Oidcs[0].Issuer!);
        SecurityGroupId = cluster.VpcConfig.Apply(vpc => vpc.ClusterSecurityGroupId!);
        RegisterOutputs();
    }

    private Cluster MakeControlPlane(AwsKey secretsKey)
    {
        var logs = new AwsLogGroup($"{name}-log", new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            LogGroupName = EksFacts.LogGroupName(args.PhysicalName),
            KeyAliasName = $"{args.PhysicalName}-log",
            RetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });

        var (role, policies) = MakeRole(
            "control-plane",
            AwsPolicy.AssumableBy("eks.amazonaws.com"),
            ImmutableSortedDictionary<string, string>.Empty.Add("cluster", EksFacts.ClusterPolicy));
        var useOfKey = new RolePolicy($"{name}-control-plane-secrets", new()
        {
            Role = role.Name,
            Policy = secretsKey.Arn.Apply(arn => new AwsPolicy(new AwsStatement
            {
                Sid = "EncryptSecrets",
                Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"],
                Resources = [arn],
            }).ToJson()),
        }, child);

        return new Cluster(name, new()
        {
            Name = args.PhysicalName,
            Version = args.KubernetesVersion,
            RoleArn = role.Arn,
            AccessConfig = new ClusterAccessConfigArgs
            {
                AuthenticationMode = "API",
                BootstrapClusterCreatorAdminPermissions = false,
            },
            BootstrapSelfManagedAddons = false,
            DeletionProtection = args.Protect,
            EnabledClusterLogTypes = { EksFacts.ControlPlaneLogTypes.ToArray() },
            EncryptionConfig = new ClusterEncryptionConfigArgs
            {
                Provider = new ClusterEncryptionConfigProviderArgs { KeyArn = secretsKey.Arn },
                Resources = { "secrets" },
            },
            KubernetesNetworkConfig = new ClusterKubernetesNetworkConfigArgs { IpFamily = "ipv4", ServiceIpv4Cidr = args.Services.ToString() },
            UpgradePolicy = new ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
            VpcConfig = new ClusterVpcConfigArgs
            {
                SubnetIds = args.ControlPlaneSubnetIds,
                EndpointPrivateAccess = true,
                EndpointPublicAccess = args.ApiAccess == ApiAccess.Allowlist,
                PublicAccessCidrs = { args.OperatorRanges.Select(range => range.ToString()).ToArray() },
            },
            ZonalShiftConfig = new ClusterZonalShiftConfigArgs { Enabled = true },
        }, new()
        {
            Parent = this,
            Protect = args.Protect,
            DependsOn = { logs.Group, policies, useOfKey },
            // Both count at creation only; a cluster that was imported need not be made again because of them.
            IgnoreChanges = { "accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons" },
        });
    }

    private AwsKey MakeKey(string purpose, string description, params AwsStatement[] uses) => new($"{name}-{purpose}", new()
    {
        AccountId = args.AccountId,
        AliasName = $"{args.PhysicalName}-{purpose}",
        Description = $"{description} of {args.PhysicalName}",
        Uses = uses,
        Protect = args.Protect,
    }, new() { Parent = this });

    private (Role Role, Resource[] Policies) MakeRole(string part, AwsPolicy trust, ImmutableSortedDictionary<string, string> policyArns)
    {
        var role = new Role($"{name}-{part}", new() { AssumeRolePolicy = trust.ToJson() }, child);
        var policies = policyArns.Select(policy => new RolePolicyAttachment($"{name}-{part}-{policy.Key}", new()
        {
            Role = role.Name,
            PolicyArn = policy.Value,
        }, child));
        return (role, [.. policies]);
    }

    private Addon MakeAddon(Cluster cluster, EksAddonFact addon, Resource[] waitFor)
    {
        var addonArgs = new AddonArgs
        {
            ClusterName = cluster.Name,
            AddonName = addon.Name,
            ResolveConflictsOnCreate = "OVERWRITE",
            ResolveConflictsOnUpdate = "PRESERVE",
        };
        if (addon.ConfigurationJson is not null)
        {
            addonArgs.ConfigurationValues = addon.ConfigurationJson;
        }

        if (addon.Identity is not null)
        {
            var (role, policies) = MakeRole(
                addon.Name,
                AwsPolicy.AssumableBy("pods.eks.amazonaws.com", "sts:AssumeRole", "sts:TagSession"),
                ImmutableSortedDictionary<string, string>.Empty.Add("policy", addon.Identity.PolicyArn));
            addonArgs.PodIdentityAssociations.Add(new AddonPodIdentityAssociationArgs
            {
                RoleArn = role.Arn,
                ServiceAccount = addon.Identity.ServiceAccount,
            });
            waitFor = [.. waitFor, .. policies];
        }

        return new Addon($"{name}-{addon.Name}", addonArgs, new() { Parent = this, DependsOn = { waitFor } });
    }

    private AccessPolicyAssociation LetAdminister(Cluster cluster, string key, string principalArn)
    {
        // EKS takes one entry per principal, so an entry that is to be replaced must go first.
        var entry = new AccessEntry($"{name}-administrator-{key}", new()
        {
            ClusterName = cluster.Name,
            PrincipalArn = principalArn,
            Type = "STANDARD",
        }, new() { Parent = this, DeleteBeforeReplace = true });
        return new AccessPolicyAssociation($"{name}-administrator-{key}", new()
        {
            ClusterName = cluster.Name,
            PrincipalArn = entry.PrincipalArn,
            PolicyArn = EksFacts.AdministratorAccessPolicy,
            AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, child);
    }

    private KubernetesProvider MakeProvider() => new(name, new()
    {
        KubeConfig = Output.Tuple(ClusterName, Endpoint, CertificateAuthority).Apply(cluster => new KubeConfig
        {
            Name = cluster.Item1,
            Server = cluster.Item2,
            CertificateAuthority = cluster.Item3,
            TokenCommand = "aws",
            TokenArguments = ["eks", "get-token", "--cluster-name", cluster.Item1, "--region", args.Region, "--output", "json"],
        }.ToJson()),
        DeleteUnreachable = args.Teardown,
    }, child);
}
