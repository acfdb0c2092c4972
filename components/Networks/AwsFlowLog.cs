using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Networks;

/// <summary>Records every flow of a VPC, accepted or rejected, in an encrypted log group.</summary>
/// <remarks>Makes 1 flow log, its role with 1 policy, and 1 <see cref="AwsLogGroup"/>.</remarks>
public sealed class AwsFlowLog : ComponentResource
{
    public const string Token = "infra:networks:AwsFlowLog";

    private const int AggregationSeconds = 60;

    public AwsFlowLog(string name, AwsFlowLogArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var group = new AwsLogGroup(name, new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            LogGroupName = $"/aws/vpc/{args.PhysicalName}",
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

        _ = new FlowLog(name, new()
        {
            VpcId = args.VpcId,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = AggregationSeconds,
            Tags = { ["Name"] = args.PhysicalName },
        }, new() { Parent = this, DependsOn = { policy } });

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

    public required Input<string> VpcId { get; init; }

    /// <summary>How long flows are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the log group and its key outlive the stack.</summary>
    public required bool Protect { get; init; }
}
