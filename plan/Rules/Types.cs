namespace CrossCloudMesh.Plan.Rules;

/// <summary>The type tokens that rules look for.</summary>
internal static class Types
{
    public const string Acl = "aws:ec2/networkAcl:NetworkAcl";
    public const string AclAssociation = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
    public const string Association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    public const string CustomerGateway = "aws:ec2/customerGateway:CustomerGateway";
    public const string DefaultSecurityGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    public const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    public const string EksAccessEntry = "aws:eks/accessEntry:AccessEntry";
    public const string EksAddon = "aws:eks/addon:Addon";
    public const string EksCluster = "aws:eks/cluster:Cluster";
    public const string EksNodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string EndpointService = "aws:ec2/vpcEndpointService:VpcEndpointService";
    public const string HubAssociation = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
    public const string HubPropagation = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";
    public const string HubRoute = "aws:ec2transitgateway/route:Route";
    public const string HubTable = "aws:ec2transitgateway/routeTable:RouteTable";
    public const string FlowLog = "aws:ec2/flowLog:FlowLog";
    public const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    public const string InternetGateway = "aws:ec2/internetGateway:InternetGateway";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicyAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    public const string Route = "aws:ec2/route:Route";
    public const string RouteTable = "aws:ec2/routeTable:RouteTable";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string SecurityGroupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string TransitGateway = "aws:ec2transitgateway/transitGateway:TransitGateway";
    public const string TransitAttachment = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
    public const string Vpc = "aws:ec2/vpc:Vpc";
    public const string VpcRange = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
    public const string VpnConnection = "aws:ec2/vpnConnection:VpnConnection";
    public const string CloudControl = "aws:cloudcontrol/resource:Resource";
    public const string DirectConnection = "aws:directconnect/connection:Connection";
    public const string DirectConnectGateway = "aws:directconnect/gateway:Gateway";
    public const string GatewayAssociation = "aws:directconnect/gatewayAssociation:GatewayAssociation";
    public const string HostedConfirmation = "aws:directconnect/connectionConfirmation:ConnectionConfirmation";
    public const string LinkAggregationGroup = "aws:directconnect/linkAggregationGroup:LinkAggregationGroup";
    public const string PeeringAccepter = "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter";
    public const string PeeringAttachment = "aws:ec2transitgateway/peeringAttachment:PeeringAttachment";
    public const string TransitInterface = "aws:directconnect/transitVirtualInterface:TransitVirtualInterface";
    public const string AwsKey = "aws:kms/key:Key";

    public const string ExternalVpnGateway = "gcp:compute/externalVpnGateway:ExternalVpnGateway";
    public const string Firewall = "gcp:compute/firewall:Firewall";
    public const string GkeCluster = "gcp:container/cluster:Cluster";
    public const string GkeNodePool = "gcp:container/nodePool:NodePool";
    public const string GoogleKey = "gcp:kms/cryptoKey:CryptoKey";
    public const string GoogleRoute = "gcp:compute/route:Route";
    public const string HaVpnGateway = "gcp:compute/haVpnGateway:HaVpnGateway";
    public const string Interconnect = "gcp:compute/interconnect:Interconnect";
    public const string NetworkPeering = "gcp:compute/networkPeering:NetworkPeering";
    public const string Router = "gcp:compute/router:Router";
    public const string RouterInterface = "gcp:compute/routerInterface:RouterInterface";
    public const string RouterPeer = "gcp:compute/routerPeer:RouterPeer";
    public const string Transport = "gcp:networkconnectivity/transport:Transport";
    public const string VlanAttachment = "gcp:compute/interconnectAttachment:InterconnectAttachment";
    public const string VpnTunnel = "gcp:compute/vPNTunnel:VPNTunnel";
    public const string GoogleNetwork = "gcp:compute/network:Network";
    public const string Subnetwork = "gcp:compute/subnetwork:Subnetwork";
}
