using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Tests.Facts;

/// <summary>What of clusters, pools and their parts is made anew by any change, written a second time: a line that gets lost is missed.</summary>
public sealed class ClusterReplaceFactsTests
{
    [Theory]
    [InlineData("aws:eks/cluster:Cluster", "name roleArn bootstrapSelfManagedAddons accessConfig.bootstrapClusterCreatorAdminPermissions kubernetesNetworkConfig.ipFamily kubernetesNetworkConfig.serviceIpv4Cidr outpostConfig.controlPlaneInstanceType")]
    [InlineData("aws:eks/nodeGroup:NodeGroup", "amiType capacityType diskSize instanceTypes launchTemplate.id launchTemplate.name nodeGroupName nodeGroupNamePrefix nodeRoleArn remoteAccess subnetIds clusterName")]
    [InlineData("aws:eks/addon:Addon", "addonName clusterName namespaceConfig")]
    [InlineData("aws:eks/accessEntry:AccessEntry", "clusterName principalArn type")]
    [InlineData("aws:eks/podIdentityAssociation:PodIdentityAssociation", "clusterName namespace serviceAccount")]
    [InlineData("gcp:container/cluster:Cluster", "name location project network subnetwork description clusterIpv4Cidr ipAllocationPolicy.clusterIpv4CidrBlock ipAllocationPolicy.servicesIpv4CidrBlock ipAllocationPolicy.clusterSecondaryRangeName ipAllocationPolicy.servicesSecondaryRangeName ipAllocationPolicy.podCidrOverprovisionConfig networkingMode datapathProvider dataplaneOptimizationMode defaultMaxPodsPerNode enableAutopilot enableKubernetesAlpha enableTpu initialNodeCount nodePools confidentialNodes masterAuth.clientCertificateConfig privateClusterConfig.masterIpv4CidrBlock privateClusterConfig.privateEndpointSubnetwork userManagedKeysConfig.clusterCa clusterAutoscaling.autoProvisioningDefaults.bootDiskKmsKey")]
    [InlineData("gcp:container/nodePool:NodePool", "name namePrefix location cluster initialNodeCount maxPodsPerNode placementPolicy queuedProvisioning networkConfig.podRange networkConfig.createPodRange networkConfig.podIpv4CidrBlock networkConfig.subnetwork nodeConfig.serviceAccount nodeConfig.oauthScopes nodeConfig.spot nodeConfig.preemptible nodeConfig.shieldedInstanceConfig nodeConfig.bootDiskKmsKey nodeConfig.guestAccelerators nodeConfig.localSsdCount nodeConfig.minCpuPlatform nodeConfig.metadata nodeConfig.sandboxConfig nodeConfig.reservationAffinity nodeConfig.advancedMachineFeatures nodeConfig.hostMaintenancePolicy nodeConfig.secondaryBootDisks nodeConfig.enableConfidentialStorage nodeConfig.flexStart nodeConfig.maxRunDuration")]
    public void AnyChange_Replaces(string type, string inputs) => Assert.Empty(
        inputs.Split(' ').Except(ReplaceFacts.Of(type)!.Triggers.Where(trigger => trigger.When == ReplaceWhen.Changed).Select(trigger => trigger.Path)));

    [Theory]
    [InlineData("aws:eks/cluster:Cluster", "encryptionConfig computeConfig.nodeRoleArn vpcConfig.controlPlaneEgressMode")]
    [InlineData("gcp:container/cluster:Cluster", "ipAllocationPolicy enableFqdnNetworkPolicy enableL4IlbSubsetting enableK8sBetaApis.enabledApis")]
    public void SomeChanges_Replace(string type, string inputs) => Assert.Empty(
        inputs.Split(' ').Except(ReplaceFacts.Of(type)!.Triggers.Where(trigger => trigger.When != ReplaceWhen.Changed).Select(trigger => trigger.Path)));

    [Theory]
    [InlineData("aws:eks/cluster:Cluster", "version deletionProtection enabledClusterLogTypes upgradePolicy zonalShiftConfig remoteNetworkConfig vpcConfig.publicAccessCidrs vpcConfig.subnetIds")]
    [InlineData("aws:eks/nodeGroup:NodeGroup", "version releaseVersion scalingConfig labels taints nodeRepairConfig updateConfig launchTemplate.version")]
    [InlineData("gcp:container/cluster:Cluster", "minMasterVersion releaseChannel masterAuthorizedNetworksConfig databaseEncryption workloadIdentityConfig binaryAuthorization nodeLocations privateClusterConfig.enablePrivateNodes")]
    [InlineData("gcp:container/nodePool:NodePool", "version nodeConfig.machineType nodeConfig.diskSizeGb nodeConfig.imageType nodeConfig.labels nodeConfig.taints nodeConfig.kubeletConfig")]
    public void NoChange_Replaces(string type, string inputs) => Assert.Empty(
        inputs.Split(' ').Intersect(ReplaceFacts.Of(type)!.Triggers.Select(trigger => trigger.Path)));
}
