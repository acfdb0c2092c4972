using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components.Controllers;

/// <summary>What a cluster has from its first day: a namespace for the mesh, and a class for volumes.</summary>
[Collection(Evaluations.Name)]
public sealed class MeshNamespaceTests
{
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string Quota = "kubernetes:core/v1:ResourceQuota";

    [Theory]
    [InlineData(false, new[] { "kubernetes:core/v1:Namespace 1" })]
    [InlineData(true, new[] { "kubernetes:core/v1:Namespace 1", "kubernetes:core/v1:ResourceQuota 1" })]
    public async Task Makes_AQuota_OnlyWhereTheCloudAsksForOne(bool needsQuota, string[] counts) =>
        Assert.Equal(counts, await InCluster.CountsAsync((cluster, aws) => Make(cluster, needsQuota, aws)));

    [Fact]
    public async Task TellsIstio_WhichNetworkTheClusterIsIn() => Assert.Equal(
        "{labels: {topology.istio.io/network: east}, name: istio-system}",
        (await InCluster.RunAsync((cluster, aws) => Make(cluster, needsQuota: false, aws))).One(Namespace).Input("metadata"));

    [Fact]
    public async Task Admits_NodeAgents_ByTheirClass()
    {
        var quota = (await InCluster.RunAsync((cluster, aws) => Make(cluster, needsQuota: true, aws))).One(Quota);
        Assert.Equal("istio-system", quota.Input("metadata>namespace"));
        Assert.Equal(
            "{hard: {pods: 1000}, scopeSelector: {matchExpressions: [{operator: In, scopeName: PriorityClass, values: [system-node-critical]}]}}",
            quota.Input("spec"));
    }

    [Fact]
    public async Task EncryptsVolumes_ThatNameNoClass_WithTheClustersKey()
    {
        var asked = await InCluster.RunAsync((cluster, aws) => _ = new AwsDefaultStorage("east-storage", new()
        {
            Cluster = cluster,
            DisksKeyArn = "arn:key",
            Provisioner = AwsDefaultStorage.AddonProvisioner,
        }, aws));
        var storage = asked.One("kubernetes:storage.k8s.io/v1:StorageClass");
        Assert.Equal("{annotations: {storageclass.kubernetes.io/is-default-class: true}, name: gp3-encrypted}", storage.Input("metadata"));
        Assert.Equal("{encrypted: true, kmsKeyId: arn:key, type: gp3}", storage.Input("parameters"));
        Assert.Equal("ebs.csi.aws.com", storage.Input("provisioner"));
        Assert.Equal("WaitForFirstConsumer", storage.Input("volumeBindingMode"));
    }

    [Fact]
    public async Task Everything_WaitsUntilThereAreNodes_AndAWayIn()
    {
        var asked = await InCluster.RunAsync((cluster, aws) => Make(cluster, needsQuota: true, aws));
        foreach (var resource in new[] { asked.One(Namespace), asked.One(Quota) })
        {
            Assert.Contains(asked.OfType("aws:eks/nodeGroup:NodeGroup").First().Urn, resource.DependsOn);
            Assert.Contains(asked.One("aws:eks/accessPolicyAssociation:AccessPolicyAssociation").Urn, resource.DependsOn);
        }
    }

    private static void Make(CrossCloudMesh.Clusters.EksCluster cluster, bool needsQuota, Pulumi.ComponentResourceOptions aws) =>
        _ = new MeshNamespace("east-mesh", new() { Cluster = cluster, Network = "east", NeedsQuota = needsQuota }, aws);
}
