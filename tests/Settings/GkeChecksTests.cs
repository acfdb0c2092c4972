using CrossCloudMesh.Infra.Settings;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of a GKE cluster and its site: what disagrees is refused, each time from the shipped dev stack with one thing changed.</summary>
public sealed class GkeChecksTests
{
    private const string Cluster = "sites.gcp-east.cluster.";
    private const string Pool = Cluster + "pools.general";
    private const string Machine = "            machineType: e2-standard-2\n";
    private const string Days = "          days: [saturday, sunday]\n";
    private const string Channel = "        releaseChannel: regular # or rapid, stable, extended\n";
    private const string GoogleProject = "      project: cross-cloud-mesh-dev # yours; it must exist, with billing\n";
    private const string Zones = "      zones: [us-east4-a, us-east4-b, us-east4-c]\n";

    [Theory]
    // Sizes.
    [InlineData("            minNodesPerZone: 1\n            maxNodesPerZone: 3\n", "            minNodesPerZone: 1\n            maxNodesPerZone: 3\n            maxNodes: 9\n", Pool + ": must say how many nodes it has, by minNodesPerZone and maxNodesPerZone or by minNodes and maxNodes; got minNodesPerZone, maxNodesPerZone, maxNodes; give both of one pair, and neither of the other")]
    [InlineData("            minNodesPerZone: 1\n            maxNodesPerZone: 3\n", "", Pool + ": must say how many nodes it has, by minNodesPerZone and maxNodesPerZone or by minNodes and maxNodes; got none of them; give both of one pair, and neither of the other")]
    [InlineData("            minNodesPerZone: 1\n            maxNodesPerZone: 3\n", "            minNodes: 4\n            maxNodes: 3\n", Pool + ".minNodes: must not be above maxNodes, which is 3; got 4")]
    [InlineData(Machine, Machine + "            maxPodsPerNode: 257\n", Pool + ".maxPodsPerNode: must be a whole number from 8 to 256; got 257")]
    [InlineData(Machine, Machine + "            zones: [us-east4-a, us-west1-a]\n", Pool + ".zones[1]: is not a zone of the site; got us-west1-a; choose of us-east4-a, us-east4-b, us-east4-c")]
    // Machines.
    [InlineData(Machine, Machine + "            architecture: arm64\n", Pool + ".machineType: must be of the pool's architecture, arm64; got e2-standard-2, which is x86_64; change the type or the architecture")]
    [InlineData(Machine, "            machineType: c4a-standard-4\n            architecture: x86_64\n", Pool + ".machineType: must be of the pool's architecture, x86_64; got c4a-standard-4, which is arm64; change the type or the architecture")]
    [InlineData(Machine, "            machineType: n4-standard-4\n            diskType: pdSsd\n", Pool + ".diskType: must be hyperdiskBalanced with n4-standard-4; got pdSsd; leave it out")]
    [InlineData(Machine, Machine + "            confidential: sev\n", Pool + ".confidential: is a technology that e2-standard-2 does not have; got sev; choose a machine type of c2d, c3d, n2d")]
    [InlineData(Machine, "            machineType: c3d-standard-4\n            confidential: sevSnp\n", Pool + ".confidential: is a technology that c3d-standard-4 does not have; got sevSnp; choose a machine type of n2d")]
    [InlineData(Machine, Machine + "            gpu: { type: nvidia-l4, count: 1 }\n", Pool + ".gpu.type: is not known to go with e2-standard-2; got nvidia-l4; choose a machine type that takes graphics processors, such as g2-standard-4")]
    [InlineData(Machine, "            machineType: g2-standard-4\n            gpu: { type: nvidia-tesla-t4, count: 1 }\n", Pool + ".gpu.type: is not known to go with g2-standard-4; got nvidia-tesla-t4; it takes nvidia-l4")]
    [InlineData(Machine, Machine + "            gpu: { type: nvidia-l4, count: 3 }\n", Pool + ".gpu.count: must be one of 1, 2, 4, 8, 16; got 3")]
    [InlineData(Machine, Machine + "            labels: { cloud.google.com/x: a }\n", Pool + ".labels[\"cloud.google.com/x\"]: its key must be the key of a label, such as team or example.com/team, with no prefix of Kubernetes or of a cloud; got \"cloud.google.com/x\"")]
    // Upgrades of a pool.
    [InlineData(Machine, Machine + "            upgrade: { by: surge, maxSurge: 0 }\n", Pool + ".upgrade: must exchange 1 to 20 nodes at a time, maxSurge and maxUnavailable together; got 0")]
    [InlineData(Machine, Machine + "            upgrade: { by: surge, maxSurge: 11, maxUnavailable: 10 }\n", Pool + ".upgrade: must exchange 1 to 20 nodes at a time, maxSurge and maxUnavailable together; got 21")]
    [InlineData(Machine, Machine + "            upgrade: { by: blueGreen, batchPercent: 0, batchSoakMinutes: 1, poolSoakMinutes: 1 }\n", Pool + ".upgrade.batchPercent: must be a whole number from 1 to 100; got 0")]
    // Maintenance.
    [InlineData(Days, Days + "          exclusions: { freeze: { from: \"2026-12-01\", scope: noUpgrades } }\n", Cluster + "maintenance.exclusions.freeze.to: is missing; add the last day, which Google demands where the scope is noUpgrades")]
    [InlineData(Days, Days + "          exclusions: { freeze: { from: \"2026-12-02\", to: \"2026-12-01\", scope: noMinorUpgrades } }\n", Cluster + "maintenance.exclusions.freeze.to: must not be before from, which is 2026-12-02; got 2026-12-01")]
    [InlineData(Days, Days + "          exclusions: { freeze: { from: \"2026-12-01\", to: \"2026-12-31\", scope: noUpgrades } }\n", Cluster + "maintenance.exclusions.freeze: must last at most 30 days where its scope is noUpgrades; got 31 days; make it shorter, or let patches in")]
    [InlineData(Channel, Channel + "        upgrades: { rollbackHours: 5 }\n", Cluster + "upgrades.rollbackHours: must be a whole number from 6 to 168; got 5")]
    [InlineData(Channel, Channel + "        upgrades: { minDaysBetweenMinors: 91 }\n", Cluster + "upgrades.minDaysBetweenMinors: must be a whole number from 1 to 90; got 91")]
    // The rest of the cluster.
    [InlineData(Channel, Channel + "        googleGroups: groups@example.com\n", Cluster + "googleGroups: must be gke-security-groups@ and the organization's domain, such as gke-security-groups@example.com; got \"groups@example.com\"")]
    [InlineData(GoogleProject, GoogleProject + "      access: { audit: { principal: \"group:audit@example.com\", role: owner } }\n", "cloud.google.access.audit.role: must be one of viewer, developer, admin; got \"owner\"")]
    [InlineData(Channel, Channel + "        compute: { by: karpenter }\n", Cluster + "compute.by: must be one of nodePools, autoProvisioning; got \"karpenter\"")]
    [InlineData(Channel, Channel + "        compute: { by: autoProvisioning }\n", Cluster + "compute.limits: is missing; add a map with the keys cpus, memoryGibibytes, gpus")]
    [InlineData(Channel, Channel + "        computeClasses: { batch: { priorities: [], whenUnsatisfiable: wait } }\n", Cluster + "computeClasses.batch.priorities: must be a list of 1 to 20; got none")]
    [InlineData(Channel, Channel + "        backup: { schedule: daily, retentionDays: 30 }\n", Cluster + "backup.schedule: must be five fields of cron in quotes, such as \"0 2 * * *\"; got \"daily\"")]
    [InlineData(Channel, Channel + "        backup: { schedule: \"0 2 * * *\", retentionDays: 366 }\n", Cluster + "backup.retentionDays: must be a whole number from 1 to 365; got 366")]
    [InlineData(Channel, Channel + "        observability: { notifications: gke }\n", Cluster + "observability.notifications: must be the path of a Pub/Sub topic, such as projects/acme-mesh/topics/gke; got \"gke\"")]
    // The way out.
    [InlineData(Zones, Zones + "      nat: none\n", "sites.gcp-east.restrictedApis: must be true where nat is none; got false; set it to true, or nodes find neither their images nor Google's APIs")]
    [InlineData(Zones, Zones + "      nat: none\n      restrictedApis: true\n      natAddresses: 1\n", "sites.gcp-east.natAddresses: must be 0 where nat is none; got 1; remove it, or set nat to cloudNat")]
    [InlineData(Zones, Zones + "      nat: regional\n", "sites.gcp-east.nat: must be one of cloudNat, none; got \"regional\"")]
    public void Refuses_SettingsThatDisagree(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.DevWith(typed, instead)));

    [Fact]
    public void Refuses_AFourthFreezeOfEverything() => Assert.Equal(
        [Cluster + "maintenance.exclusions: must hold at most 3 whose scope is noUpgrades; got 4; remove those that are over, or let patches in"],
        Project.FaultsOf(Project.DevWith(Days, Days + "          exclusions:\n" + string.Concat(Enumerable.Range(1, 4)
            .Select(month => $"            m{month}: {{ from: \"2027-0{month}-01\", to: \"2027-0{month}-05\", scope: noUpgrades }}\n")))));

    [Fact]
    public void Counts_APoolTwice_ThatIsUpgradedByASecondOne() => Assert.Equal(
        ["sites.gcp-east.addresses.pool: has room for 128 nodes, and the node pools may grow to 130; got google, which gives pods 10.64.0.0/17; choose a pool with a higher nodesPerSite, or lower maxNodesPerZone"],
        Project.FaultsOf(Project.DevWith(
            "            minNodesPerZone: 1\n            maxNodesPerZone: 3\n",
            "            minNodes: 1\n            maxNodes: 65\n            upgrade: { by: blueGreen, batchPercent: 50, batchSoakMinutes: 1, poolSoakMinutes: 1 }\n")));

    [Theory]
    [InlineData(256, "sites.gcp-east.addresses.pool: has room for 64 nodes, and the node pools may grow to 66; got google, which gives pods 10.64.0.0/17; choose a pool with a higher nodesPerSite, or lower maxNodesPerZone")]
    [InlineData(32, "")]
    public void Counts_PodsByNode_AsThePoolHasThem(int maxPodsPerNode, string fault) => Assert.Equal(
        fault.Length == 0 ? [] : [fault],
        Project.FaultsOf(Project.DevWith("            maxNodesPerZone: 3\n", $"            maxNodesPerZone: 22\n            maxPodsPerNode: {maxPodsPerNode}\n")));

    [Fact]
    public void Counts_Addresses_WherePoolsDiffer() => Assert.Equal(
        ["sites.gcp-east.addresses.pool: has 32768 addresses for pods, and the node pools may take 33536: twice maxPodsPerNode for each node, as a power of two; got google, which gives pods 10.64.0.0/17; choose a pool with a higher nodesPerSite, or lower maxPodsPerNode"],
        Project.FaultsOf(Project.DevWith(
            Machine,
            Machine + "            maxPodsPerNode: 256\n").Replace("            maxNodesPerZone: 3\n", "            maxNodesPerZone: 21\n")
            .Replace(
                "          general:\n            machineType",
                "          small: { machineType: e2-small, minNodes: 0, maxNodes: 20, maxPodsPerNode: 32, diskGibibytes: 20 }\n          general:\n            machineType")));

    [Fact]
    public void Accepts_EveryFeature_Together()
    {
        var yaml = Project.DevWith(Zones, Zones + "      nat: none\n      restrictedApis: true\n")
            .Replace(Machine, "            machineType: n2d-standard-4\n            confidential: sevSnp\n            spot: true\n            image: ubuntu\n            diskType: pdSsd\n"
                + "            labels: { team: trading }\n            taints: [{ key: dedicated, value: trading, effect: noSchedule }]\n")
            .Replace(Days, Days + "          exclusions: { freeze: { from: \"2026-12-01\", scope: noMinorOrNodeUpgrades } }\n")
            .Replace(Channel, Channel + """
                        googleGroups: gke-security-groups@example.com
                        fqdnNetworkPolicies: true
                        clusterwideNetworkPolicies: true
                        fleet: cross-cloud-mesh-dev
                        backup: { schedule: "0 2 * * *", retentionDays: 35 }
                        upgrades: { rollbackHours: 48, minDaysBetweenMinors: 60, minDaysBetweenPatches: 7, acceleratedPatches: true }
                        compute: { by: autoProvisioning, profile: optimizeUtilization, limits: { cpus: 64, memoryGibibytes: 256, gpus: { nvidia-l4: 4 } } }
                        computeClasses: { batch: { priorities: [{ machineFamily: n4, spot: true, minCores: 8 }], whenUnsatisfiable: anyNode } }

                """.Replace("                        ", "        "));
        Assert.Empty(Project.FaultsOf(yaml));
        var gcp = Assert.IsType<GcpSite>(SettingsLoader.Load(Project.Read(yaml).Sections).Settings!.Sites["gcp-east"]);
        Assert.Equal(64, Assert.IsType<GkeAutoProvisioningCompute>(gcp.Cluster.Compute).Limits.Cpus);
    }
}
