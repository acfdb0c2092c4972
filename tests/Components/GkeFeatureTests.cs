using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What a GKE cluster always has, and what it has where asked.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeFeatureTests
{
    private const string Cluster = "gcp:container/cluster:Cluster";

    [Fact]
    public async Task IsClosed_ToWhoeverIsNobody()
    {
        var cluster = await RunAsync();
        Assert.Equal("{mode: LIMITED}", cluster.Input("anonymousAuthenticationConfig"));
        Assert.Equal("{enableInsecureBindingSystemAuthenticated: false, enableInsecureBindingSystemUnauthenticated: false}", cluster.Input("rbacBindingConfig"));
        Assert.Equal("{clientCertificateConfig: {issueClientCertificate: false}}", cluster.Input("masterAuth"));
        Assert.Equal("false", cluster.Input("enableLegacyAbac"));
        Assert.Equal("{evaluationMode: PROJECT_SINGLETON_POLICY_ENFORCE}", cluster.Input("binaryAuthorization"));
        Assert.Equal("{mode: BASIC}", cluster.Input("securityPostureConfig"));
    }

    [Fact]
    public async Task HasANetwork_ReadyForAMesh()
    {
        var cluster = await RunAsync();
        Assert.Equal("true", cluster.Input("enableL4IlbSubsetting"));
        Assert.Equal("{channel: CHANNEL_STANDARD}", cluster.Input("gatewayApiConfig"));
        Assert.Equal("{clusterDns: CLOUD_DNS, clusterDnsScope: CLUSTER_SCOPE}", cluster.Input("dnsConfig"));
        Assert.Equal("{enabled: true}", cluster.Input("addonsConfig>dnsCacheConfig"));
        Assert.Equal("{enabled: false}", cluster.Input("networkPolicy"));
        Assert.Equal("{enabled: false}", cluster.Input("addonsConfig>gkeBackupAgentConfig"));
    }

    [Fact]
    public async Task TellsOfItself_AndWhatItCosts()
    {
        var cluster = await RunAsync();
        Assert.Equal("{enabled: true}", cluster.Input("costManagementConfig"));
        Assert.Equal("[APISERVER, CONTROLLER_MANAGER, SCHEDULER, SYSTEM_COMPONENTS, WORKLOADS]", cluster.Input("loggingConfig>enableComponents"));
        Assert.Equal(
            "{advancedDatapathObservabilityConfig: {enableMetrics: true, enableRelay: false}, enableComponents: [SYSTEM_COMPONENTS], managedPrometheus: {enabled: true}}",
            cluster.Input("monitoringConfig"));

        var quiet = await RunAsync(args => args with { Observability = new() { ManagedPrometheus = false, DataplaneMetrics = false, WorkloadLogs = false } });
        Assert.Equal("[APISERVER, CONTROLLER_MANAGER, SCHEDULER, SYSTEM_COMPONENTS]", quiet.Input("loggingConfig>enableComponents"));
        Assert.Equal("{enabled: false}", quiet.Input("monitoringConfig>managedPrometheus"));
        Assert.Equal("false", quiet.Input("monitoringConfig>advancedDatapathObservabilityConfig>enableMetrics"));
    }

    [Fact]
    public async Task Has_WhatWasAskedFor_AndNothingElse()
    {
        var plain = await RunAsync();
        Assert.All(
            ["authenticatorGroupsConfig", "notificationConfig", "fleet", "rollbackSafeUpgrade", "gkeAutoUpgradeConfig"],
            input => Assert.Equal("absent", plain.Input(input)));

        var cluster = await RunAsync(args => args with
        {
            Security = new()
            {
                GroupsAddress = "gke-security-groups@example.com",
                BinaryAuthorization = false,
                FqdnPolicies = true,
                ClusterwidePolicies = true,
            },
            Observability = new() { NotificationTopic = "projects/acme-mesh/topics/gke" },
            FleetProject = "acme-fleet",
        });
        Assert.Equal("{securityGroup: gke-security-groups@example.com}", cluster.Input("authenticatorGroupsConfig"));
        Assert.Equal("{evaluationMode: DISABLED}", cluster.Input("binaryAuthorization"));
        Assert.Equal("true", cluster.Input("enableFqdnNetworkPolicy"));
        Assert.Equal("true", cluster.Input("enableCiliumClusterwideNetworkPolicy"));
        Assert.Equal("{pubsub: {enabled: true, topic: projects/acme-mesh/topics/gke}}", cluster.Input("notificationConfig"));
        Assert.Equal("{project: acme-fleet}", cluster.Input("fleet"));
    }

    [Fact]
    public async Task Waits_ForTheApisOfWhatItHas()
    {
        var plain = await GkeClusterTests.RunAsync();
        Assert.Equal(["apis-binaryauthorization"], ApisOf(plain));
        var asked = await GkeClusterTests.RunAsync(args => args with { FleetProject = "acme-fleet", Security = new() { BinaryAuthorization = false } });
        Assert.Equal(["apis-gkehub"], ApisOf(asked));

        static IEnumerable<string> ApisOf(Asked asked) =>
            asked.One(Cluster).DependsOn.Select(urn => asked.Find(urn)!).Where(resource => resource.Type.EndsWith(":Service", StringComparison.Ordinal)).Select(api => api.Name);
    }

    [Fact]
    public async Task Encrypts_WhatItsVersionCan() => Assert.Equal(
        "ENCRYPTED",
        (await RunAsync(args => args with { KubernetesVersion = CrossCloudMesh.Values.KubernetesVersion.Parse("1.34")!.Value })).Input("databaseEncryption>state"));

    private static async Task<PlannedResource> RunAsync(Func<GkeClusterArgs, GkeClusterArgs>? with = null) => (await GkeClusterTests.RunAsync(with)).One(Cluster);
}
