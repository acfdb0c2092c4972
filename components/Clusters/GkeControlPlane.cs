using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>The control plane of a GKE cluster in Google's words.</summary>
/// <param name="Args">What was asked for.</param>
/// <param name="AccountEmail">The account that nodes run as.</param>
/// <param name="SecretsKeyId">The key that encrypts what the control plane stores.</param>
/// <param name="DisksKeyId">The key that encrypts nodes' disks.</param>
internal sealed record GkeControlPlane(GkeClusterArgs Args, Input<string> AccountEmail, Input<string> SecretsKeyId, Input<string> DisksKeyId)
{
    /// <summary>Everything but what only some clusters have.</summary>
    public ClusterArgs Render()
    {
        var made = Args.AtCreation;
        var cluster = new ClusterArgs
        {
            Name = made.PhysicalName,
            Project = made.Project,
            Location = made.Region,
            NodeLocations = Args.Zones,
            MinMasterVersion = Args.KubernetesVersion.ToString(),
            ReleaseChannel = new ClusterReleaseChannelArgs { Channel = Args.Upgrades.ReleaseChannel },
            MaintenancePolicy = Args.Upgrades.RenderMaintenance(),
            DeletionProtection = Args.Protect,
            DeletionPolicy = Args.Protect ? "PREVENT" : "DELETE",

            RemoveDefaultNodePool = true,
            InitialNodeCount = 1,
            NodeConfig = RenderFirstNode(),
            ClusterAutoscaling = Args.AutoProvisioning?.Render(Args.Zones, Args.AutoscalingProfile, AccountEmail, DisksKeyId)
                ?? GkeAutoProvisioning.RenderOff(Args.AutoscalingProfile),
            CostManagementConfig = new ClusterCostManagementConfigArgs { Enabled = true },
        };
        AddNetwork(cluster);
        AddApi(cluster);
        AddSecurity(cluster);
        AddObservability(cluster);
        AddWhatWasAskedFor(cluster);
        return cluster;
    }

    private void AddNetwork(ClusterArgs cluster)
    {
        var made = Args.AtCreation;
        cluster.Network = made.NetworkSelfLink;
        cluster.Subnetwork = made.SubnetSelfLink;
        cluster.NetworkingMode = "VPC_NATIVE";
        cluster.IpAllocationPolicy = new ClusterIpAllocationPolicyArgs
        {
            ClusterSecondaryRangeName = made.PodRangeName,
            ServicesSecondaryRangeName = made.ServiceRangeName,
        };
        cluster.DatapathProvider = "ADVANCED_DATAPATH";
        // Dataplane V2 enforces network policies by itself; scanners read that only from the older switch being written as off.
        cluster.NetworkPolicy = new ClusterNetworkPolicyArgs { Enabled = false };
        cluster.EnableIntranodeVisibility = true;
        cluster.EnableL4IlbSubsetting = true;
        cluster.DnsConfig = new ClusterDnsConfigArgs { ClusterDns = "CLOUD_DNS", ClusterDnsScope = "CLUSTER_SCOPE" };
        cluster.GatewayApiConfig = new ClusterGatewayApiConfigArgs { Channel = "CHANNEL_STANDARD" };
        cluster.ServiceExternalIpsConfig = new ClusterServiceExternalIpsConfigArgs { Enabled = false };
        cluster.AddonsConfig = new ClusterAddonsConfigArgs
        {
            DnsCacheConfig = new ClusterAddonsConfigDnsCacheConfigArgs { Enabled = true },
            GcePersistentDiskCsiDriverConfig = new ClusterAddonsConfigGcePersistentDiskCsiDriverConfigArgs { Enabled = true },
            GkeBackupAgentConfig = new ClusterAddonsConfigGkeBackupAgentConfigArgs { Enabled = Args.Backup is not null },
            HttpLoadBalancing = new ClusterAddonsConfigHttpLoadBalancingArgs { Disabled = false },
        };
    }

