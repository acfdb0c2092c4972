using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using KubernetesProvider = Pulumi.Kubernetes.Provider;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes an EKS cluster whose nodes are private, whose secrets and disks are encrypted and whose every API call is on record.</summary>
/// <remarks>
/// Makes an <see cref="EksControlPlane"/>, an <see cref="EksAccess"/>, the add-ons of each phase, one role for nodes of
/// managed groups and one <see cref="EksNodePool"/> per pool, one role for nodes of Auto Mode, the key of the nodes' disks, an
/// <see cref="EksBackup"/> where there is a schedule, and the <see cref="EksCapabilities"/> that are asked for. The control plane waits for its role, keys and log group only; nodes also wait for <see cref="EksClusterArgs.WayOut"/>.
/// </remarks>
public sealed class EksCluster : ComponentResource, IKubernetesCluster
{
    public const string Token = "infra:clusters:EksCluster";

    private readonly string name;
    private readonly EksClusterArgs args;
    private readonly ComponentResourceOptions child;

    [Output("clusterName")] public Output<string> ClusterName { get; }

    [Output("clusterArn")] public Output<string> ClusterArn { get; }

    [Output("endpoint")] public Output<string> Endpoint { get; }

    [Output("certificateAuthority")] public Output<string> CertificateAuthority { get; }

    [Output("issuer")] public Output<string> Issuer { get; }

    [Output("nodeIdentity")] public Output<string> NodeIdentity { get; }

    [Output("controlPlaneRoleArn")] public Output<string> ControlPlaneRoleArn { get; }

    [Output("secretsKeyArn")] public Output<string> SecretsKeyArn { get; }

    [Output("disksKeyArn")] public Output<string> DisksKeyArn { get; }

    [Output("logGroupArn")] public Output<string> LogGroupArn { get; }

    /// <summary>The group that EKS puts around control plane and nodes; extra rules go onto it.</summary>
    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; }

    public ImmutableArray<Cidr> PodRanges => args.PodRanges;

    public KubernetesProvider Provider { get; }

    public IReadOnlyList<Resource> Ready { get; }

    /// <summary>The pools of managed groups, by key: an autoscaler asks them for their groups.</summary>
    public ImmutableSortedDictionary<string, EksNodePool> Pools { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public EksCluster(string name, EksClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        child = new ComponentResourceOptions { Parent = this };

        var disksKey = new AwsKey($"{name}-disks", new()
        {
            AccountId = args.AccountId,
            AliasName = $"{args.AtCreation.PhysicalName}-disks",
            Description = $"Encrypts the disks of nodes of {args.AtCreation.PhysicalName}",
            Uses = [AwsKey.UsedByVolumes(args.Region, args.AccountId)],
            Protect = args.Protect,
        }, child);
        var autoModeNodes = args.AutoMode is null ? null : MakeNodeRole("auto-node", EksFacts.AutoModeNodePolicies);
        var controlPlane = new EksControlPlane(name, args, autoModeNodes, child);
        var cluster = controlPlane.Cluster;

        var access = new EksAccess(name, new() { ClusterName = cluster.Name, Grants = args.Grants }, child);
        var addons = new EksAddons(name, args, this, cluster.Name);
        var beforeNodes = addons.Make(EksAddonPhase.BeforeNodes, []);
        var nodes = args.Pools.IsEmpty ? null : MakeNodeRole("node", EksFacts.NodePolicies);
        Pools = args.Pools.ToImmutableSortedDictionary(pool => pool.Key, pool => new EksNodePool($"{name}-{pool.Key}", new()
        {
            PhysicalName = $"{args.AtCreation.PhysicalName}-{pool.Key}",
            ClusterName = cluster.Name,
            KubernetesVersion = args.KubernetesVersion,
            NodeRoleArn = nodes!.Arn,
            DisksKeyArn = disksKey.Arn,
            SubnetIds = args.SubnetIdsOf(pool.Value),
            Pool = pool.Value,
            IsAutoscaled = args.IsAutoscaled,
            Tags = args.Tags,
            WaitFor = [.. nodes.Ready, .. beforeNodes, .. args.WayOut],
        }, child), StringComparer.Ordinal);

        // One group is enough for them to run on, and the first is as good as any. Auto Mode brings a node when a pod asks for one.
        Resource[] running = args.SystemPool is { } system ? [Pools[system].Groups.First().Value] : [.. args.WayOut];
        var afterNodes = addons.Make(EksAddonPhase.AfterNodes, running);

        ClusterName = cluster.Name;
        ClusterArn = cluster.Arn;
        Endpoint = cluster.Endpoint;
        CertificateAuthority = cluster.CertificateAuthority.Apply(authority => authority.Data!);
        Issuer = cluster.Identities.Apply(identities => identities[0].Oidcs[0].Issuer!);
        NodeIdentity = (nodes ?? autoModeNodes!).Arn;
        ControlPlaneRoleArn = controlPlane.RoleArn;
        SecretsKeyArn = controlPlane.SecretsKeyArn;
        DisksKeyArn = disksKey.Arn;
        LogGroupArn = controlPlane.LogGroupArn;
        SecurityGroupId = cluster.VpcConfig.Apply(vpc => vpc.ClusterSecurityGroupId!);
        Provider = MakeProvider();
        Ready =
        [
            cluster,
            .. access.Ready,
            .. beforeNodes,
            .. Pools.Values.SelectMany(pool => pool.Groups.Values),
            .. afterNodes,
            .. args.WayOut,
        ];
        MakeBackup();
        if (args.Capabilities is { } capabilities)
        {
            _ = new EksCapabilities($"{name}-capabilities", new() { ClusterName = cluster.Name, Capabilities = capabilities }, child);
        }

        RegisterOutputs();
    }

    private void MakeBackup()
    {
        if (args.Backup is { } schedule)
        {
            _ = new EksBackup($"{name}-backup", new()
            {
                AccountId = args.AccountId,
                PhysicalName = args.AtCreation.PhysicalName,
                ClusterArn = ClusterArn,
                Schedule = schedule,
                Protect = args.Protect,
            }, child);
        }
    }

    private AwsServiceRole MakeNodeRole(string part, ImmutableSortedDictionary<string, string> policyArns) =>
        new($"{name}-{part}", new() { Service = "ec2.amazonaws.com", ManagedPolicyArns = policyArns }, child);

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
        // A secret that something reads while it runs is never gone, not even for a moment.
        EnableSecretMutable = true,
    }, new() { Parent = this });
}
