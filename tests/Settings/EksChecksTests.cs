using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>What the settings of an EKS cluster demand of one another: each check seen failing, from dev with one thing changed.</summary>
public sealed class EksChecksTests
{
    private const string Pool = "sites.aws-east.cluster.pools.general";
    private const string Types = "            instanceTypes: [t4g.large]\n";
    private const string Api = "          access: allowlist # or private, which needs deployFrom: network\n";

    [Theory]
    [InlineData("[t4g.large]", "[t4g.large, t3.large]", Pool + ".instanceTypes[1]: must be of the pool's architecture, arm64; got t3.large, which is x86_64; change the type or the architecture; a pool of the other architecture can stand beside this one")]
    [InlineData("[t4g.large]", "[g5g.xlarge]", Pool + ".instanceTypes[0]: has GPUs, for which the image of this pool has no driver; got g5g.xlarge; set gpu to true")]
    [InlineData(Types, Types + "            gpu: true\n", Pool + ".instanceTypes[0]: must have GPUs of NVIDIA, since the pool's gpu is true; got t4g.large; change the type, or remove gpu")]
    [InlineData(Types, Types + "            capacity: spot\n", Pool + ".instanceTypes: must be at least 2 where capacity is spot: AWS takes back one type at a time; got t4g.large; add types of the same size")]
    [InlineData(Types, Types + "            zones: [use1-az1, use1-az6]\n", Pool + ".zones[1]: must be a zone of the site; got use1-az6; choose of use1-az1, use1-az2, use1-az4")]
    [InlineData(Types, Types + "            taints: { batch: { effect: noSchedule } }\n", "sites.aws-east.cluster.pools: must hold a pool without taints whose minNodesPerZone is above 0; got general; add one: DNS and the other add-ons need a node that takes them")]
    [InlineData(Types, Types + "            taints: { batch: { effect: sometimes } }\n", Pool + ".taints.batch.effect: must be one of noSchedule, noExecute, preferNoSchedule; got \"sometimes\"")]
    [InlineData(Types, Types + "            labels: { kubernetes.io/os: linux }\n", Pool + ".labels[\"kubernetes.io/os\"]: its key must be the key of a label, such as team or example.com/team, with no prefix of Kubernetes or of a cloud; got \"kubernetes.io/os\"")]
    [InlineData(Types, Types + "            image: windows\n", Pool + ".image: must be one of al2023, bottlerocket; got \"windows\"")]
    public void Refuses_Pools_ThatDisagree(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.DevWith(typed, instead)));

    [Fact]
    public void Refuses_APublicRange_InsideTheNetworks() => Assert.Equal(
        ["sites.aws-east.cluster.api.from[1]: must be a private range; got 203.0.113.0/24; name the addresses that machines have inside the networks; public ones belong in cloud.operatorCidrs"],
        Project.FaultsOf(Project.DevWith(Api, Api + "          from: [10.200.0.0/24, 203.0.113.0/24]\n")));

    [Fact]
    public void Refuses_TwoPools_OfOneName() => Assert.Matches(
        @"^stacks/Pulumi\.test\.yaml:\d+:11: the key general already stands at line \d+; keep one$",
        Project.FaultsOf(Project.DevWith(
            Types, Types + "            architecture: arm64\n            minNodesPerZone: 1\n            maxNodesPerZone: 2\n            diskGibibytes: 50\n          general:\n" + Types))[0]);

    [Theory]
    [InlineData("addons: [no-such]", "addons[0]: is not a known add-on of EKS; got no-such; known: amazon-cloudwatch-observability, aws-ebs-csi-driver, aws-efs-csi-driver, cert-manager, coredns, eks-node-monitoring-agent, eks-pod-identity-agent, kube-proxy, kube-state-metrics, metrics-server, prometheus-node-exporter, snapshot-controller, vpc-cni")]
    [InlineData("addons: [coredns]", "addons[0]: is an add-on that every cluster has; got coredns; remove it")]
    [InlineData("addonVersions: { kube-prox: v1.36.0-eksbuild.1 }", "addonVersions.kube-prox: is not a known add-on of EKS; got kube-prox; did you mean 'kube-proxy'?")]
    [InlineData("addonVersions: { cert-manager: v1.21.0-eksbuild.3 }", "addonVersions.cert-manager: is the version of an add-on that the cluster does not have; add it to addons, or remove the version")]
    [InlineData("addonVersions: { coredns: v1.13.2-eksbuild.31 }", "addonVersions.coredns: is a version for Kubernetes 1.35, and the cluster's is 1.36; got v1.13.2-eksbuild.31; use v1.14.7-eksbuild.10, or remove it")]
    [InlineData("addonVersions: { kube-proxy: v1.37.0-eksbuild.1 }", "addonVersions.kube-proxy: must not be above the cluster's version, which is 1.36; got v1.37.0-eksbuild.1; choose a version for it")]
    [InlineData("addonVersions: { coredns: 1.14.7 }", "addonVersions.coredns: must be a version of an EKS add-on, such as v1.20.4-eksbuild.2; got \"1.14.7\"")]
    [InlineData("access: { orders: { principal: \"arn:aws:iam::123456789012:role/platform-operator\", policy: view } }", "access.orders.principal: must stand once, since EKS has one entry for each, and cloud.operators.aws names it too; got arn:aws:iam::123456789012:role/platform-operator; keep one")]
    [InlineData("access: { orders: { principal: \"arn:aws:iam::123456789012:role/orders\", policy: clusterAdmin, namespaces: [orders] } }", "access.orders.namespaces: cannot bound clusterAdmin, which is for the whole cluster; use admin, or remove them")]
    [InlineData("access: { orders: { principal: \"arn:aws:iam::123456789012:role/orders\", policy: owner } }", "access.orders.policy: must be one of view, edit, admin, clusterAdmin; got \"owner\"")]
    [InlineData("controlPlaneTier: 3xl", "controlPlaneTier: must be one of standard, xl, 2xl, 4xl, 8xl; got \"3xl\"; did you mean '2xl'?")]
    [InlineData("backup: { schedule: daily, retentionDays: 35 }", "backup.schedule: must be cron with six fields of which one of the days is a question mark, in quotes, such as \"cron(0 2 * * ? *)\"; got \"daily\"")]
    [InlineData("backup: { schedule: \"cron(0 2 * * ? *)\", retentionDays: 0 }", "backup.retentionDays: must be a whole number from 1 to 36500; got 0")]
    [InlineData("capabilities: { ack: { policies: [admin] } }", "capabilities.ack.policies[0]: must be the ARN of a managed policy, such as arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess; got \"admin\"")]
    [InlineData("capabilities: { ack: { policies: [\"arn:aws:iam::aws:policy/A\", \"arn:aws:iam::aws:policy/A\"] } }", "capabilities.ack.policies[1]: stands in the list twice; got \"arn:aws:iam::aws:policy/A\"; keep one")]
    [InlineData("capabilities: { argocd: { identityCenter: \"arn:aws:sso:::instance/ssoins-1234567890abcdef\", identityCenterRegion: us-east-1, administrators: [12345678-1234-1234-1234-123456789abc], viewers: [12345678-1234-1234-1234-123456789abc] } }", "capabilities.argocd.viewers[0]: must stand once, and sites.aws-east.cluster.capabilities.argocd.administrators[0] names it too; got 12345678-1234-1234-1234-123456789abc; keep one")]
    [InlineData("compute: { by: magic }", "compute.by: must be one of nodeGroups, autoMode, karpenter; got \"magic\"")]
    [InlineData("compute: { by: autoMode, nodePools: [spare] }", "compute.nodePools[0]: must be one of generalPurpose, system; got \"spare\"")]
    [InlineData("compute: { by: karpenter, nodePools: {} }", "compute.version: is missing; add a version of three numbers, such as 1.8.2", "compute.nodePools: must be a map of at least 1; got none")]
    public void Refuses_Clusters_ThatDisagree(string more, params string[] faults) =>
        Assert.Equal(faults.Select(fault => "sites.aws-east.cluster." + fault), Project.FaultsOf(Project.DevWith(Api, $"{Api}        {more}\n")));

    [Fact]
    public void Refuses_AClusterWithoutPools_UnlessEksBringsNodes()
    {
        Assert.Equal(
            ["sites.aws-east.cluster.pools: must hold a pool, unless compute is by autoMode; got none; add one: DNS and the other add-ons need nodes to run on"],
            Project.FaultsOf(WithoutPools("")));
        Assert.Empty(Project.FaultsOf(WithoutPools("        compute: { by: autoMode, nodePools: [generalPurpose, system] }\n")));
    }

    [Fact]
    public void Refuses_AnAddon_ThatAutoModeBrings() => Assert.Equal(
        ["sites.aws-east.cluster.addonVersions.vpc-cni: is an add-on whose work Auto Mode does itself; got vpc-cni; remove it, or add a pool whose nodes need it"],
        Project.FaultsOf(WithoutPools("        compute: { by: autoMode, nodePools: [generalPurpose] }\n        addonVersions: { vpc-cni: v1.23.2-eksbuild.1 }\n")));

    [Theory]
    [InlineData("addons: [amazon-cloudwatch-observability, snapshot-controller]")]
    [InlineData("addonVersions: { coredns: v1.99.0-eksbuild.1 }")]
    [InlineData("access: { orders: { principal: \"arn:aws:iam::123456789012:role/orders\", policy: edit, namespaces: [orders] } }")]
    [InlineData("compute: { by: karpenter, version: 1.14.1, nodePools: { spare: { architecture: arm64, capacity: spot, instanceCategories: [c, m], cpuLimit: 64, memoryGibibytesLimit: 256, image: bottlerocket, imageVersion: v1.51.0, diskGibibytes: 50 } } }")]
    public void Accepts_WhatAgrees(string more) => Assert.Empty(Project.FaultsOf(Project.DevWith(Api, $"{Api}        {more}\n")));

    [Fact]
    public void Counts_OnlyThePoolsOfAZone_ForItsRoom()
    {
        const string Other = "          other: { instanceTypes: [t4g.large], architecture: arm64, minNodesPerZone: 1, maxNodesPerZone: 27, diskGibibytes: 50, zones: [use1-az2] }\n";
        const string General = "          general:\n" + Types;
        var two = Project.DevWith(General, Other + General + "            zones: [use1-az1]\n").Replace("maxNodesPerZone: 2\n", "maxNodesPerZone: 28\n");
        Assert.Empty(Project.FaultsOf(two));
    }

    private static string WithoutPools(string more)
    {
        var from = Project.DevWithoutMesh.IndexOf("        pools:\n", StringComparison.Ordinal);
        return Project.DevWithoutMesh[..from] + more + Project.DevWithoutMesh[Project.DevWithoutMesh.IndexOf("\n    gcp-east:", StringComparison.Ordinal)..];
    }
}
