namespace CrossCloudMesh.Facts;

/// <summary>The rows of Google Cloud, as the provider's code of 2026-08-21 has them.</summary>
internal static class GoogleReplaceFacts
{
    private const string Iam = "condition member role";

    private static readonly DateOnly ReadOn = new(2026, 11, 21);

    internal static ReplaceFact[] Rows { get; } =
    [
        Row(
            "certificateauthority/authority:Authority",
            "services/privateca/resource_privateca_certificate_authority.go",
            "certificateAuthorityId config gcsBucket keySpec lifetime location pool project type",
            name: "certificateAuthorityId"),
        Row("certificateauthority/caPool:CaPool", "services/privateca/resource_privateca_ca_pool.go", "location name project tier"),
        Row(
            "certificateauthority/certificate:Certificate",
            "services/privateca/resource_privateca_certificate.go",
            "certificateAuthority certificateTemplate config lifetime location name pemCsr pool project"),
        Row(
            "certificateauthority/certificateTemplate:CertificateTemplate",
            "services/privateca/resource_privateca_certificate_template.go",
            "location name project"),
        Row(
            "compute/address:Address",
            "services/compute/resource_compute_address.go",
            """
            address addressType description ipCollection ipVersion ipv6EndpointType name network networkTier prefixLength project purpose
            region subnetwork
            """),
        Row(
            "compute/externalVpnGateway:ExternalVpnGateway",
            "services/compute/resource_compute_external_vpn_gateway.go",
            "description interfaces name params project redundancyType"),
        Row(
            "compute/firewall:Firewall",
            "services/compute/resource_compute_firewall.go",
            "direction name params project",
            """
            allows allows.*.ports denies denies.*.ports destinationRanges sourceRanges sourceServiceAccounts sourceTags
            targetServiceAccounts targetTags
            """),
        Row(
            "compute/haVpnGateway:HaVpnGateway",
            "services/compute/resource_compute_ha_vpn_gateway.go",
            "description gatewayIpVersion name network params project region stackType vpnInterfaces"),
        Row(
            "compute/interconnect:Interconnect",
            "services/compute/resource_compute_interconnect.go",
            "customerName interconnectType linkType location name params project remoteLocation requestedFeatures"),
        Row(
            "compute/interconnectAttachment:InterconnectAttachment",
            "services/compute/resource_compute_interconnect_attachment.go",
            """
            candidateCloudRouterIpAddress candidateCloudRouterIpv6Address candidateCustomerRouterIpAddress
            candidateCustomerRouterIpv6Address candidateSubnets edgeAvailabilityDomain encryption interconnect ipsecInternalAddresses
            l2Forwarding.network l2Forwarding.tunnelEndpointIpAddress name params project region router subnetLength type vlanTag8021q
            """),
        Row(
            "compute/interconnectAttachmentGroup:InterconnectAttachmentGroup",
            "services/compute/resource_compute_interconnect_attachment_group.go",
            "name project",
            "attachments"),
        Row(
            "compute/interconnectGroup:InterconnectGroup",
            "services/compute/resource_compute_interconnect_group.go",
            "name project",
            "interconnects"),
        Row(
            "compute/network:Network",
            "services/compute/resource_compute_network.go",
            "autoCreateSubnetworks description internalIpv6Range name networkProfile params project"),
        Row(
            "compute/networkPeering:NetworkPeering",
            "services/compute/resource_compute_network_peering.go",
            "exportSubnetRoutesWithPublicIp importSubnetRoutesWithPublicIp name network peerNetwork"),
        Row(
            "compute/route:Route",
            "services/compute/resource_compute_route.go",
            """
            description destRange name network nextHopGateway nextHopIlb nextHopInstance nextHopInstanceZone nextHopIp nextHopVpnTunnel
            params priority project tags
            """,
            "tags"),
        Row(
            "compute/router:Router",
            "services/compute/resource_compute_router.go",
            "encryptedInterconnectRouter name nccGateway network params project region",
            "bgp.advertisedGroups bgp.advertisedIpRanges"),
        Row(
            "compute/routerInterface:RouterInterface",
            "services/compute/resource_compute_router_interface.go",
            "interconnectAttachment ipRange ipVersion name privateIpAddress project redundantInterface region router subnetwork vpnTunnel"),
        Row(
            "compute/routerNat:RouterNat",
            "services/compute/resource_compute_router_nat.go",
            "endpointTypes initialNatIps name project region router type",
            "drainNatIps initialNatIps nat64Subnetworks natIps rules subnetworks subnetworks.*.sourceIpRangesToNats subnetworks.*.secondaryIpRangeNames"),
        Row(
            "compute/routerPeer:RouterPeer",
            "services/compute/resource_compute_router_peer.go",
            "interface name project region router",
            "advertisedIpRanges"),
        Row(
            "compute/subnetwork:Subnetwork",
            "services/compute/resource_compute_subnetwork.go",
            "description externalIpv6Prefix internalIpv6Prefix name network params project region reservedInternalRange resolveSubnetMask",
            "logConfig.metadataFields",
            "name",
            new ReplaceTrigger("ipCidrRange", ReplaceWhen.Shrunk)),
        Row(
            "compute/vPNTunnel:VPNTunnel",
            "services/compute/resource_compute_vpn_tunnel.go",
            """
            cipherSuite description ikeVersion localTrafficSelectors name params peerExternalGateway peerExternalGatewayInterface
            peerGcpGateway peerIp project region remoteTrafficSelectors router sharedSecret targetVpnGateway vpnGateway vpnGatewayInterface
            """,
            "localTrafficSelectors remoteTrafficSelectors"),
        Row(
            "container/cluster:Cluster",
            "services/container/resource_container_cluster.go",
            """
            clusterAutoscaling.autoProvisioningDefaults.bootDiskKmsKey clusterIpv4Cidr confidentialNodes dataplaneOptimizationMode
            datapathProvider defaultMaxPodsPerNode description enableAutopilot enableKubernetesAlpha enableTpu initialNodeCount
            ipAllocationPolicy.clusterIpv4CidrBlock ipAllocationPolicy.clusterSecondaryRangeName
            ipAllocationPolicy.podCidrOverprovisionConfig ipAllocationPolicy.servicesIpv4CidrBlock
            ipAllocationPolicy.servicesSecondaryRangeName location masterAuth.clientCertificateConfig name network networkingMode nodePools
            privateClusterConfig.masterIpv4CidrBlock privateClusterConfig.privateEndpointSubnetwork project subnetwork
            userManagedKeysConfig.aggregationCa userManagedKeysConfig.clusterCa userManagedKeysConfig.etcdApiCa
            userManagedKeysConfig.etcdPeerCa
            """ + NodeConfig,
            """
            enableK8sBetaApis.enabledApis ipAllocationPolicy.additionalPodRangesConfig.podRangeNames loggingConfig.enableComponents
            maintenancePolicy.maintenanceExclusions masterAuthorizedNetworksConfig.cidrBlocks monitoringConfig.enableComponents
            nodeConfig.oauthScopes nodeLocations
            """,
            "name",
            new ReplaceTrigger("ipAllocationPolicy", ReplaceWhen.CameOrWent),
            // A beta API can be turned on later, never off.
            new ReplaceTrigger("enableK8sBetaApis.enabledApis", ReplaceWhen.Lost),
            TurnedOff("enableFqdnNetworkPolicy"),
            TurnedOff("enableL4IlbSubsetting")),
        Row(
            "container/nodePool:NodePool",
            "services/container/resource_container_node_pool.go",
            """
            cluster initialNodeCount location maxPodsPerNode name namePrefix networkConfig.acceleratorNetworkProfile
            networkConfig.additionalNodeNetworkConfigs networkConfig.additionalPodNetworkConfigs networkConfig.createPodRange
            networkConfig.podCidrOverprovisionConfig networkConfig.podIpv4CidrBlock networkConfig.podRange networkConfig.subnetwork
            placementPolicy project queuedProvisioning
            """ + NodeConfig,
            "nodeConfig.oauthScopes nodeLocations"),
        Row(
            "dns/managedZone:ManagedZone",
            "services/dns/resource_dns_managed_zone.go",
            "dnsName name project visibility",
            "forwardingConfig.targetNameServers privateVisibilityConfig.networks"),
        Row("dns/policy:Policy", "services/dns/resource_dns_policy.go", "dns64Config name project", "alternativeNameServerConfig.targetNameServers networks"),
        Row(
            "dns/recordSet:RecordSet",
            "services/dns/resource_dns_record_set.go",
            "managedZone name project routingPolicy.healthCheck"),
        Row(
            "gkebackup/backupPlan:BackupPlan",
            "services/gkebackup/resource_gke_backup_backup_plan.go",
            "cluster location name project"),
        Row(
            "kms/cryptoKey:CryptoKey",
            "services/kms/resource_kms_crypto_key.go",
            "cryptoKeyBackend destroyScheduledDuration importOnly keyRing name purpose versionTemplate.protectionLevel"),
        Row("kms/cryptoKeyIAMMember:CryptoKeyIAMMember", "tpgiamresource/resource_iam_member.go", "cryptoKeyId " + Iam, name: null),
        Row("kms/keyRing:KeyRing", "services/kms/resource_kms_key_ring.go", "location name project"),
        Row("monitoring/alertPolicy:AlertPolicy", "services/monitoring/resource_monitoring_alert_policy.go", "project", name: null),
        Row("monitoring/notificationChannel:NotificationChannel", "services/monitoring/resource_monitoring_notification_channel.go", "project", name: null),
        Row(
            "networkconnectivity/transport:Transport",
            "services/networkconnectivity/resource_network_connectivity_transport.go",
            "autoAccept hub name network project pscRoutingEnabled remoteProfile"),
        Row("projects/iAMMember:IAMMember", "tpgiamresource/resource_iam_member.go", "project " + Iam, name: null),
        Row("projects/service:Service", "services/resourcemanager/resource_google_project_service.go", "project service", name: null),
        Row("projects/serviceIdentity:ServiceIdentity", "services/resourcemanager/resource_project_service_identity.go", "project service", name: null),
        Row("serviceaccount/account:Account", "services/resourcemanager/resource_google_service_account.go", "accountId project", name: "accountId"),
    ];

