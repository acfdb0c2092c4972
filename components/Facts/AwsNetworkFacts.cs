namespace CrossCloudMesh.Facts;

/// <summary>What AWS documents about VPCs and Transit Gateways.</summary>
public static class AwsNetworkFacts
{
    /// <summary>The ports from which a NAT gateway speaks, and so those at which answers to it arrive: wider than any host's own.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports, read 2026-11-21.</remarks>
    public const int FirstReplyPort = 1024;

    /// <summary>The last port there is.</summary>
    public const int LastPort = 65535;

    /// <summary>How many rules an access list may hold in one direction.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html, read 2026-11-21.</remarks>
    public const int AclRulesPerDirection = 20;

    /// <summary>The only period over which flow logs of a Transit Gateway are gathered, in seconds.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html, read 2026-11-21.</remarks>
    public const int TransitFlowSeconds = 60;

    /// <summary>The tag by which the VPC CNI, from 1.18 on, finds further subnets of a node's zone for the addresses of pods.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/cni-subnet-selection.html, read 2026-11-21.</remarks>
    public const string PodSubnetTag = "kubernetes.io/role/cni";
}
