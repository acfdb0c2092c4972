using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>From the settings of what runs in a cluster to what is asked for.</summary>
[Collection(Evaluations.Name)]
public sealed class ControllerSettingsTests
{
    private const string Controllers = "        controllers:\n";
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task Autoscaler_SizesEveryGroup_AndOwnsItsFloor()
    {
        var asked = await PlanAsync(Project.DevWith(Controllers, $"        autoscaler: {{ chartVersion: 9.59.0, version: 1.36.1 }}\n{Controllers}"));
        var groups = asked.One(Release, "aws-east-autoscaler").Input("values>autoscalingGroups");
        Assert.Equal(3, groups.Split("{maxSize: 2, minSize: 1, name: eks-aws-east-cluster-general-az").Length - 1);
        Assert.All(asked.OfType("aws:eks/nodeGroup:NodeGroup"), group => Assert.Equal("0", group.Input("scalingConfig>minSize")));
        Assert.Contains(asked.One(Release, "aws-east-balancers").Urn, asked.One(Release, "aws-east-autoscaler").DependsOn);
    }

    [Fact]
    public async Task Karpenter_BringsMachines_IntoThePrivateSubnets_WithTheClustersKey()
    {
        const string Compute = "        compute: { by: karpenter, version: 1.14.1, nodePools: { spare: { architecture: arm64, capacity: spot, "
            + "instanceCategories: [m], cpuLimit: 64, memoryGibibytesLimit: 256, image: al2023, imageVersion: v20260810, diskGibibytes: 50 } } }\n";
        var asked = await PlanAsync(Project.DevWith(Controllers, Compute + Controllers));
        var machines = asked.One("kubernetes:karpenter.k8s.aws/v1:EC2NodeClass");
        Assert.Equal("aws-east-karpenter-spare", machines.Name);
        Assert.Contains(asked.One("aws:kms/key:Key", "aws-east-cluster-disks").Urn, machines.PropertyDependencies["spec"]!);
        Assert.Contains(asked.One("aws:ec2/subnet:Subnet", "aws-east-network-private-use1-az1").Urn, machines.PropertyDependencies["spec"]!);
        Assert.Equal("dev-aws-east-karpenter", asked.One("aws:sqs/queue:Queue").Input("name"));
        Assert.Contains("stack", machines.Input("spec>tags"), StringComparison.Ordinal);
        Assert.Contains(asked.One(Release, "aws-east-balancers").Urn, asked.One(Release, "aws-east-karpenter").DependsOn);
    }

    [Theory]
    [InlineData("aws-east-mesh", "aws-east", 1)]
    [InlineData("gcp-east-mesh", "gcp-east", 2)]
    public async Task EveryCluster_IsReadyForAMesh_InANetworkOfItsOwn(string name, string network, int objects)
    {
        var asked = await PlanAsync(Project.DevWithoutMesh);
        Assert.Equal($"{{labels: {{topology.istio.io/network: {network}}}, name: istio-system}}", asked.One("kubernetes:core/v1:Namespace", name).Input("metadata"));
        Assert.Equal(objects, asked.Resources.Count(resource => resource.IsCustom && resource.Name == name));
    }

    [Fact]
    public async Task WithoutControllers_ThereIsNoRelease() => Assert.Empty(
        (await PlanAsync(Project.DevWith("        controllers:\n          loadBalancer:\n            chartVersion: 3.5.0\n", ""))).OfType(Release));

    private static async Task<Asked> PlanAsync(string stackYaml)
    {
        var file = Project.Read(stackYaml);
        var settings = SettingsLoader.Load(file.Sections).Settings!;
        var evaluation = await Evaluator.RunAsync(new PreviewedProgram(
            "cross-cloud-mesh",
            "dev",
            file.Config,
            file.SecretKeys,
            options => new MeshStack(settings, options)));
        return new Asked(evaluation.Resources);
    }
}
