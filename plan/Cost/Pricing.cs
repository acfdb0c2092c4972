namespace CrossCloudMesh.Plan.Cost;

/// <summary>Which types cost, and who reckons it.</summary>
internal static class Pricing
{
    private static readonly Dictionary<string, Action<CostSheet, PlannedResource>> Known = new(StringComparer.Ordinal)
    {
        ["aws:cloudcontrol/resource:Resource"] = InterconnectPricing.Controlled,
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = WatchPricing.CompositeAlarm,
        ["aws:cloudwatch/dashboard:Dashboard"] = WatchPricing.Dashboard,
        ["aws:cloudwatch/logGroup:LogGroup"] = AwsPricing.LogGroup,
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = WatchPricing.MetricAlarm,
        ["aws:directconnect/connection:Connection"] = AwsPricing.Port,
        ["aws:directconnect/gatewayAssociation:GatewayAssociation"] = AwsPricing.Attachment,
        ["aws:ec2/eip:Eip"] = AwsPricing.Address,
        ["aws:ec2/natGateway:NatGateway"] = AwsPricing.NatGateway,
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = AwsPricing.Endpoint,
        ["aws:ec2/vpnConnection:VpnConnection"] = AwsPricing.VpnConnection,
        ["aws:ec2transitgateway/vpcAttachment:VpcAttachment"] = AwsPricing.Attachment,
        ["aws:ec2transitgateway/peeringAttachment:PeeringAttachment"] = AwsPricing.Peering,
        ["aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter"] = AwsPricing.Peering,
        ["aws:eks/cluster:Cluster"] = EksPricing.Cluster,
        ["aws:eks/nodeGroup:NodeGroup"] = EksPricing.NodeGroup,
        ["aws:kms/key:Key"] = AwsPricing.Key,
        ["aws:route53/resolverEndpoint:ResolverEndpoint"] = DnsPricing.ResolverEndpoint,
        ["aws:route53/zone:Zone"] = DnsPricing.AwsZone,
        ["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"] = DnsPricing.AwsZone,
        ["aws:xray/indexingRule:IndexingRule"] = TelemetryPricing.Index,
        ["aws:xray/traceSegmentDestination:TraceSegmentDestination"] = TelemetryPricing.Spans,
        ["gcp:certificateauthority/authority:Authority"] = GcpPricing.Authority,
        ["gcp:certificateauthority/certificate:Certificate"] = GcpPricing.Certificate,
        ["gcp:compute/address:Address"] = GcpPricing.Address,
        ["gcp:compute/interconnect:Interconnect"] = InterconnectPricing.Port,
        ["gcp:compute/interconnectAttachment:InterconnectAttachment"] = InterconnectPricing.Attachment,
        ["gcp:compute/routerNat:RouterNat"] = GcpPricing.Nat,
        ["gcp:compute/subnetwork:Subnetwork"] = GcpPricing.Subnetwork,
        ["gcp:compute/vPNTunnel:VPNTunnel"] = GcpPricing.Tunnel,
        ["gcp:container/cluster:Cluster"] = GkePricing.Cluster,
        ["gcp:container/nodePool:NodePool"] = GkePricing.NodePool,
        ["gcp:dns/managedZone:ManagedZone"] = DnsPricing.GoogleZone,
        ["gcp:kms/cryptoKey:CryptoKey"] = GcpPricing.CryptoKey,
        ["gcp:monitoring/alertPolicy:AlertPolicy"] = WatchPricing.AlertPolicy,
        ["gcp:networkconnectivity/transport:Transport"] = InterconnectPricing.Transport,
    };

    /// <summary>What reckons the costs of a type, or null.</summary>
    public static Action<CostSheet, PlannedResource>? Of(string type) => Known.GetValueOrDefault(type);
}
