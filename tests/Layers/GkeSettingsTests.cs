using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What each setting of a GKE cluster becomes in the plan of the shipped dev stack.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeSettingsTests
{
    private const string Cluster = "gcp:container/cluster:Cluster";
    private const string Pool = "gcp:container/nodePool:NodePool";
    private const string Machine = "            machineType: e2-standard-2\n";
    private const string Days = "          days: [saturday, sunday]\n";
    private const string Channel = "        releaseChannel: regular # or rapid, stable, extended\n";
    private const string GoogleProject = "      project: cross-cloud-mesh-dev # yours; it must exist, with billing\n";
    private const string Zones = "      zones: [us-east4-a, us-east4-b, us-east4-c]\n";

    [Theory]
    [InlineData("googleGroups: gke-security-groups@example.com", "authenticatorGroupsConfig", "{securityGroup: gke-security-groups@example.com}")]
    [InlineData("binaryAuthorization: false", "binaryAuthorization", "{evaluationMode: DISABLED}")]
    [InlineData("fqdnNetworkPolicies: true", "enableFqdnNetworkPolicy", "true")]
    [InlineData("clusterwideNetworkPolicies: true", "enableCiliumClusterwideNetworkPolicy", "true")]
    [InlineData("fleet: acme-fleet", "fleet", "{project: acme-fleet}")]
    [InlineData("observability: { workloadLogs: false }", "loggingConfig>enableComponents", "[APISERVER, CONTROLLER_MANAGER, SCHEDULER, SYSTEM_COMPONENTS]")]
    [InlineData("observability: { managedPrometheus: false }", "monitoringConfig>managedPrometheus", "{enabled: false}")]
    [InlineData("observability: { dataplaneMetrics: false }", "monitoringConfig>advancedDatapathObservabilityConfig>enableMetrics", "false")]
    [InlineData("observability: { notifications: projects/acme-mesh/topics/gke }", "notificationConfig>pubsub>topic", "projects/acme-mesh/topics/gke")]
    [InlineData("backup: { schedule: \"0 2 * * *\", retentionDays: 35 }", "addonsConfig>gkeBackupAgentConfig", "{enabled: true}")]
    [InlineData("upgrades: { rollbackHours: 48 }", "rollbackSafeUpgrade>controlPlaneSoakDuration", "172800s")]
    [InlineData("upgrades: { minDaysBetweenMinors: 60 }", "maintenancePolicy>disruptionBudget", "{minorVersionDisruptionInterval: 5184000s}")]
    [InlineData("upgrades: { minDaysBetweenPatches: 7 }", "maintenancePolicy>disruptionBudget", "{patchVersionDisruptionInterval: 604800s}")]
    [InlineData("upgrades: { acceleratedPatches: true }", "gkeAutoUpgradeConfig>patchMode", "ACCELERATED")]
    [InlineData("compute: { by: nodePools, profile: optimizeUtilization }", "clusterAutoscaling", "{autoscalingProfile: OPTIMIZE_UTILIZATION, enabled: false}")]
    [InlineData("compute: { by: autoProvisioning, limits: { cpus: 64, memoryGibibytes: 256 } }", "clusterAutoscaling>resourceLimits", "[{maximum: 64, minimum: 0, resourceType: cpu}, {maximum: 256, minimum: 0, resourceType: memory}]")]
    public async Task OfTheCluster(string typed, string input, string value) =>
        Assert.Equal(value, (await PlanAsync(Channel, $"{Channel}        {typed}\n")).One(Cluster).Input(input));

    [Theory]
    [InlineData("maxPodsPerNode: 64", "maxPodsPerNode", "64")]
    [InlineData("zones: [us-east4-b]", "nodeLocations", "[us-east4-b]")]
    [InlineData("image: ubuntu", "nodeConfig>imageType", "UBUNTU_CONTAINERD")]
    [InlineData("diskType: pdSsd", "nodeConfig>diskType", "pd-ssd")]
    [InlineData("diskType: hyperdiskBalanced", "nodeConfig>diskType", "hyperdisk-balanced")]
    [InlineData("spot: true", "nodeConfig>spot", "true")]
    [InlineData("labels: { team: trading }", "nodeConfig>labels", "{team: trading}")]
    [InlineData("taints: [{ key: dedicated, value: trading, effect: preferNoSchedule }]", "nodeConfig>taints", "[{effect: PREFER_NO_SCHEDULE, key: dedicated, value: trading}]")]
    [InlineData("upgrade: { by: surge, maxSurge: 2, maxUnavailable: 1 }", "upgradeSettings", "{maxSurge: 2, maxUnavailable: 1, strategy: SURGE}")]
    [InlineData("upgrade: { by: blueGreen, batchPercent: 25, batchSoakMinutes: 10, poolSoakMinutes: 60 }", "upgradeSettings>blueGreenSettings", "{nodePoolSoakDuration: 3600s, standardRolloutPolicy: {batchPercentage: 0.25, batchSoakDuration: 600s}}")]
    public async Task OfAPool(string typed, string input, string value) =>
        Assert.Equal(value, (await PlanAsync(Machine, $"{Machine}            {typed}\n")).One(Pool).Input(input));

    [Theory]
    [InlineData("machineType: n2d-standard-4\n            confidential: sevSnp", "nodeConfig>confidentialNodes", "{confidentialInstanceType: SEV_SNP, enabled: true}")]
    [InlineData("machineType: c3-standard-4\n            confidential: tdx", "nodeConfig>confidentialNodes", "{confidentialInstanceType: TDX, enabled: true}")]
    [InlineData("machineType: g2-standard-4\n            gpu: { type: nvidia-l4, count: 1 }", "nodeConfig>guestAccelerators", "[{count: 1, gpuDriverInstallationConfig: {gpuDriverVersion: DEFAULT}, type: nvidia-l4}]")]
    public async Task OfItsMachines(string typed, string input, string value) =>
        Assert.Equal(value, (await PlanAsync(Machine, $"            {typed}\n")).One(Pool).Input(input));

    [Fact]
    public async Task OfAPool_CountedInAllZonesTogether() => Assert.Equal(
        "{locationPolicy: BALANCED, totalMaxNodeCount: 9, totalMinNodeCount: 2}",
        (await PlanAsync("            minNodesPerZone: 1\n            maxNodesPerZone: 3\n", "            minNodes: 2\n            maxNodes: 9\n")).One(Pool).Input("autoscaling"));

    [Fact]
    public async Task OfMaintenance() => Assert.Equal(
        "[{endTime: 2027-01-03T00:00:00Z, exclusionName: year-end, exclusionOptions: {scope: NO_UPGRADES}, startTime: 2026-12-20T00:00:00Z}]",
        (await PlanAsync(Days, Days + "          exclusions: { year-end: { from: \"2026-12-20\", to: \"2027-01-02\", scope: noUpgrades } }\n"))
            .One(Cluster).Input("maintenancePolicy>maintenanceExclusions"));

    [Fact]
    public async Task OfAccess() => Assert.Equal(
        "roles/container.viewer",
        (await PlanAsync(GoogleProject, GoogleProject + "      access: { audit: { principal: \"group:audit@example.com\", role: viewer } }\n"))
            .One("gcp:projects/iAMMember:IAMMember", "access-viewer-audit").Input("role"));

    [Fact]
    public async Task OfComputeClasses() => Assert.Equal(
        "DoNotScaleUp",
        (await PlanAsync(Channel, Channel + "        computeClasses: { batch: { priorities: [{ machineFamily: n4 }], whenUnsatisfiable: wait } }\n"))
            .One("kubernetes:cloud.google.com/v1:ComputeClass").Input("spec>whenUnsatisfiable"));

    [Fact]
    public async Task NatNone_TakesRouterAndNatAway_AndNodesWaitForTheGuardedAddresses()
    {
        var plan = await PlanAsync(Zones, Zones + "      nat: none\n      restrictedApis: true\n");
        Assert.DoesNotContain(plan.OfType("gcp:compute/router:Router"), router => router.Name == "gcp-east-network");
        Assert.Empty(plan.OfType("gcp:compute/routerNat:RouterNat"));
        Assert.Contains("RecordSet", plan.TypesBefore(plan.One(Pool)));
    }

    [Theory]
    [InlineData("fleet: acme-fleet", "gkehub.googleapis.com")]
    [InlineData("backup: { schedule: \"0 2 * * *\", retentionDays: 35 }", "gkebackup.googleapis.com")]
    public async Task EnableTheApi_ThatOnlyTheyNeed(string typed, string api)
    {
        Assert.DoesNotContain(api, Apis(await PlanAsync(Channel, Channel)));
        Assert.Contains(api, Apis(await PlanAsync(Channel, $"{Channel}        {typed}\n")));

        static IEnumerable<string> Apis(Asked plan) => plan.OfType("gcp:projects/service:Service").Select(service => service.Input("service"));
    }

    private static async Task<Asked> PlanAsync(string typed, string instead)
    {
        var file = Project.Read(Project.DevWith(typed, instead));
        var settled = SettingsLoader.Load(file.Sections);
        Assert.Empty(settled.Faults);
        var evaluation = await Evaluator.RunAsync(new PreviewedProgram(
            "cross-cloud-mesh",
            "dev",
            file.Config,
            file.SecretKeys,
            options => new MeshStack(settled.Settings!, options)));
        Assert.Empty(evaluation.Findings);
        return new Asked(evaluation.Resources);
    }
}
