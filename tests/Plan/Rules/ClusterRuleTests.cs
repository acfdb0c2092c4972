using CrossCloudMesh.Plan.Rules.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Rules about clusters, each seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class ClusterRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Eks = "aws:eks/cluster:Cluster";
    private const string Gke = "gcp:container/cluster:Cluster";
    private const string Pool = "gcp:container/nodePool:NodePool";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    [Fact]
    public void EksLogs_Fails_When_OneKindIsMissing() => dev.Fails<EksLogs>(
        dev.With(Eks, "enabledClusterLogTypes", """["api","audit","authenticator","scheduler"]"""), "aws-east-cluster enabledClusterLogTypes");

    [Fact]
    public void EksAddonVersion_Fails_When_EksChooses() => dev.Fails<EksAddonVersion>(
        dev.With("aws:eks/addon:Addon", "addonVersion", null), "aws-east-cluster-aws-ebs-csi-driver addonVersion");

    [Fact]
    public void EksEndpoint_Fails_When_TheWholeInternetReachesIt() => dev.Fails<EksEndpoint>(
        dev.With(Eks, "vpcConfig.publicAccessCidrs", """["203.0.113.0/24","0.0.0.0/0"]"""), "aws-east-cluster vpcConfig.publicAccessCidrs[1]");

    [Fact]
    public void EksEndpoint_Fails_When_NobodySaysWhoReachesIt() =>
        dev.Fails<EksEndpoint>(dev.With(Eks, "vpcConfig.publicAccessCidrs", null), "aws-east-cluster vpcConfig.publicAccessCidrs");

    [Fact]
    public void EksEndpoint_Allows_APrivateOne() => dev.Fails<EksEndpoint>(
        dev.Change(Eks, cluster => cluster.With("vpcConfig.publicAccessCidrs", null).With("vpcConfig.endpointPublicAccess", "false")));

    [Theory]
    [InlineData("encryptionConfig", null)]
    [InlineData("encryptionConfig.resources", "[]")]
    public void EksSecretsKey_Fails_When_SecretsHaveNone(string path, string? value) =>
        dev.Fails<EksSecretsKey>(dev.With(Eks, path, value), "aws-east-cluster encryptionConfig");

    [Theory]
    [InlineData(Eks, "version", null, "aws-east-cluster version")]
    [InlineData(Eks, "version", "\"1.29\"", "aws-east-cluster version")]
    [InlineData(Gke, "minMasterVersion", "\"1.29\"", "gcp-east-cluster minMasterVersion")]
    [InlineData(Gke, "minMasterVersion", "\"1.35.8-gke.1225000\"")]
    [InlineData(Gke, "minMasterVersion", null)]
    public void KubernetesVersions_Fails_When_ItIsUnknownOrMissing(string type, string path, string? version, params string[] found) =>
        dev.Fails<KubernetesVersions>(dev.With(type, path, version), found);

    [Fact]
    public void EksNodeAccess_Fails_When_SshIsOpenToAll() => dev.Fails<EksNodeAccess>(
        dev.With("aws:eks/nodeGroup:NodeGroup", "remoteAccess.ec2SshKey", "\"key\""),
        "aws-east-cluster-general-az1 remoteAccess.sourceSecurityGroupIds");

    [Theory]
    [InlineData("httpTokens", "\"optional\"")]
    [InlineData("httpTokens", null)]
    [InlineData("httpPutResponseHopLimit", "2")]
    public void InstanceMetadata_Fails_When_PodsReachIt(string property, string? value) => dev.Fails<InstanceMetadata>(
        dev.With(Template, $"metadataOptions.{property}", value), $"aws-east-cluster-general metadataOptions.{property}");

    [Theory]
    [InlineData(Eks, null, "aws-east-cluster deletionProtection")]
    [InlineData(Eks, "false", "aws-east-cluster deletionProtection")]
    [InlineData(Gke, "false", "gcp-east-cluster deletionProtection")]
    [InlineData(Gke, null)]
    public void DeletionGuard_Fails_When_TheCloudHasNone(string type, string? value, params string[] found) =>
        dev.Fails<DeletionGuard>(dev.With(type, "deletionProtection", value), found);

    [Fact]
    public void DeletionGuard_Fails_When_TheEngineHasNone() => dev.Fails<DeletionGuard>(
        dev.Change(Eks, cluster => cluster with { Options = new() }), "aws-east-cluster options.protect");

    [Fact]
    public void GkePrivateNodes_Fails_When_TheClusterHasPublicOnes() => dev.Fails<GkePrivateNodes>(
        dev.With(Gke, "privateClusterConfig.enablePrivateNodes", null), "gcp-east-cluster privateClusterConfig.enablePrivateNodes");

    [Fact]
    public void GkePrivateNodes_Fails_When_APoolHasPublicOnes() => dev.Fails<GkePrivateNodes>(
        dev.With(Pool, "networkConfig.enablePrivateNodes", "false"), "gcp-east-cluster-general networkConfig.enablePrivateNodes");

    [Theory]
    [InlineData(null, "masterAuthorizedNetworksConfig")]
    [InlineData("""{"cidrBlocks":[{"cidrBlock":"0.0.0.0/0"}]}""", "masterAuthorizedNetworksConfig.cidrBlocks[0].cidrBlock")]
    public void GkeEndpoint_Fails_When_TheWholeInternetReachesIt(string? networks, string path) => dev.Fails<GkeEndpoint>(
        dev.Change(Gke, cluster => cluster
            .With("controlPlaneEndpointsConfig.ipEndpointsConfig.enabled", "true")
            .With("privateClusterConfig.enablePrivateEndpoint", "false")
            .With("masterAuthorizedNetworksConfig", networks)),
        "gcp-east-cluster " + path);

    [Theory]
    [InlineData(Gke, "enableShieldedNodes", "false", "gcp-east-cluster enableShieldedNodes")]
    [InlineData(Pool, "nodeConfig.shieldedInstanceConfig.enableSecureBoot", "false", "gcp-east-cluster-general nodeConfig.shieldedInstanceConfig.enableSecureBoot")]
    [InlineData(Pool, "nodeConfig.shieldedInstanceConfig.enableIntegrityMonitoring", null, "gcp-east-cluster-general nodeConfig.shieldedInstanceConfig.enableIntegrityMonitoring")]
    public void GkeShieldedNodes_Fails_When_OneShieldIsOff(string type, string path, string? value, string found) =>
        dev.Fails<GkeShieldedNodes>(dev.With(type, path, value), found);

    [Theory]
    [InlineData(Gke, "workloadIdentityConfig", "gcp-east-cluster workloadIdentityConfig")]
    [InlineData(Pool, "nodeConfig.workloadMetadataConfig", "gcp-east-cluster-general nodeConfig.workloadMetadataConfig.mode")]
    public void GkeMetadata_Fails_When_PodsSeeThatOfTheirNode(string type, string path, string found) =>
        dev.Fails<GkeMetadata>(dev.With(type, path, null), found);

    [Theory]
    [InlineData("\"UNSPECIFIED\"")]
    [InlineData(null)]
    public void GkeReleaseChannel_Fails_When_ThereIsNone(string? channel) => dev.Fails<GkeReleaseChannel>(
        dev.With(Gke, "releaseChannel.channel", channel), "gcp-east-cluster releaseChannel.channel");

    [Theory]
    [InlineData("enableLegacyAbac")]
    [InlineData("masterAuth.clientCertificateConfig.issueClientCertificate")]
    public void GkeLegacyAccess_Fails_When_OneIsOn(string path) =>
        dev.Fails<GkeLegacyAccess>(dev.With(Gke, path, "true"), "gcp-east-cluster " + path);

    [Fact]
    public void GkeNetworkPolicy_Fails_When_NothingEnforcesIt() => dev.Fails<GkeNetworkPolicy>(
        dev.With(Gke, "datapathProvider", "\"LEGACY_DATAPATH\""), "gcp-east-cluster datapathProvider networkPolicy.enabled");

    [Fact]
    public void GkeIntranodeVisibility_Fails_When_ItIsOff() => dev.Fails<GkeIntranodeVisibility>(
        dev.With(Gke, "enableIntranodeVisibility", null), "gcp-east-cluster enableIntranodeVisibility");

    [Theory]
    [InlineData(null)]
    [InlineData("\"default\"")]
    [InlineData("\"123456789012-compute@developer.gserviceaccount.com\"")]
    public void GkeNodeAccount_Fails_When_ItIsTheDefaultOne(string? account) => dev.Fails<GkeNodeAccount>(
        dev.With(Pool, "nodeConfig.serviceAccount", account), "gcp-east-cluster-general nodeConfig.serviceAccount");

    [Fact]
    public void GkeInlinePools_Fails_When_TheClusterHoldsOne() =>
        dev.Fails<GkeInlinePools>(dev.With(Gke, "nodePools", """[{"name":"general"}]"""), "gcp-east-cluster nodePools");

    [Theory]
    [InlineData(Gke, "databaseEncryption.keyName", null, "gcp-east-cluster databaseEncryption")]
    [InlineData(Gke, "databaseEncryption.state", "\"DECRYPTED\"", "gcp-east-cluster databaseEncryption")]
    [InlineData(Pool, "nodeConfig.bootDiskKmsKey", null, "gcp-east-cluster-general nodeConfig.bootDiskKmsKey")]
    public void GkeKeys_Fails_When_OneIsGooglesOwn(string type, string path, string? value, string found) =>
        dev.Fails<GkeKeys>(dev.With(type, path, value), found);
}
