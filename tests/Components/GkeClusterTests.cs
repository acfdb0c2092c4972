using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class GkeClusterTests
{
    private const string Cluster = "gcp:container/cluster:Cluster";
    private const string Pool = "gcp:container/nodePool:NodePool";

    [Fact]
    public async Task Makes_WhatOnePoolNeeds()
    {
        var asked = await RunAsync();
        Assert.Equal(
            [
                "gcp:compute/router:Router 1",
                "gcp:container/cluster:Cluster 1",
                "gcp:container/nodePool:NodePool 1",
                "gcp:kms/cryptoKey:CryptoKey 2",
                "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember 2",
                "gcp:kms/keyRing:KeyRing 2",
                "gcp:projects/iAMMember:IAMMember 2",
                "gcp:projects/service:Service 11",
                "gcp:projects/serviceIdentity:ServiceIdentity 1",
                "gcp:serviceaccount/account:Account 1",
            ],
            asked.Counts());
    }

    [Fact]
    public async Task HasNoAddress_OnlyAName()
    {
        var cluster = (await RunAsync()).One(Cluster);
        Assert.Equal(
            "{dnsEndpointConfig: {allowExternalTraffic: true, enableK8sCertsViaDns: false, enableK8sTokensViaDns: true}, ipEndpointsConfig: {enabled: false}}",
            cluster.Input("controlPlaneEndpointsConfig"));
        Assert.Equal("{enablePrivateEndpoint: true, enablePrivateNodes: true, masterGlobalAccessConfig: {enabled: false}}", cluster.Input("privateClusterConfig"));
        // An empty block here would open the IP endpoint again.
        Assert.Equal("absent", cluster.Input("masterAuthorizedNetworksConfig"));
    }

    [Fact]
    public async Task HasAnAddressOfItsNetwork_WherePrivate_AsItsNameThenAnswersNobody()
    {
        var asked = await RunAsync(args => args with { ApiAccess = ApiAccess.Private });
        var cluster = asked.One(Cluster);
        Assert.Equal(
            "{dnsEndpointConfig: {allowExternalTraffic: false, enableK8sCertsViaDns: false, enableK8sTokensViaDns: true}, ipEndpointsConfig: {enabled: true}}",
            cluster.Input("controlPlaneEndpointsConfig"));
        Assert.Equal("{enablePrivateEndpoint: true, enablePrivateNodes: true, masterGlobalAccessConfig: {enabled: true}}", cluster.Input("privateClusterConfig"));
        Assert.Equal(
            "{cidrBlocks: [{cidrBlock: 10.0.0.0/8}], gcpPublicCidrsAccessEnabled: false, privateEndpointEnforcementEnabled: true}",
            cluster.Input("masterAuthorizedNetworksConfig"));
        var kubeconfig = asked.One("pulumi:providers:kubernetes").Input("kubeconfig");
        Assert.Contains("\"server\":\"https://10.32.", kubeconfig, StringComparison.Ordinal);
        Assert.Contains("certificate-authority-data", kubeconfig, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_APrivateApi_ThatNobodyMayCall() => Assert.Contains(
        "peerRanges: must hold at least one range where the API is private; got none; add those that may call it",
        await Harness.FailAsync((aws, gcp) => Make(gcp, args => args with { ApiAccess = ApiAccess.Private, PeerRanges = [] })),
        StringComparison.Ordinal);

    [Fact]
    public async Task RunsDataplaneV2_WorkloadIdentity_AndShieldedNodes()
    {
        var asked = await RunAsync();
        var cluster = asked.One(Cluster);
        Assert.Equal("ADVANCED_DATAPATH", cluster.Input("datapathProvider"));
        Assert.Equal("acme-mesh.svc.id.goog", cluster.Input("workloadIdentityConfig>workloadPool"));
        Assert.Equal("true", cluster.Input("enableShieldedNodes"));
        Assert.Equal("{enableIntegrityMonitoring: true, enableSecureBoot: true}", asked.One(Pool).Input("nodeConfig>shieldedInstanceConfig"));
        Assert.Equal("GKE_METADATA", asked.One(Pool).Input("nodeConfig>workloadMetadataConfig>mode"));
    }

    [Fact]
    public async Task RemovesTheDefaultPool_WhichNeverRunsAsTheDefaultAccount()
    {
        var asked = await RunAsync();
        var cluster = asked.One(Cluster);
        Assert.Equal("true", cluster.Input("removeDefaultNodePool"));
        Assert.Equal(asked.One(Pool).Input("nodeConfig>serviceAccount"), cluster.Input("nodeConfig>serviceAccount"));
        Assert.Equal(["initialNodeCount", "nodeConfig", "nodePools"], cluster.Options.IgnoreChanges);
    }

    [Fact]
    public async Task GivesItsNodes_WhatNodesNeed_AndNothingElse()
    {
        var asked = await RunAsync();
        var account = asked.One(Pool).Input("nodeConfig>serviceAccount");
        Assert.Equal(
            ["roles/artifactregistry.reader", "roles/container.defaultNodeServiceAccount"],
            asked.OfType("gcp:projects/iAMMember:IAMMember").Where(member => member.Input("member") == $"serviceAccount:{account}")
                .Select(member => member.Input("role")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GuardsTheCluster_InEngineProviderAndGoogle()
    {
        var cluster = (await RunAsync()).One(Cluster);
        Assert.True(cluster.Options.Protect);
        Assert.Equal("true", cluster.Input("deletionProtection"));
        Assert.Equal("PREVENT", cluster.Input("deletionPolicy"));

        var unguarded = (await RunAsync(args => args with { Protect = false })).One(Cluster);
        Assert.False(unguarded.Options.Protect);
        Assert.Equal("false", unguarded.Input("deletionProtection"));
        Assert.Equal("DELETE", unguarded.Input("deletionPolicy"));
    }

    [Fact]
    public async Task EncryptsSecretsAndDisks_OnceItsAgentsMayUseTheKeys()
    {
        var asked = await RunAsync();
        var cluster = asked.One(Cluster);
        Assert.Equal("ALL_OBJECTS_ENCRYPTION_ENABLED", cluster.Input("databaseEncryption>state"));
        Assert.Contains(asked.One("gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember", "east-secrets-agent").Urn, cluster.PropertyDependencies["databaseEncryption"]!);
        Assert.Contains(asked.One("gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember", "east-disks-agent").Urn, asked.One(Pool).PropertyDependencies["nodeConfig"]!);
    }

    [Fact]
    public async Task ControlPlane_WaitsForNoRoute()
    {
        var asked = await RunAsync();
        Assert.DoesNotContain("Router", asked.TypesBefore(asked.One(Cluster)));
        Assert.Contains("Router", asked.TypesBefore(asked.One(Pool)));
    }

    [Fact]
    public async Task Refuses_ANameThatIsTooLong() => Assert.Contains(
        "atCreation.physicalName: must be at most 40 characters; got aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; shorten the name of the site or of the stack",
        await Harness.FailAsync((aws, gcp) => Make(gcp, args => args with { AtCreation = args.AtCreation with { PhysicalName = new string('a', 41) } })),
        StringComparison.Ordinal);

    internal static Task<Asked> RunAsync(Func<GkeClusterArgs, GkeClusterArgs>? with = null) => Harness.RunAsync((aws, gcp) => Make(gcp, with));

    internal static GkeCluster Make(ComponentResourceOptions gcp, Func<GkeClusterArgs, GkeClusterArgs>? with = null, string name = "east")
    {
        var apis = new GoogleApis("apis", new()
        {
            Project = "acme-mesh",
            Apis = GkeFacts.Apis.Union([GkeFacts.BackupApi, GkeFacts.FleetApi]),
        }, gcp);
        var wayOut = new Pulumi.Gcp.Compute.Router("way-out", new() { Network = "network" }, new() { Provider = gcp.Provider });
        var args = Args(apis, wayOut);
        return new GkeCluster(name, with is null ? args : with(args), gcp);
    }

    internal static GkeClusterArgs Args(GoogleApis apis, Resource wayOut) => new()
    {
        AtCreation = new()
        {
            Project = "acme-mesh",
            Region = "us-east4",
            PhysicalName = "test-east",
            NetworkSelfLink = "network",
            SubnetSelfLink = "subnet",
            PodRangeName = "pods",
            ServiceRangeName = "services",
        },
        Pods = Cidr.Parse("10.64.0.0/17")!.Value,
        Zones = ["us-east4-a", "us-east4-b"],
        KubernetesVersion = KubernetesVersion.Parse("1.35")!.Value,
        Upgrades = new()
        {
            ReleaseChannel = "REGULAR",
            Window = new(new(22, 0), TimeSpan.FromHours(6), [DayOfWeek.Saturday, DayOfWeek.Sunday]),
        },
        WayOut = [wayOut],
        ApiAccess = ApiAccess.Allowlist,
        PeerRanges = [Cidr.Parse("10.0.0.0/8")!.Value],
        Access = [],
        Pools = ImmutableSortedDictionary.Create<string, GkePool>(StringComparer.Ordinal).Add("general", GeneralPool()),
        Apis = apis,
        Protect = true,
    };

    internal static GkePool GeneralPool() => new()
    {
        AtCreation = new(),
        MachineType = "e2-standard-2",
        Size = new GkePoolSize.PerZone(1, 3),
        DiskGibibytes = 50,
    };
}
