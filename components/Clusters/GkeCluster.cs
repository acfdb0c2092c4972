using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;
using Pulumi.Gcp.ServiceAccount;
using GetProject = Pulumi.Gcp.Organizations.GetProject;
using KubernetesProvider = Pulumi.Kubernetes.Provider;
using IAMMember = Pulumi.Gcp.Projects.IAMMember;
using ServiceIdentity = Pulumi.Gcp.Projects.ServiceIdentity;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes a regional GKE cluster of private, shielded nodes whose API has no IP address, only a name that IAM guards.</summary>
/// <remarks>
/// Makes the control plane, keys for secrets and disks, the account that nodes run as with its roles, one role member per
/// administrator, and one <see cref="GkeNodePool"/> per pool. The pool that GKE makes on its own is removed. The control plane waits
/// for its keys and for the APIs that it uses; pools also wait for <see cref="GkeClusterArgs.WayOut"/>.
/// </remarks>
public sealed class GkeCluster : ComponentResource, IKubernetesCluster
{
    public const string Token = "infra:clusters:GkeCluster";

    private readonly string name;
    private readonly GkeClusterArgs args;
    private readonly CustomResourceOptions afterProjects;

    [Output("clusterName")] public Output<string> ClusterName { get; }

    [Output("endpoint")] public Output<string> Endpoint { get; }

    /// <inheritdoc/>
    /// <remarks>Empty: the name's certificate is signed by a public authority.</remarks>
    [Output("certificateAuthority")] public Output<string> CertificateAuthority { get; }

    [Output("issuer")] public Output<string> Issuer { get; }

    [Output("nodeIdentity")] public Output<string> NodeIdentity { get; }

    public ImmutableArray<Cidr> PodRanges => [args.Pods];

