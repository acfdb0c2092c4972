using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Container;
using GetProject = Pulumi.Gcp.Organizations.GetProject;
using KubernetesProvider = Pulumi.Kubernetes.Provider;
using ServiceIdentity = Pulumi.Gcp.Projects.ServiceIdentity;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes a regional GKE cluster of private, shielded nodes whose API has no public address: only a name that IAM guards, or a private address.</summary>
/// <remarks>
/// Makes the control plane, keys for secrets and disks, 1 <see cref="GkeNodeAccount"/>, one <see cref="GkeNodePool"/> per pool, one object
/// per compute class, and 1 <see cref="GkeBackup"/> where asked for. The pool that GKE makes on its own is removed. The control plane waits for its keys and for the APIs that it uses;
/// pools also wait for <see cref="GkeClusterArgs.WayOut"/>.
/// </remarks>
public sealed class GkeCluster : ComponentResource, IKubernetesCluster
{
    public const string Token = "infra:clusters:GkeCluster";

    private readonly string name;
    private readonly GkeClusterArgs args;
    private readonly GkeCreation made;

    [Output("clusterName")] public Output<string> ClusterName { get; }

    /// <summary>The cluster's path: <c>projects/acme/locations/us-east4/clusters/dev-gcp-east</c>.</summary>
    [Output("clusterId")] public Output<string> ClusterId { get; }

    [Output("selfLink")] public Output<string> SelfLink { get; }

    [Output("endpoint")] public Output<string> Endpoint { get; }

    /// <inheritdoc/>
    /// <remarks>Empty where the API is reached by its name, whose certificate a public authority has signed.</remarks>
    [Output("certificateAuthority")] public Output<string> CertificateAuthority { get; }

    [Output("issuer")] public Output<string> Issuer { get; }

    [Output("nodeIdentity")] public Output<string> NodeIdentity { get; }

    /// <summary>The pool of the project's Kubernetes identities; resolves once the cluster exists, and with it the pool.</summary>
    [Output("workloadPool")] public Output<string> WorkloadPool { get; }

    /// <summary>The id of the key that encrypts what the control plane stores.</summary>
    [Output("secretsKeyId")] public Output<string> SecretsKeyId { get; }

    /// <summary>The id of the key that encrypts nodes' disks.</summary>
    [Output("disksKeyId")] public Output<string> DisksKeyId { get; }

    /// <summary>The number by which Google knows the project.</summary>
    public Output<string> ProjectNumber { get; }

    public string Project => made.Project;

    public ImmutableArray<Cidr> PodRanges => [args.Pods];

    public KubernetesProvider Provider { get; }

    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GkeCluster(string name, GkeClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args, made) = (name, args, args.AtCreation);
        ProjectNumber = FindProjectNumber();

        var account = new GkeNodeAccount($"{name}-node", new()
        {
            Project = made.Project,
            ClusterName = made.PhysicalName,
            Apis = args.Apis,
        }, new() { Parent = this });
        DisksKeyId = MakeKey("disks", ProjectNumber.Apply(GkeFacts.ComputeAgent)).KeyId;
        var agent = new ServiceIdentity($"{name}-agent", new() { Project = made.Project, Service = GkeFacts.ContainerApi },
            new() { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.ContainerApi) } });
        SecretsKeyId = MakeKey("secrets", agent.Member).KeyId;
        var cluster = MakeControlPlane(account);
        var pools = MakePools(cluster, account);

        (ClusterName, ClusterId, SelfLink, NodeIdentity) = (cluster.Name, cluster.Id, cluster.SelfLink, account.Email);
        Endpoint = args.IsPrivate
            ? cluster.PrivateClusterConfig.Apply(endpoints => $"https://{endpoints.PrivateEndpoint}")
            : cluster.ControlPlaneEndpointsConfig.Apply(endpoints => $"https://{endpoints.DnsEndpointConfig!.Endpoint}");
        Issuer = cluster.Name.Apply(clusterName => GkeFacts.Issuer(made.Project, made.Region, clusterName));
        CertificateAuthority = args.IsPrivate ? cluster.MasterAuth.Apply(master => master.ClusterCaCertificate ?? "") : Output.Create("");
        WorkloadPool = cluster.Id.Apply(_ => GkeFacts.WorkloadPool(made.Project));
        Provider = MakeProvider();
        Ready = [.. args.Access, .. pools.Select(pool => pool.Pool), .. args.WayOut];
        MakeComputeClasses();
        MakeBackup();
        RegisterOutputs();
    }

    private Cluster MakeControlPlane(GkeNodeAccount account)
    {
        var options = new CustomResourceOptions
        {
            Parent = this,
            Protect = args.Protect,
            DependsOn = { account.Roles.ToArray() },
            IgnoreChanges = { "initialNodeCount", "nodeConfig", "nodePools" },
        };
        if (args.Security.BinaryAuthorization)
        {
            options.DependsOn.Add(args.Apis.Enabled(GkeFacts.BinaryAuthorizationApi));
        }

        if (args.FleetProject is not null)
        {
            options.DependsOn.Add(args.Apis.Enabled(GkeFacts.FleetApi));
        }

        return new Cluster(name, new GkeControlPlane(args, account.Email, SecretsKeyId, DisksKeyId).Render(), options);
    }

    private List<GkeNodePool> MakePools(Cluster cluster, GkeNodeAccount account) =>
        [.. args.Pools.Select(pool => new GkeNodePool($"{name}-{pool.Key}", new()
        {
            Project = made.Project,
            Region = made.Region,
            ClusterId = cluster.Id,
            AccountEmail = account.Email,
            DisksKeyId = DisksKeyId,
            Pool = pool.Value,
            ClusterZones = args.Zones.Length,
            WaitFor = [.. account.Roles, .. args.WayOut],
        }, new() { Parent = this }))];

    private void MakeComputeClasses()
    {
        foreach (var (key, computeClass) in args.ComputeClasses)
        {
            _ = new ComputeClass($"{name}-class-{key}", computeClass.Render(key, NodeIdentity, DisksKeyId), new() { Parent = this, Provider = Provider, DependsOn = { args.Access.ToArray() } });
        }
    }

    private void MakeBackup()
    {
        if (args.Backup is { } schedule)
        {
            _ = new GkeBackup($"{name}-backup", new()
            {
                Project = made.Project,
                Region = made.Region,
                ClusterId = ClusterId,
                Schedule = schedule,
                Apis = args.Apis,
                Protect = args.Protect,
            }, new() { Parent = this });
        }
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
        // A secret that something reads while it runs is never gone, not even for a moment.
        EnableSecretMutable = true,
    }, new() { Parent = this });

    private GcpKey MakeKey(string purpose, Output<string> user) => new($"{name}-{purpose}", new()
    {
        Project = made.Project,
        Region = made.Region,
        Users = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("agent", user),
        Api = args.Apis.Enabled(GkeFacts.KmsApi),
        Protect = args.Protect,
    }, new() { Parent = this });

    private Output<string> FindProjectNumber() => GetProject
        .Invoke(new() { ProjectId = made.Project }, new InvokeOutputOptions
        {
            Parent = this,
            DependsOn = { args.Apis.Enabled(GkeFacts.ProjectsApi), args.Apis.Enabled(GkeFacts.ComputeApi) },
        })
        .Apply(project => project.Number);
}
