using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Rules about nodes, add-ons and access of EKS, each seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class EksRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string Addon = "aws:eks/addon:Addon";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:eks/nodeGroup:NodeGroup";

    [Theory]
    [InlineData(null)]
    [InlineData("\"{}\"")]
    [InlineData("\"{\\\"enableNetworkPolicy\\\":\\\"false\\\"}\"")]
    [InlineData("\"no JSON\"")]
    public void EksNetworkPolicy_Fails_When_NothingEnforcesIt(string? configuration) => dev.Fails<EksNetworkPolicy>(
        WithAddon("vpc-cni", "configurationValues", configuration), "aws-east-cluster-vpc-cni configurationValues");

    [Fact]
    public void EksNetworkPolicy_LeavesAutoModeAlone() => Assert.Empty(DevPlan.Found<EksNetworkPolicy>(DevPlan.Edited(
        WithAddon("vpc-cni", "configurationValues", null), Cluster, cluster => cluster.With("computeConfig", """{"enabled":true}"""))));

    [Theory]
    [InlineData("vpc-cni")]
    [InlineData("aws-ebs-csi-driver")]
    public void EksAddonIdentity_Fails_When_ItIsThatOfTheNode(string addon) => dev.Fails<EksAddonIdentity>(
        WithAddon(addon, "podIdentityAssociations", null), $"aws-east-cluster-{addon} podIdentityAssociations");

    [Fact]
    public void EksAddonIdentity_Allows_ARoleOfTheServiceAccount() => dev.Fails<EksAddonIdentity>(DevPlan.Edited(
        WithAddon("vpc-cni", "podIdentityAssociations", null), Addon, addon => addon.With("serviceAccountRoleArn", "\"arn:aws:iam::123456789012:role/cni\"")));

    [Theory]
    [InlineData("AmazonEKS_CNI_Policy")]
    [InlineData("AmazonEC2ContainerRegistryPowerUser")]
    public void EksNodeRole_Fails_When_NodesMayMoreThanPull(string policy)
    {
        var attachment = dev.Plan.Resources.Single(resource => resource.Name == "aws-east-cluster-node-pull");
        var broken = DevPlan.Edited(dev.Plan, attachment, attachment.With("policyArn", $"\"arn:aws:iam::aws:policy/{policy}\""));
        dev.Fails<EksNodeRole>(broken, "aws-east-cluster-node-pull policyArn");
    }

    [Fact]
    public void EksNodeRole_Fails_When_AnAccessEntryLetsSuchARoleIn()
    {
        var attachment = dev.Plan.Resources.Single(resource => resource.Name == "aws-east-cluster-vpc-cni-AmazonEKS_CNI_Policy");
        var role = Assert.Single(attachment.PropertyDependencies["role"]!);
        var entry = dev.New("aws:eks/accessEntry:AccessEntry", "aws-east-karpenter", ("type", "\"EC2_LINUX\"")).Referring("principalArn", role);
        dev.Fails<EksNodeRole>(dev.Plus(entry), "aws-east-cluster-vpc-cni-AmazonEKS_CNI_Policy policyArn");
    }

    [Fact]
    public void EksPrivateNodes_Fails_When_TheirSubnetGivesOutPublicAddresses()
    {
        var subnet = dev.Subnet("aws-east-network-private-use1-az1");
        var broken = DevPlan.Edited(dev.Plan, subnet, subnet.With("mapPublicIpOnLaunch", "true"));
        Assert.Contains("aws-east-cluster-general subnetIds", DevPlan.Found<EksPrivateNodes>(broken).Select(WithoutZone));
        Assert.Empty(DevPlan.Found<EksPrivateNodes>(dev.Plan));
    }

    [Fact]
    public void EksPrivateNodes_Fails_When_AnInternetGatewayServesTheirSubnet() => Assert.Contains(
        "aws-east-cluster-general subnetIds",
        DevPlan.Found<EksPrivateNodes>(dev.Referring(Group, "subnetIds", "aws-east-network-public-use1-az1")).Select(WithoutZone));

    [Fact]
    public void EksPrivateNodes_Fails_When_TheTemplateAsksForPublicAddresses() => dev.Fails<EksPrivateNodes>(
        dev.With(Template, "networkInterfaces", """[{"associatePublicIpAddress":"true"}]"""),
        "aws-east-cluster-general networkInterfaces[0].associatePublicIpAddress");

    [Theory]
    [InlineData("vpcSecurityGroupIds", """["sg-1"]""", "vpcSecurityGroupIds")]
    [InlineData("networkInterfaces", """[{"securityGroups":["sg-1"]}]""", "networkInterfaces[0].securityGroups")]
    public void EksNodeGroups_Fails_When_TheyAreNotThatOfTheCluster(string property, string value, string found) =>
        dev.Fails<EksNodeGroups>(dev.With(Template, property, value), "aws-east-cluster-general " + found);

    [Fact]
    public void EksNodeGroups_Allows_ThatOfTheCluster() => dev.Fails<EksNodeGroups>(dev.Change(
        Template, template => template.With("vpcSecurityGroupIds", """["sg-1"]""").Referring("vpcSecurityGroupIds", dev.Plan.Resources.Single(each => each.Type == Cluster).Urn)));

    [Theory]
    [InlineData(null)]
    [InlineData("\"EXTENDED\"")]
    public void EksUpgradePolicy_Fails_When_ItIsExtended(string? policy) =>
        dev.Fails<EksUpgradePolicy>(dev.With(Cluster, "upgradePolicy.supportType", policy), "aws-east-cluster upgradePolicy.supportType");

    [Theory]
    [InlineData("authenticationMode", "\"API_AND_CONFIG_MAP\"")]
    [InlineData("bootstrapClusterCreatorAdminPermissions", null)]
    public void EksAccess_Fails_When_OthersAreLetIn(string property, string? value) =>
        dev.Fails<EksAccess>(dev.With(Cluster, "accessConfig." + property, value), "aws-east-cluster accessConfig." + property);

    [Fact]
    public void EksPrivateEndpoint_Fails_When_NodesLeaveTheNetwork() => dev.Fails<EksPrivateEndpoint>(
        dev.With(Cluster, "vpcConfig.endpointPrivateAccess", "false"), "aws-east-cluster vpcConfig.endpointPrivateAccess");

    [Fact]
    public void EksPrivateEndpoint_Fails_When_OneIsPublic()
    {
        Assert.Equal(["aws-east-cluster vpcConfig.endpointPublicAccess"], DevPlan.Found<EksPrivateEndpoint>(dev.Plan));
        Assert.Empty(DevPlan.Found<EksPrivateEndpoint>(dev.With(Cluster, "vpcConfig.endpointPublicAccess", "false")));
    }

    private PlanDocument WithAddon(string name, string path, string? json)
    {
        var addon = dev.Plan.Resources.Single(resource => resource.Type == Addon && resource.Text("addonName") == name);
        return DevPlan.Edited(dev.Plan, addon, addon.With(path, json));
    }

    /// <summary>A pool may be several groups, one for each zone, each named after the pool.</summary>
    private static string WithoutZone(string told) => told.Split(' ') is [var name, .. var rest]
        ? string.Join(' ', rest.Prepend(name.Split("-az")[0]))
        : told;
}
