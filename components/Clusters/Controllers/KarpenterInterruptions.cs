using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Sqs;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Makes the queue from which Karpenter hears in time that AWS will take nodes away.</summary>
/// <remarks>
/// Makes 11 resources: an encrypted queue that takes events of this account only and nothing in the clear, and for each kind of event a rule
/// with its target. Source: https://github.com/aws/karpenter-provider-aws/tree/1d927085dd81/website/content/en/preview
/// (getting-started/getting-started-with-karpenter/cloudformation.yaml), read 2026-11-21.
/// </remarks>
public sealed class KarpenterInterruptions : ComponentResource
{
    public const string Token = "infra:clusters:KarpenterInterruptions";

    /// <summary>An event is of no use once its node is gone.</summary>
    private const int RetentionSeconds = 300;

    /// <summary>By the key of its rule: who tells, and what.</summary>
    private static readonly ImmutableSortedDictionary<string, (string Source, string DetailType)> Events = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("health", ("aws.health", "AWS Health Event")),
            KeyValuePair.Create("rebalance", ("aws.ec2", "EC2 Instance Rebalance Recommendation")),
            KeyValuePair.Create("reservation", ("aws.ec2", "EC2 Capacity Reservation Instance Interruption Warning")),
            KeyValuePair.Create("spot", ("aws.ec2", "EC2 Spot Instance Interruption Warning")),
            KeyValuePair.Create("state", ("aws.ec2", "EC2 Instance State-change Notification")),
        ]);

    [Output("queueName")] public Output<string> QueueName { get; }

    [Output("queueArn")] public Output<string> QueueArn { get; }

    /// <summary>What must be there before an event can be missed.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public KarpenterInterruptions(string name, KarpenterInterruptionsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var queue = new Queue(name, new()
        {
            Name = args.PhysicalName,
            MessageRetentionSeconds = RetentionSeconds,
            SqsManagedSseEnabled = true,
            Policy = PolicyOf(args).ToJson(),
        }, child);
        Ready = [.. Events.Select(each => Deliver(each.Key, each.Value.Source, each.Value.DetailType))];
        QueueName = queue.Name;
        QueueArn = queue.Arn;
        RegisterOutputs();

        Resource Deliver(string key, string source, string detailType)
        {
            var rule = new EventRule($"{name}-{key}", new()
            {
                Description = $"{detailType}, for Karpenter in {args.PhysicalName}",
                EventPattern = new JsonObject { ["source"] = new JsonArray(source), ["detail-type"] = new JsonArray(detailType) }.ToJsonString(),
            }, child);
            return new EventTarget($"{name}-{key}", new() { Rule = rule.Name, Arn = queue.Arn }, child);
        }
    }

    private static AwsPolicy PolicyOf(KarpenterInterruptionsArgs args)
    {
        string[] queue = [$"arn:aws:sqs:{args.Region}:{args.AccountId}:{args.PhysicalName}"];
        return new(
            new AwsStatement
            {
                Sid = "Events",
                Principal = PolicyPrincipal.Service("events.amazonaws.com"),
                Actions = ["sqs:SendMessage"],
                Resources = queue,
                Conditions = [("ArnLike", "aws:SourceArn", $"arn:aws:events:{args.Region}:{args.AccountId}:rule/*")],
            },
            new AwsStatement
            {
                Sid = "NothingInTheClear",
                Denies = true,
                Principal = PolicyPrincipal.Anyone,
                Actions = ["sqs:*"],
                Resources = queue,
                Conditions = [("Bool", "aws:SecureTransport", "false")],
            });
    }
}

/// <summary>What <see cref="KarpenterInterruptions"/> needs.</summary>
public sealed record KarpenterInterruptionsArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The queue's name in AWS: <c>dev-aws-east-karpenter</c>.</summary>
    public required string PhysicalName { get; init; }
}
