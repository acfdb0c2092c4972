using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Makes the access list of one tier of subnets: a second border, behind the security groups, that forgets no packet.</summary>
/// <remarks>
/// Makes 1 access list with its rules, and 1 association per subnet, so that a subnet that comes or goes does not touch the list.
/// </remarks>
public sealed class AwsNetworkAcl : ComponentResource
{
    public const string Token = "infra:networks:AwsNetworkAcl";

    /// <summary>With ICMP, every type and every code.</summary>
    private const int AllOfIcmp = -1;

    /// <exception cref="ResourceException">There are more rules than AWS takes.</exception>
    public AwsNetworkAcl(string name, AwsNetworkAclArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var child = new CustomResourceOptions { Parent = this };

        var list = new NetworkAcl(name, new()
        {
            VpcId = args.VpcId,
            Ingress = args.Rules.In.Select(ToIngress).ToArray(),
            Egress = args.Rules.Out.Select(ToEgress).ToArray(),
            Tags = { ["Name"] = args.PhysicalName },
        }, child);
        foreach (var (key, subnetId) in args.SubnetIds)
        {
            _ = new NetworkAclAssociation($"{name}-{key}", new() { NetworkAclId = list.Id, SubnetId = subnetId }, child);
        }

        RegisterOutputs();
    }

    private static NetworkAclIngressArgs ToIngress(AwsAclRule rule)
    {
        var ingress = new NetworkAclIngressArgs
        {
            RuleNo = rule.Number,
            Action = "allow",
            Protocol = rule.Protocol,
            CidrBlock = rule.Range.ToString(),
            FromPort = rule.FromPort,
            ToPort = rule.ToPort,
        };
        if (rule.Protocol == "icmp")
        {
            ingress.IcmpType = AllOfIcmp;
            ingress.IcmpCode = AllOfIcmp;
        }

        return ingress;
    }

    private static NetworkAclEgressArgs ToEgress(AwsAclRule rule)
    {
        var egress = new NetworkAclEgressArgs
        {
            RuleNo = rule.Number,
            Action = "allow",
            Protocol = rule.Protocol,
            CidrBlock = rule.Range.ToString(),
            FromPort = rule.FromPort,
            ToPort = rule.ToPort,
        };
        if (rule.Protocol == "icmp")
        {
            egress.IcmpType = AllOfIcmp;
            egress.IcmpCode = AllOfIcmp;
        }

        return egress;
    }
}

/// <summary>What <see cref="AwsNetworkAcl"/> needs.</summary>
public sealed record AwsNetworkAclArgs
{
    /// <summary>The name that the console shows: <c>dev-aws-east-private</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> VpcId { get; init; }

    public required AwsAclRules Rules { get; init; }

    /// <summary>The tier's subnets, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> SubnetIds { get; init; }

    internal IEnumerable<Fault> Check() => new[] { ("in", Rules.In), ("out", Rules.Out) }
        .Where(direction => direction.Item2.Length > AwsNetworkFacts.AclRulesPerDirection)
        .Select(direction => new Fault(
            $"rules.{direction.Item1}",
            $"must be at most {AwsNetworkFacts.AclRulesPerDirection}, which is what AWS takes",
            direction.Item2.Length.ToString(),
            "state peers as fewer and larger ranges"));
}