    /// <summary>What a node is made with and keeps.</summary>
    private const string NodeConfig =
        """

        nodeConfig.advancedMachineFeatures nodeConfig.bootDiskKmsKey nodeConfig.confidentialNodes.confidentialInstanceType
        nodeConfig.enableConfidentialStorage nodeConfig.ephemeralStorageLocalSsdConfig nodeConfig.flexStart nodeConfig.guestAccelerators
        nodeConfig.hostMaintenancePolicy nodeConfig.localNvmeSsdBlockConfig nodeConfig.localSsdCount nodeConfig.localSsdEncryptionMode
        nodeConfig.maxRunDuration nodeConfig.metadata nodeConfig.minCpuPlatform nodeConfig.nodeGroup nodeConfig.oauthScopes
        nodeConfig.preemptible nodeConfig.reservationAffinity nodeConfig.sandboxConfig nodeConfig.secondaryBootDisks
        nodeConfig.serviceAccount nodeConfig.shieldedInstanceConfig nodeConfig.soleTenantConfig nodeConfig.spot
        """;

    private static ReplaceFact Row(
        string type, string file, string replaces, string sets = "", string? name = "name", params ReadOnlySpan<ReplaceTrigger> when) =>
        ReplaceFact.Row(
            "gcp:" + type,
            new("https://github.com/hashicorp/terraform-provider-google/blob/main/google/" + file, ReadOn),
            replaces,
            sets,
            name,
            when);

    private static ReplaceTrigger TurnedOff(string path) => new(path, ReplaceWhen.Turned) { From = "true", To = "false" };
}
