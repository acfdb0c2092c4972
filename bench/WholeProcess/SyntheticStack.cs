using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace CrossCloudMesh.Bench;

/// <summary>A stack of a stated size: components of 30 resources each, every one of them with inputs that come from another.</summary>
internal sealed class SyntheticStack : Stack
{
    public const int ResourcesPerNetwork = 30;

    /// <param name="resources">How many there are, rounded down to whole networks.</param>
    /// <param name="options">What the evaluation asks for.</param>
    /// <param name="edition">Describes every group, so that another edition replaces it and with it its rules.</param>
    public SyntheticStack(int resources, StackOptions options, string edition = "first")
        : base(options)
    {
        var provider = new Pulumi.Aws.Provider("aws", new() { Region = "us-east-1" });
        for (var network = 0; network < resources / ResourcesPerNetwork; network++)
        {
            _ = new SyntheticNetwork($"network-{network}", network, edition, new() { Provider = provider });
        }
    }
}

/// <summary>One component, one VPC, one group with 8 rules, one table, 9 subnets and 9 associations: 30 with itself.</summary>
internal sealed class SyntheticNetwork : ComponentResource
{
    private const int Zones = 9;
    private const int Rules = 8;

    public SyntheticNetwork(string name, int index, string edition, ComponentResourceOptions options)
        : base("bench:networks:SyntheticNetwork", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var range = $"10.{index % 256}";
        var vpc = new Vpc(name, new() { CidrBlock = $"{range}.0.0/16", EnableDnsSupport = true, Tags = { ["Name"] = name } }, child);
        var group = new SecurityGroup(name, new() { VpcId = vpc.Id, Description = $"{name}, {edition}", Tags = { ["Name"] = name } }, child);
        var table = new RouteTable(name, new() { VpcId = vpc.Id, Tags = { ["Name"] = name } }, child);

        for (var zone = 0; zone < Zones; zone++)
        {
            var subnet = new Subnet($"{name}-{zone}", new()
            {
                VpcId = vpc.Id,
                AvailabilityZoneId = $"use1-az{zone}",
                CidrBlock = $"{range}.{zone}.0/24",
                MapPublicIpOnLaunch = false,
                Tags = { ["Name"] = $"{name}-{zone}" },
            }, child);
            _ = new RouteTableAssociation($"{name}-{zone}", new() { SubnetId = subnet.Id, RouteTableId = table.Id }, child);
        }

        for (var rule = 0; rule < Rules; rule++)
        {
            _ = new SecurityGroupIngressRule($"{name}-{rule}", new()
            {
                SecurityGroupId = group.Id,
                IpProtocol = "tcp",
                FromPort = 8000 + rule,
                ToPort = 8000 + rule,
                CidrIpv4 = $"{range}.0.0/16",
                Description = $"Port {8000 + rule} from the network itself",
            }, child);
        }

        RegisterOutputs();
    }
}
