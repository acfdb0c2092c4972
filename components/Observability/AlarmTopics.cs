using System.Collections.Immutable;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Sns;

namespace CrossCloudMesh.Observability;

/// <summary>Makes what alarms of one region tell: a topic that wakes somebody, and one for the working day, both encrypted.</summary>
/// <remarks>
/// Makes 1 <see cref="AwsKey"/>, 2 topics and 1 subscription per address. AWS's own key of SNS has a policy that CloudWatch is not in: with
/// it alarms go off and nothing arrives. So the key is ours, and its policy lets CloudWatch use it, for alarms of this account alone. Mail
/// arrives once its owner has confirmed it. Takes an AWS provider.
/// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html, read 2026-11-20.
/// </remarks>
public sealed class AlarmTopics : ComponentResource
{
    public const string Token = "infra:observability:AlarmTopics";

    private const string CloudWatch = "cloudwatch.amazonaws.com";

    private readonly string name;
    private readonly AlarmTopicsArgs args;

    /// <summary>Urgency to the ARN of its topic, for whoever else listens.</summary>
    [Output("topicArns")] public Output<ImmutableDictionary<string, string>> TopicArns { get; }

    private readonly Output<string> page;
    private readonly Output<string> ticket;

    public AlarmTopics(string name, AlarmTopicsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (this.name, this.args) = (name, args);
        var key = new AwsKey($"{name}-key", new()
        {
            AccountId = args.AccountId,
            AliasName = args.PhysicalName,
            Description = $"Encrypts what alarms of {args.Region} tell",
            Uses = [UsedByAlarms(args.AccountId)],
            Protect = args.Protect,
        }, new() { Parent = this });

        page = Make("page", key, args.Page);
        ticket = Make("ticket", key, args.Ticket);
        TopicArns = Output.Tuple(page, ticket).Apply(arns => ImmutableDictionary<string, string>.Empty.Add("page", arns.Item1).Add("ticket", arns.Item2));
        RegisterOutputs();
    }

    /// <summary>What an alarm does when it goes off, and when it is over.</summary>
    public InputList<string> ActionsOf(AlarmUrgency urgency) => urgency switch
    {
        AlarmUrgency.Page => [page],
        AlarmUrgency.Ticket => [ticket],
        _ => [],
    };

    private Output<string> Make(string urgency, AwsKey key, ImmutableArray<EmailAddress> addresses)
    {
        var physical = $"{args.PhysicalName}-{urgency}";
        var topic = new Topic($"{name}-{urgency}", new()
        {
            Name = physical,
            KmsMasterKeyId = key.Arn,
            Policy = new AwsPolicy(PublishedByAlarms(physical)).ToJson(),
        }, new() { Parent = this });
        foreach (var address in addresses)
        {
            _ = new TopicSubscription($"{name}-{urgency}-{address.ToString().Replace('@', '-')}", new()
            {
                Topic = topic.Arn,
                Protocol = "email",
                Endpoint = address.ToString(),
            }, new() { Parent = this });
        }

        return topic.Arn;
    }

    private AwsStatement PublishedByAlarms(string topic) => new()
    {
        Sid = "Alarms",
        Principal = PolicyPrincipal.Service(CloudWatch),
        Actions = ["sns:Publish"],
        Resources = [$"arn:aws:sns:{args.Region}:{args.AccountId}:{topic}"],
        Conditions =
        [
            ("StringEquals", "aws:SourceAccount", args.AccountId),
            ("ArnLike", "aws:SourceArn", $"arn:aws:cloudwatch:{args.Region}:{args.AccountId}:alarm:*"),
        ],
    };

    private static AwsStatement UsedByAlarms(string accountId) => new()
    {
        Sid = "Alarms",
        Principal = PolicyPrincipal.Service(CloudWatch),
        Actions = ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resources = ["*"],
        Conditions = [("StringEquals", "aws:SourceAccount", accountId)],
    };
}

/// <summary>What <see cref="AlarmTopics"/> needs.</summary>
public sealed record AlarmTopicsArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The beginning of the topics' names, and the key's alias: <c>dev-alarms-us-east-1</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Who is woken.</summary>
    public required ImmutableArray<EmailAddress> Page { get; init; }

    /// <summary>Who looks at it on the working day.</summary>
    public required ImmutableArray<EmailAddress> Ticket { get; init; }

    /// <summary>Whether the engine refuses to delete the key.</summary>
    public required bool Protect { get; init; }
}
