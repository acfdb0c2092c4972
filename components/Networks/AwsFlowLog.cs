using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Networks;

/// <summary>Records every flow of a VPC or a Transit Gateway, accepted or rejected, in an encrypted log group.</summary>
/// <remarks>Makes 1 flow log, its role with 1 policy, and 1 <see cref="AwsLogGroup"/>.</remarks>
public sealed class AwsFlowLog : ComponentResource
{
    public const string Token = "infra:networks:AwsFlowLog";

    public AwsFlowLog(string name, AwsFlowLogArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var group = new AwsLogGroup(name, new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            LogGroupName = $"{args.Source.LogFolder}/{args.PhysicalName}",
            KeyAliasName = args.PhysicalName,
            RetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });

        var role = new Role(name, new() { AssumeRolePolicy = AwsPolicy.AssumableBy("vpc-flow-logs.amazonaws.com").ToJson() }, child);
        var policy = new RolePolicy(name, new()
        {
            Role = role.Name,
            Policy = group.Arn.Apply(arn => new AwsPolicy(new AwsStatement
            {
                Sid = "WriteFlows",
                Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resources = [$"{arn}:*"],
            }).ToJson()),
        }, child);

        var log = new FlowLogArgs
        {
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
            Tags = { ["Name"] = args.PhysicalName },
        };
        args.Source.Fill(log);
        _ = new FlowLog(name, log, new() { Parent = this, DependsOn = { policy } });

        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsFlowLog"/> needs.</summary>
public sealed record AwsFlowLogArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows: <c>dev-aws-east-flow</c>.</summary>
    public required string PhysicalName { get; init; }

    public required FlowSource Source { get; init; }

    /// <summary>How long flows are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the log group and its key outlive the stack.</summary>
    public required bool Protect { get; init; }
}

/// <summary>Whose flows an <see cref="AwsFlowLog"/> records.</summary>
public abstract record FlowSource
{
    private const int VpcSeconds = 60;

    /// <summary>The folder of log groups in which its flows are kept.</summary>
    internal abstract string LogFolder { get; }

    internal abstract void Fill(FlowLogArgs log);

    public static FlowSource Vpc(Input<string> id) => new OfVpc(id);

    public static FlowSource TransitGateway(Input<string> id) => new OfTransitGateway(id);

    private sealed record OfVpc(Input<string> Id) : FlowSource
    {
        internal override string LogFolder => "/aws/vpc";

        internal override void Fill(FlowLogArgs log)
        {
            log.VpcId = Id;
            log.TrafficType = "ALL";
            log.MaxAggregationInterval = VpcSeconds;
        }
    }

    /// <summary>A gateway neither accepts nor rejects, so AWS refuses a kind of traffic here.</summary>
    private sealed record OfTransitGateway(Input<string> Id) : FlowSource
    {
        internal override string LogFolder => "/aws/transit-gateway";

        internal override void Fill(FlowLogArgs log)
        {
            log.TransitGatewayId = Id;
            log.MaxAggregationInterval = AwsNetworkFacts.TransitFlowSeconds;
        }
    }
}