    private void AddApi(ClusterArgs cluster)
    {
        cluster.PrivateClusterConfig = new ClusterPrivateClusterConfigArgs
        {
            EnablePrivateNodes = true,
            EnablePrivateEndpoint = true,
            MasterGlobalAccessConfig = new ClusterPrivateClusterConfigMasterGlobalAccessConfigArgs { Enabled = Args.IsPrivate },
        };
        cluster.ControlPlaneEndpointsConfig = new ClusterControlPlaneEndpointsConfigArgs
        {
            // Where the name takes no external traffic, it takes none of ours at all, from wherever it comes.
            DnsEndpointConfig = new ClusterControlPlaneEndpointsConfigDnsEndpointConfigArgs
            {
                AllowExternalTraffic = !Args.IsPrivate,
                EnableK8sTokensViaDns = true,
                EnableK8sCertsViaDns = false,
            },
            IpEndpointsConfig = new ClusterControlPlaneEndpointsConfigIpEndpointsConfigArgs { Enabled = Args.IsPrivate },
        };
        // Only where there is an address to guard: an empty block would open the IP endpoint again.
        if (Args.IsPrivate)
        {
            cluster.MasterAuthorizedNetworksConfig = new ClusterMasterAuthorizedNetworksConfigArgs
            {
                CidrBlocks = Args.PeerRanges.Select(range => new ClusterMasterAuthorizedNetworksConfigCidrBlockArgs { CidrBlock = range.ToString() }).ToArray(),
                GcpPublicCidrsAccessEnabled = false,
                PrivateEndpointEnforcementEnabled = true,
            };
        }

        cluster.AnonymousAuthenticationConfig = new ClusterAnonymousAuthenticationConfigArgs { Mode = "LIMITED" };
        cluster.EnableLegacyAbac = false;
        cluster.MasterAuth = new ClusterMasterAuthArgs
        {
            ClientCertificateConfig = new ClusterMasterAuthClientCertificateConfigArgs { IssueClientCertificate = false },
        };
        cluster.RbacBindingConfig = new ClusterRbacBindingConfigArgs
        {
            EnableInsecureBindingSystemAuthenticated = false,
            EnableInsecureBindingSystemUnauthenticated = false,
        };
    }

    private void AddSecurity(ClusterArgs cluster)
    {
        cluster.WorkloadIdentityConfig = new ClusterWorkloadIdentityConfigArgs { WorkloadPool = GkeFacts.WorkloadPool(Args.AtCreation.Project) };
        cluster.DatabaseEncryption = new ClusterDatabaseEncryptionArgs
        {
            State = GkeFacts.StoreEncryption(Args.KubernetesVersion.Minor),
            KeyName = SecretsKeyId,
        };
        cluster.EnableShieldedNodes = true;
        cluster.SecurityPostureConfig = new ClusterSecurityPostureConfigArgs { Mode = "BASIC" };
        cluster.BinaryAuthorization = new ClusterBinaryAuthorizationArgs
        {
            EvaluationMode = Args.Security.BinaryAuthorization ? "PROJECT_SINGLETON_POLICY_ENFORCE" : "DISABLED",
        };
        cluster.EnableFqdnNetworkPolicy = Args.Security.FqdnPolicies;
        cluster.EnableCiliumClusterwideNetworkPolicy = Args.Security.ClusterwidePolicies;
    }

    private void AddObservability(ClusterArgs cluster)
    {
        cluster.LoggingConfig = new ClusterLoggingConfigArgs
        {
            EnableComponents = GkeFacts.LoggedComponents.Where(component => component != GkeFacts.WorkloadLogs || Args.Observability.WorkloadLogs).ToArray(),
        };
        cluster.MonitoringConfig = new ClusterMonitoringConfigArgs
        {
            EnableComponents = { "SYSTEM_COMPONENTS" },
            ManagedPrometheus = new ClusterMonitoringConfigManagedPrometheusArgs { Enabled = Args.Observability.ManagedPrometheus },
            AdvancedDatapathObservabilityConfig = new ClusterMonitoringConfigAdvancedDatapathObservabilityConfigArgs
            {
                EnableMetrics = Args.Observability.DataplaneMetrics,
                EnableRelay = false,
            },
        };
    }

    private void AddWhatWasAskedFor(ClusterArgs cluster)
    {
        if (Args.Security.GroupsAddress is { } groups)
        {
            cluster.AuthenticatorGroupsConfig = new ClusterAuthenticatorGroupsConfigArgs { SecurityGroup = groups };
        }

        if (Args.Observability.NotificationTopic is { } topic)
        {
            cluster.NotificationConfig = new ClusterNotificationConfigArgs
            {
                Pubsub = new ClusterNotificationConfigPubsubArgs { Enabled = true, Topic = topic },
            };
        }

        if (Args.FleetProject is { } fleet)
        {
            cluster.Fleet = new ClusterFleetArgs { Project = fleet };
        }

        if (Args.Upgrades.RollbackHours is { } hours)
        {
            cluster.RollbackSafeUpgrade = new ClusterRollbackSafeUpgradeArgs
            {
                ControlPlaneSoakDuration = GkeUpgradePolicy.Seconds(TimeSpan.FromHours(hours)),
            };
        }

        if (Args.Upgrades.AcceleratedPatches)
        {
            cluster.GkeAutoUpgradeConfig = new ClusterGkeAutoUpgradeConfigArgs { PatchMode = "ACCELERATED" };
        }
    }

    /// <summary>The pool that is removed still exists for a minute, and an organisation may forbid the project's default account.</summary>
    private ClusterNodeConfigArgs RenderFirstNode() => new()
    {
        ServiceAccount = AccountEmail,
        OauthScopes = { GkeNodePool.CloudPlatformScope },
        BootDiskKmsKey = DisksKeyId,
        ShieldedInstanceConfig = new ClusterNodeConfigShieldedInstanceConfigArgs { EnableSecureBoot = true, EnableIntegrityMonitoring = true },
    };
}
