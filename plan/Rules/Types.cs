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
    public const string ResolverAssociation = "aws:route53/resolverRuleAssociation:ResolverRuleAssociation";
    public const string ResolverEndpoint = "aws:route53/resolverEndpoint:ResolverEndpoint";
    public const string ResolverRule = "aws:route53/resolverRule:ResolverRule";
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
    public const string AwsZone = "aws:route53/zone:Zone";
    public const string AwsKey = "aws:kms/key:Key";

    public const string ExternalVpnGateway = "gcp:compute/externalVpnGateway:ExternalVpnGateway";
    public const string Firewall = "gcp:compute/firewall:Firewall";
    public const string GkeCluster = "gcp:container/cluster:Cluster";
    public const string GkeNodePool = "gcp:container/nodePool:NodePool";
    public const string GoogleKey = "gcp:kms/cryptoKey:CryptoKey";
    public const string GooglePolicy = "gcp:dns/policy:Policy";
    public const string GoogleRoute = "gcp:compute/route:Route";
    public const string GoogleZone = "gcp:dns/managedZone:ManagedZone";
    public const string HaVpnGateway = "gcp:compute/haVpnGateway:HaVpnGateway";
    public const string Router = "gcp:compute/router:Router";
    public const string RouterInterface = "gcp:compute/routerInterface:RouterInterface";
    public const string RouterPeer = "gcp:compute/routerPeer:RouterPeer";
    public const string VpnTunnel = "gcp:compute/vPNTunnel:VPNTunnel";
    public const string GoogleNetwork = "gcp:compute/network:Network";
    public const string Subnetwork = "gcp:compute/subnetwork:Subnetwork";
}
