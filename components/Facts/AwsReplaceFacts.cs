namespace CrossCloudMesh.Facts;

/// <summary>The rows of AWS. Every resource with a region of its own is replaced when that changes.</summary>
/// <remarks>
/// Each row was compared with the file of the provider that its source names; <see cref="AwsProviderFiles"/> tells which copies those were,
/// and what they left open.
/// </remarks>
internal static class AwsReplaceFacts
{
    private const string RuleSets = "egress egress.*.securityGroups ingress ingress.*.securityGroups";

    internal static ReplaceFact[] Rows { get; } =
    [
        Row(
            "acmpca/certificate:Certificate",
            "acmpca/certificate.go",
            "apiPassthrough certificateAuthorityArn certificateSigningRequest region signingAlgorithm templateArn validity",
            name: null),
        Row("backup/plan:Plan", "backup/plan.go", "name region", "advancedBackupSettings rules rules.*.copyActions"),
        Row(
            "backup/selection:Selection",
            "backup/selection.go",
            "conditions iamRoleArn name notResources planId region resources selectionTags",
            "conditions notResources resources selectionTags"),
        Row("backup/vault:Vault", "backup/vault.go", "kmsKeyArn name region"),
        Row("cloudcontrol/resource:Resource", "cloudcontrol/resource.go", "desiredState region typeName", name: null),
        Row("cloudwatch/eventRule:EventRule", "events/rule.go", "eventBusName name namePrefix region"),
        Row("cloudwatch/eventTarget:EventTarget", "events/target.go", "eventBusName region rule targetId", name: null),
        Row("cloudwatch/logGroup:LogGroup", "logs/group.go", "logGroupClass name namePrefix region"),
        Row("directconnect/connection:Connection", "directconnect/connection.go", "bandwidth location name providerName region requestMacsec"),
        Row(
            "directconnect/connectionConfirmation:ConnectionConfirmation",
            "directconnect/connection_confirmation.go",
            "connectionId region",
            name: null),
        Row("directconnect/gateway:Gateway", "directconnect/gateway.go", "amazonSideAsn"),
        Row(
            "directconnect/gatewayAssociation:GatewayAssociation",
            "directconnect/gateway_association.go",
            "associatedGatewayId associatedGatewayOwnerAccountId dxGatewayId region",
            "allowedPrefixes",
            null),
        Row(
            "directconnect/linkAggregationGroup:LinkAggregationGroup",
            "directconnect/lag.go",
            "connectionId connectionsBandwidth location providerName region"),
        Row(
            "directconnect/transitVirtualInterface:TransitVirtualInterface",
            "directconnect/transit_virtual_interface.go",
            "addressFamily amazonAddress bgpAsn bgpAsnLong bgpAuthKey connectionId customerAddress dxGatewayId name region vlan"),
        Row(
            "ec2/customerGateway:CustomerGateway",
            "ec2/vpnsite_customer_gateway.go",
            "bgpAsn bgpAsnExtended certificateArn deviceName ipAddress region type",
            name: null),
        Row("ec2/defaultSecurityGroup:DefaultSecurityGroup", "ec2/vpc_default_security_group.go", "region vpcId", RuleSets, name: null),
        Row(
            "ec2/eip:Eip",
            "ec2/ec2_eip.go",
            "address domain ipamPoolId networkBorderGroup publicIpv4Pool region",
            name: null),
        Row(
            "ec2/flowLog:FlowLog",
            "ec2/vpc_flow_log.go",
            """
            deliverCrossAccountRole destinationOptions eniId iamRoleArn logDestination logDestinationType logFormat maxAggregationInterval
            region regionalNatGatewayId subnetId trafficType transitGatewayAttachmentId transitGatewayId vpcId
            """,
            name: null),
        Row("ec2/internetGateway:InternetGateway", "ec2/vpc_internet_gateway.go", "region", name: null),
        Row(
            "ec2/launchTemplate:LaunchTemplate",
            "ec2/ec2_launch_template.go",
            "name namePrefix region",
            """
            instanceRequirements.acceleratorManufacturers instanceRequirements.acceleratorNames instanceRequirements.acceleratorTypes
            instanceRequirements.allowedInstanceTypes instanceRequirements.cpuManufacturers instanceRequirements.excludedInstanceTypes
            instanceRequirements.instanceGenerations instanceRequirements.localStorageTypes licenseSpecifications
            networkInterfaces.*.ipv4Addresses networkInterfaces.*.ipv4Prefixes networkInterfaces.*.ipv6Addresses
            networkInterfaces.*.ipv6Prefixes networkInterfaces.*.securityGroups securityGroupNames vpcSecurityGroupIds
            """),
        Row(
            "ec2/natGateway:NatGateway",
            "ec2/vpc_nat_gateway.go",
            "allocationId availabilityMode connectivityType privateIp region subnetId vpcId",
            "availabilityZoneAddresses availabilityZoneAddresses.*.allocationIds secondaryAllocationIds secondaryPrivateIpAddresses",
            null,
            // A regional one whose zones are all named is another kind than one that finds them itself.
            new ReplaceTrigger("availabilityZoneAddresses", ReplaceWhen.CameOrWent) { Unless = ("availabilityMode", "zonal") },
            new ReplaceTrigger("secondaryPrivateIpAddressCount", ReplaceWhen.Given) { Unless = ("connectivityType", "public") }),
        Row("ec2/networkAcl:NetworkAcl", "ec2/vpc_network_acl.go", "region vpcId", "egress ingress subnetIds", name: null),
        Row("ec2/networkAclAssociation:NetworkAclAssociation", "ec2/vpc_network_acl_association.go", "networkAclId region subnetId", name: null),
        Row(
            "ec2/route:Route",
            "ec2/vpc_route.go",
            "destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId region routeTableId",
            name: null),
        Row("ec2/routeTable:RouteTable", "ec2/vpc_route_table.go", "region vpcId", "propagatingVgws routes", name: null),
        Row("ec2/routeTableAssociation:RouteTableAssociation", "ec2/vpc_route_table_association.go", "gatewayId region subnetId", name: null),
        Row("ec2/securityGroup:SecurityGroup", "ec2/vpc_security_group.go", "description name namePrefix region vpcId", RuleSets),
        Row(
            "ec2/subnet:Subnet",
            "ec2/vpc_subnet.go",
            """
            availabilityZone availabilityZoneId cidrBlock ipv4IpamPoolId ipv4NetmaskLength ipv6IpamPoolId ipv6Native ipv6NetmaskLength
            outpostArn region vpcId
            """,
            "",
            null,
            new ReplaceTrigger("ipv6CidrBlock", ReplaceWhen.Changed) { Before = ("assignIpv6AddressOnCreation", "true") }),
        Row(
            "ec2/subnetCidrReservation:SubnetCidrReservation",
            "ec2/vpc_subnet_cidr_reservation.go",
            "cidrBlock description region reservationType subnetId",
            name: null),
        Row(
            "ec2/vpc:Vpc",
            "ec2/vpc_.go",
            "cidrBlock ipv4IpamPoolId ipv4NetmaskLength region",
            "",
            null,
            Turned("instanceTenancy", "default", "dedicated", "default")),
        Row(
            "ec2/vpcEndpoint:VpcEndpoint",
            "ec2/vpc_endpoint.go",
            """
            dnsOptions.privateDnsPreference dnsOptions.privateDnsSpecifiedDomains region resourceConfigurationArn serviceName
            serviceNetworkArn serviceRegion vpcEndpointType vpcId
            """,
            "dnsOptions.privateDnsSpecifiedDomains routeTableIds securityGroupIds subnetConfigurations subnetIds",
            null,
            new ReplaceTrigger("privateDnsEnabled", ReplaceWhen.Changed) { Unless = ("vpcEndpointType", "Interface") }),
        Row(
            "ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
            "ec2/vpc_ipv4_cidr_block_association.go",
            "cidrBlock ipv4IpamPoolId ipv4NetmaskLength region vpcId",
            name: null),
        Row(
            "ec2/vpnConnection:VpnConnection",
            "ec2/vpnsite_connection.go",
            """
            enableAcceleration region staticRoutesOnly tunnel1InsideCidr tunnel1InsideIpv6Cidr tunnel2InsideCidr tunnel2InsideIpv6Cidr
            tunnelInsideIpVersion type
            """,
            """
            tunnel1IkeVersions tunnel1Phase1DhGroupNumbers tunnel1Phase1EncryptionAlgorithms tunnel1Phase1IntegrityAlgorithms
            tunnel1Phase2DhGroupNumbers tunnel1Phase2EncryptionAlgorithms tunnel1Phase2IntegrityAlgorithms tunnel2IkeVersions
            tunnel2Phase1DhGroupNumbers tunnel2Phase1EncryptionAlgorithms tunnel2Phase1IntegrityAlgorithms tunnel2Phase2DhGroupNumbers
            tunnel2Phase2EncryptionAlgorithms tunnel2Phase2IntegrityAlgorithms
            """,
            null),
        Row(
            "ec2transitgateway/peeringAttachment:PeeringAttachment",
            "ec2/transitgateway_peering_attachment.go",
            "options peerAccountId peerRegion peerTransitGatewayId region transitGatewayId",
            name: null),
        Row(
            "ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter",
            "ec2/transitgateway_peering_attachment_accepter.go",
            "region transitGatewayAttachmentId",
            name: null),
        Row(
            "ec2transitgateway/route:Route",
            "ec2/transitgateway_route.go",
            "blackhole destinationCidrBlock region transitGatewayAttachmentId transitGatewayRouteTableId",
            name: null),
        Row("ec2transitgateway/routeTable:RouteTable", "ec2/transitgateway_route_table.go", "region transitGatewayId", name: null),
        Row(
            "ec2transitgateway/routeTableAssociation:RouteTableAssociation",
            "ec2/transitgateway_route_table_association.go",
            "region transitGatewayAttachmentId transitGatewayRouteTableId",
            name: null),
        Row(
            "ec2transitgateway/routeTablePropagation:RouteTablePropagation",
            "ec2/transitgateway_route_table_propagation.go",
            "region transitGatewayAttachmentId transitGatewayRouteTableId",
            name: null),
        // The number itself can be changed in place, as long as no attachment speaks BGP.
        Row(
            "ec2transitgateway/transitGateway:TransitGateway",
            "ec2/transitgateway_.go",
            "multicastSupport region",
            "transitGatewayCidrBlocks",
            null,
            Turned("defaultRouteTableAssociation", "disable", "enable", "enable"),
            Turned("defaultRouteTablePropagation", "disable", "enable", "enable")),
        Row("ec2transitgateway/vpcAttachment:VpcAttachment", "ec2/transitgateway_vpc_attachment.go", "region transitGatewayId vpcId", "subnetIds", name: null),
        Row("eks/accessEntry:AccessEntry", "eks/access_entry.go", "clusterName principalArn region type", "kubernetesGroups", name: null),
        Row(
            "eks/accessPolicyAssociation:AccessPolicyAssociation",
            "eks/access_policy_association.go",
            "accessScope clusterName policyArn principalArn region",
            "accessScope.namespaces",
            name: null),
        Row("eks/addon:Addon", "eks/addon.go", "addonName clusterName namespaceConfig region", "podIdentityAssociations", name: null),
        Row(
            "eks/capability:Capability",
            "eks/capability.go",
            "capabilityName clusterName region type",
            "configuration.argoCd.networkAccess.vpceIds",
            name: null),
        Row(
            "eks/cluster:Cluster",
            "eks/cluster.go",
            """
            accessConfig.bootstrapClusterCreatorAdminPermissions bootstrapSelfManagedAddons kubernetesNetworkConfig.ipFamily
            kubernetesNetworkConfig.serviceIpv4Cidr name outpostConfig.controlPlaneInstanceType
            outpostConfig.controlPlanePlacement.groupName region roleArn
            """,
            """
            computeConfig.nodePools enabledClusterLogTypes encryptionConfig.resources outpostConfig.outpostArns
            remoteNetworkConfig.remoteNodeNetworks.cidrs remoteNetworkConfig.remotePodNetworks.cidrs vpcConfig.publicAccessCidrs
            vpcConfig.securityGroupIds vpcConfig.subnetIds
            """,
            "name",
            new ReplaceTrigger("encryptionConfig", ReplaceWhen.Went),
            // One that goes replaces too, but only while the pools that it was for stay, which EKS would refuse anyway.
            new ReplaceTrigger("computeConfig.nodeRoleArn", ReplaceWhen.ChangedWhilePresent),
            Turned("vpcConfig.controlPlaneEgressMode", "CUSTOMER_ROUTED", "AWS_MANAGED", unsaid: "AWS_MANAGED")),
        Row(
            "eks/nodeGroup:NodeGroup",
            "eks/node_group.go",
            """
            amiType capacityType clusterName diskSize instanceTypes launchTemplate.id launchTemplate.name nodeGroupName nodeGroupNamePrefix
            nodeRoleArn region remoteAccess subnetIds
            """,
            "subnetIds taints remoteAccess.sourceSecurityGroupIds",
            "nodeGroupName"),
        Row(
            "eks/podIdentityAssociation:PodIdentityAssociation",
            "eks/pod_identity_association.go",
            "clusterName namespace region serviceAccount",
            name: null),
        Row("iam/instanceProfile:InstanceProfile", "iam/instance_profile.go", "name namePrefix path"),
        Row("iam/openIdConnectProvider:OpenIdConnectProvider", "iam/openid_connect_provider.go", "url", name: null),
        Row("iam/role:Role", "iam/role.go", "name namePrefix path", "inlinePolicies managedPolicyArns"),
        Row("iam/rolePolicy:RolePolicy", "iam/role_policy.go", "name namePrefix role"),
        Row("iam/rolePolicyAttachment:RolePolicyAttachment", "iam/role_policy_attachment.go", "policyArn role", name: null),
        Row("kms/alias:Alias", "kms/alias.go", "name namePrefix region"),
        Row(
            "kms/key:Key",
            "kms/key.go",
            "customKeyStoreId customerMasterKeySpec keyUsage multiRegion region xksKeyId",
            name: null),
        Row("route53/record:Record", "route53/record.go", "name zoneId", "records", name: null),
        Row(
            "route53/resolverEndpoint:ResolverEndpoint",
            "route53resolver/endpoint.go",
            "direction region securityGroupIds",
            "ipAddresses protocols securityGroupIds",
            name: null),
        Row("route53/resolverQueryLogConfig:ResolverQueryLogConfig", "route53resolver/query_log_config.go", "destinationArn name region"),
        Row(
            "route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
            "route53resolver/query_log_config_association.go",
            "region resolverQueryLogConfigId resourceId",
            name: null),
        Row(
            "route53/resolverRule:ResolverRule",
            "route53resolver/rule.go",
            "domainName region ruleType",
            "targetIps",
            null,
            new ReplaceTrigger("resolverEndpointId", ReplaceWhen.Went)),
        Row(
            "route53/resolverRuleAssociation:ResolverRuleAssociation",
            "route53resolver/rule_association.go",
            "name region resolverRuleId vpcId",
            name: null),
        Row("route53/zone:Zone", "route53/zone.go", "delegationSetId name", "vpcs"),
        Row(
            "servicediscovery/privateDnsNamespace:PrivateDnsNamespace",
            "servicediscovery/private_dns_namespace.go",
            "name region vpc"),
        Row("sqs/queue:Queue", "sqs/queue.go", "fifoQueue name namePrefix region"),
        SecurityGroupRule("vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
        SecurityGroupRule("vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
    ];

    /// <summary>A rule can have another range, port or group, but never another kind of source. One file has both directions.</summary>
    private static ReplaceFact SecurityGroupRule(string type) => Row(
        type,
        "ec2/vpc_security_group_ingress_rule.go",
        "region securityGroupId",
        "",
        null,
        new ReplaceTrigger("cidrIpv4", ReplaceWhen.CameOrWent),
        new ReplaceTrigger("cidrIpv6", ReplaceWhen.CameOrWent),
        new ReplaceTrigger("prefixListId", ReplaceWhen.CameOrWent),
        new ReplaceTrigger("referencedSecurityGroupId", ReplaceWhen.CameOrWent));

    private static ReplaceFact Row(
        string type, string file, string replaces, string sets = "", string? name = "name", params ReadOnlySpan<ReplaceTrigger> when) =>
        ReplaceFact.Row("aws:" + type, AwsProviderFiles.Of(file), replaces, sets, name, when);

    private static ReplaceTrigger Turned(string path, string from, string to, string unsaid) =>
        new(path, ReplaceWhen.Turned) { From = from, To = to, Unsaid = unsaid };
}
