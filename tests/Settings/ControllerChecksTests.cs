using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>What runs in an EKS cluster: each check seen failing, from the shipped dev stack with one thing changed.</summary>
public sealed class ControllerChecksTests
{
    private const string Cluster = "sites.aws-east.cluster.";
    private const string Controllers = "        controllers:\n";
    private const string Pool = "{ architecture: arm64, capacity: spot, instanceCategories: [m], cpuLimit: 64, memoryGibibytesLimit: 256, diskGibibytes: 50, ";

    [Fact]
    public void Refuses_NoMirror_WhereNodesReachNoRegistryButEcr() => Assert.Equal(
        [Cluster + "controllers.mirror: is missing, and nodes reach no registry but ECR while nat is none; copy charts and images to ECR and name it here, or choose another nat"],
        Project.FaultsOf(Project.DevWith("nat: regional", "nat: none")));

    [Fact]
    public void Refuses_AMirror_ThatNodesDoNotReach() => Assert.Equal(
        [Cluster + "controllers.mirror: must be in ECR, which is the only registry that nodes reach while nat is none; got registry.example/mirror; copy charts and images there, or choose another nat"],
        Project.FaultsOf(Project.WithMirror(Project.DevWith("nat: regional", "nat: none")).Replace("123456789012.dkr.ecr.us-east-1.amazonaws.com/mirror", "registry.example/mirror")));

    [Fact]
    public void Accepts_NoMirror_WhereNothingNeedsOne() => Assert.Empty(
        Project.FaultsOf(Project.DevWith("nat: regional", "nat: none").Replace("        controllers:\n          loadBalancer:\n            chartVersion: 3.5.0\n", "")));

    [Theory]
    [InlineData("autoscaler: { chartVersion: 9.59.0, version: 1.35.2 }", "autoscaler.version: must go with the cluster's Kubernetes, 1.36; got 1.35.2; choose a release of 1.36")]
    [InlineData("autoscaler: { chartVersion: 9.59.0, version: 1.36.1 }\n        compute: { by: autoMode, nodePools: [system] }", "autoscaler: cannot be beside compute by autoMode, which brings nodes for the same pods; remove one of the two")]
    [InlineData("autoscaler: { chartVersion: 9.59.0, version: 1.36.1 }\n        compute: { by: karpenter, version: 1.14.1, nodePools: { spare: " + Pool + "image: al2023, imageVersion: v20260810 } } }", "autoscaler: cannot be beside compute by karpenter, which brings nodes for the same pods; remove one of the two")]
    [InlineData("compute: { by: karpenter, version: 1.12.9, nodePools: { spare: " + Pool + "image: al2023, imageVersion: v20260810 } } }", "compute.version: must be at least 1.13.0 for Kubernetes 1.36; got 1.12.9")]
    [InlineData("compute: { by: karpenter, version: 1.14.1, nodePools: { spare: " + Pool + "image: al2023, imageVersion: v1.51.0 } } }", "compute.nodePools.spare.imageVersion: must be a release of al2023, such as v20260810; got v1.51.0")]
    [InlineData("compute: { by: karpenter, version: 1.14.1, nodePools: { spare: " + Pool + "image: bottlerocket, imageVersion: v20260810 } } }", "compute.nodePools.spare.imageVersion: must be a release of bottlerocket, such as v1.51.0; got v20260810")]
    [InlineData("compute: { by: karpenter, version: 1.14.1, nodePools: { spare: " + Pool + "image: bottlerocket, imageVersion: latest } } }", "compute.nodePools.spare.imageVersion: must be a release of an image, such as v20260810 of Amazon Linux 2023 or v1.51.0 of Bottlerocket; got \"latest\"")]
    public void Refuses_WhatDoesNotGoTogether(string more, string fault) =>
        Assert.Equal([Cluster + fault], Project.FaultsOf(Project.DevWith(Controllers, $"        {more}\n{Controllers}")));

    [Fact]
    public void Refuses_Karpenter_OnAKubernetesThatNobodyTried() => Assert.Equal(
        [Cluster + "compute.by: cannot be karpenter, of which no version is documented to work with Kubernetes 1.37; documented: 1.34, 1.35, 1.36"],
        Project.FaultsOf(Project.DevWith(Controllers, $"        compute: {{ by: karpenter, version: 1.14.1, nodePools: {{ spare: {Pool}image: al2023, imageVersion: v20260810 }} }} }}\n{Controllers}")
            .Replace("\"1.36\"", "\"1.37\"")));

    [Fact]
    public void Refuses_Karpenter_WithoutTwoNodesToRunOn() => Assert.Equal(
        [Cluster + "pools: must always have 2 nodes for Karpenter itself to run on; got 1; raise minNodesPerZone of one"],
        Project.FaultsOf(Project.DevWith(Controllers, $"        compute: {{ by: karpenter, version: 1.14.1, nodePools: {{ spare: {Pool}image: al2023, imageVersion: v20260810 }} }} }}\n{Controllers}")
            .Replace("architecture: arm64\n", "architecture: arm64\n            zones: [use1-az1]\n")));

    [Fact]
    public void Accepts_AnAutoscaler_OfTheClustersKubernetes() => Assert.Empty(
        Project.FaultsOf(Project.DevWith(Controllers, $"        autoscaler: {{ chartVersion: 9.59.0, version: 1.36.1 }}\n{Controllers}")));
}