    public KubernetesProvider Provider { get; }

    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GkeCluster(string name, GkeClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        afterProjects = new CustomResourceOptions { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.ProjectsApi) } };

        var (account, accountRoles) = MakeNodeAccount();
        var disksKey = MakeKey("disks", ComputeAgent());
        var cluster = MakeControlPlane(account, accountRoles, disksKey);

        var access = args.Administrators.Select(administrator => new IAMMember($"{name}-administrator-{administrator.Key}", new()
        {
            Project = args.Project,
            Role = GkeFacts.AdministratorRole,
            Member = administrator.Value,
        }, afterProjects)).ToList();

        var pools = args.Pools.Select(pool => new GkeNodePool($"{name}-{pool.Key}", new()
        {
            Project = args.Project,
            Region = args.Region,
            ClusterId = cluster.Id,
            AccountEmail = account.Email,
            DisksKeyId = disksKey.KeyId,
            Pool = pool.Value,
            WaitFor = [.. accountRoles, .. args.WayOut],
        }, new() { Parent = this })).ToList();

        ClusterName = cluster.Name;
        Endpoint = cluster.ControlPlaneEndpointsConfig.Apply(endpoints => $"https://{endpoints.DnsEndpointConfig!.Endpoint}");
        Issuer = cluster.Name.Apply(clusterName => GkeFacts.Issuer(args.Project, args.Region, clusterName));
        CertificateAuthority = Output.Create("");
        NodeIdentity = account.Email;
        Provider = MakeProvider();
        Ready = [.. access, .. pools.Select(pool => pool.Pool), .. args.WayOut];
        RegisterOutputs();
    }

    private (Account Account, Resource[] Roles) MakeNodeAccount()
    {
        var account = new Account($"{name}-node", new()
        {
            Project = args.Project,
            DisplayName = $"Nodes of {args.PhysicalName}",
        }, new() { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.AccountsApi) } });
        var roles = GkeFacts.NodeRoles.Select(role => new IAMMember($"{name}-node-{role.Key}", new()
        {
            Project = args.Project,
            Role = role.Value,
            Member = account.Member,
        }, afterProjects));
        return (account, [.. roles]);
    }

    private Cluster MakeControlPlane(Account account, Resource[] accountRoles, GcpKey disksKey)
    {
        var agent = new ServiceIdentity($"{name}-agent", new() { Project = args.Project, Service = GkeFacts.ContainerApi },
            new() { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.ContainerApi) } });
        var secretsKey = MakeKey("secrets", agent.Member);

        return new Cluster(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Location = args.Region,
            NodeLocations = args.Zones,
            MinMasterVersion = args.KubernetesVersion,
            ReleaseChannel = new ClusterReleaseChannelArgs { Channel = args.ReleaseChannel },
            MaintenancePolicy = new ClusterMaintenancePolicyArgs { RecurringWindow = args.Maintenance.Render() },
            DeletionProtection = args.Protect,
            DeletionPolicy = args.Protect ? "PREVENT" : "DELETE",

            Network = args.NetworkSelfLink,
            Subnetwork = args.SubnetSelfLink,
            NetworkingMode = "VPC_NATIVE",
            IpAllocationPolicy = new ClusterIpAllocationPolicyArgs
            {
                ClusterSecondaryRangeName = args.PodRangeName,
                ServicesSecondaryRangeName = args.ServiceRangeName,
            },
            DatapathProvider = "ADVANCED_DATAPATH",
            // Dataplane V2 enforces network policies by itself; scanners read that only from the older switch being written as off.
            NetworkPolicy = new ClusterNetworkPolicyArgs { Enabled = false },
            EnableIntranodeVisibility = true,
            DnsConfig = new ClusterDnsConfigArgs { ClusterDns = "CLOUD_DNS", ClusterDnsScope = "CLUSTER_SCOPE" },
            GatewayApiConfig = new ClusterGatewayApiConfigArgs { Channel = "CHANNEL_STANDARD" },
            ServiceExternalIpsConfig = new ClusterServiceExternalIpsConfigArgs { Enabled = false },

            PrivateClusterConfig = new ClusterPrivateClusterConfigArgs { EnablePrivateNodes = true, EnablePrivateEndpoint = true },
            ControlPlaneEndpointsConfig = new ClusterControlPlaneEndpointsConfigArgs
            {
                DnsEndpointConfig = new ClusterControlPlaneEndpointsConfigDnsEndpointConfigArgs
                {
                    AllowExternalTraffic = args.ApiAccess == ApiAccess.Allowlist,
                },
                IpEndpointsConfig = new ClusterControlPlaneEndpointsConfigIpEndpointsConfigArgs { Enabled = false },
            },

            WorkloadIdentityConfig = new ClusterWorkloadIdentityConfigArgs { WorkloadPool = $"{args.Project}.svc.id.goog" },
            DatabaseEncryption = new ClusterDatabaseEncryptionArgs { State = "ENCRYPTED", KeyName = secretsKey.KeyId },
            EnableShieldedNodes = true,
            EnableLegacyAbac = false,
            MasterAuth = new ClusterMasterAuthArgs
            {
                ClientCertificateConfig = new ClusterMasterAuthClientCertificateConfigArgs { IssueClientCertificate = false },
            },
            RbacBindingConfig = new ClusterRbacBindingConfigArgs
            {
                EnableInsecureBindingSystemAuthenticated = false,
                EnableInsecureBindingSystemUnauthenticated = false,
            },
            SecurityPostureConfig = new ClusterSecurityPostureConfigArgs { Mode = "BASIC" },

            LoggingConfig = new ClusterLoggingConfigArgs { EnableComponents = { GkeFacts.LoggedComponents.ToArray() } },
            MonitoringConfig = new ClusterMonitoringConfigArgs
            {
                EnableComponents = { "SYSTEM_COMPONENTS" },
                ManagedPrometheus = new ClusterMonitoringConfigManagedPrometheusArgs { Enabled = true },
            },
            CostManagementConfig = new ClusterCostManagementConfigArgs { Enabled = true },

            RemoveDefaultNodePool = true,
            InitialNodeCount = 1,
            // The pool that is removed still exists for a minute, and an organisation may forbid the project's default account.
            NodeConfig = new ClusterNodeConfigArgs
            {
                ServiceAccount = account.Email,
                OauthScopes = { GkeNodePool.CloudPlatformScope },
                BootDiskKmsKey = disksKey.KeyId,
                ShieldedInstanceConfig = new ClusterNodeConfigShieldedInstanceConfigArgs
                {
                    EnableSecureBoot = true,
                    EnableIntegrityMonitoring = true,
                },
            },
        }, new()
        {
            Parent = this,
            Protect = args.Protect,
            DependsOn = { accountRoles },
            IgnoreChanges = { "initialNodeCount", "nodeConfig", "nodePools" },
        });
    }

    private KubernetesProvider MakeProvider() => new(name, new()
    {
        KubeConfig = Output.Tuple(ClusterName, Endpoint, CertificateAuthority).Apply(cluster => new KubeConfig
        {
            Name = cluster.Item1,
            Server = cluster.Item2,
            CertificateAuthority = cluster.Item3,
            TokenCommand = "gke-gcloud-auth-plugin",
        }.ToJson()),
        DeleteUnreachable = args.Teardown,
    }, new() { Parent = this });

    private GcpKey MakeKey(string purpose, Output<string> user) => new($"{name}-{purpose}", new()
    {
        Project = args.Project,
        Region = args.Region,
        Users = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("agent", user),
        Api = args.Apis.Enabled(GkeFacts.KmsApi),
        Protect = args.Protect,
    }, new() { Parent = this });

    /// <summary>The member as which Compute Engine encrypts disks; it is known by the project's number only.</summary>
    private Output<string> ComputeAgent() => GetProject
        .Invoke(new() { ProjectId = args.Project }, new InvokeOutputOptions
        {
            Parent = this,
            DependsOn = { args.Apis.Enabled(GkeFacts.ProjectsApi), args.Apis.Enabled(GkeFacts.ComputeApi) },
        })
        .Apply(project => GkeFacts.ComputeAgent(project.Number));
}
