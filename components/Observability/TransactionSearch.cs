using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Xray;
using Pulumi.Aws.Xray.Inputs;

namespace CrossCloudMesh.Observability;

/// <summary>Switches on Transaction Search for an account in a region: every span can be searched, and X-Ray takes spans by OTLP.</summary>
/// <remarks>
/// Makes 4 resources and 1 <see cref="AwsKey"/>: the policy by which X-Ray may write spans, then their destination, then the rule of how many
/// become traces of X-Ray; beside them, the key of those. All but the key belong to the account, for whoever else sends traces in it, so
/// none of them is ever deleted, whatever <see cref="TransactionSearchArgs.Protect"/> says: AWS itself keeps three of them as they are when
/// they are destroyed, and without the first no span is kept. Spans themselves are in a log group that X-Ray makes: its policy lets that group
/// use the key, and somebody has to say once that it does. Sources: <see cref="TracingFacts.SearchSource"/>, <see cref="TracingFacts.SpansSource"/>.
/// </remarks>
public sealed class TransactionSearch : ComponentResource
{
    public const string Token = "infra:observability:TransactionSearch";

    private readonly string name;
    private readonly TransactionSearchArgs args;

    /// <summary>What must be there before spans are sent: they are refused before, and not sent again.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public TransactionSearch(string name, TransactionSearchArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (this.name, this.args) = (name, args);
        var policy = new LogResourcePolicy(name, new()
        {
            PolicyName = args.PhysicalName,
            PolicyDocument = PolicyOf(args.AccountId, args.Region).ToJson(),
        }, Options());
        var destination = new TraceSegmentDestination(name, new() { Destination = TracingFacts.LogsDestination }, Options(policy));
        _ = new IndexingRule(name, new()
        {
            Name = TracingFacts.IndexingRule,
            Rule = new IndexingRuleRuleArgs { Probabilistic = new IndexingRuleRuleProbabilisticArgs { DesiredSamplingPercentage = args.IndexedPercent } },
        }, Options(destination));
        Encrypt();
        Ready = [destination];
        RegisterOutputs();
    }

    private void Encrypt()
    {
        var key = new AwsKey($"{name}-key", new()
        {
            AccountId = args.AccountId,
            AliasName = args.PhysicalName,
            Description = "Encrypts the traces of X-Ray, and spans where somebody says so",
            Uses = [UsedByTraces(args.Region, args.AccountId), AwsKey.UsedByLogGroup(args.Region, args.AccountId, TracingFacts.SpansLogGroup)],
            Protect = args.Protect,
        }, new() { Parent = this });
        _ = new EncryptionConfig(name, new() { Type = "KMS", KeyId = key.Arn }, Options());
    }

    private CustomResourceOptions Options(params Resource[] after) => new()
    {
        Parent = this,
        Protect = args.Protect,
        RetainOnDelete = true,
        DependsOn = { after },
    };

    private static AwsPolicy PolicyOf(string accountId, string region) => new(new AwsStatement
    {
        Sid = "Spans",
        Principal = PolicyPrincipal.Service(TracingFacts.XRayService),
        Actions = ["logs:PutLogEvents"],
        Resources =
        [
            $"arn:aws:logs:{region}:{accountId}:log-group:{TracingFacts.SpansLogGroup}:*",
            $"arn:aws:logs:{region}:{accountId}:log-group:{TracingFacts.SignalsLogGroup}:*",
        ],
        Conditions =
        [
            ("ArnLike", "aws:SourceArn", $"arn:aws:xray:{region}:{accountId}:*"),
            ("StringEquals", "aws:SourceAccount", accountId),
        ],
    });

    /// <summary>Lets whoever of the account writes or reads traces use the key, by X-Ray alone.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html, known from use, not read.</remarks>
    private static AwsStatement UsedByTraces(string region, string accountId) => new()
    {
        Sid = "Traces",
        Principal = PolicyPrincipal.Anyone,
        Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*"],
        Resources = ["*"],
        Conditions =
        [
            ("StringEquals", "kms:CallerAccount", accountId),
            ("StringEquals", "kms:ViaService", $"xray.{region}.amazonaws.com"),
        ],
    };
}

/// <summary>What <see cref="TransactionSearch"/> needs.</summary>
public sealed record TransactionSearchArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>What policy and key are called: <c>dev-traces</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>How many of a hundred traces X-Ray keeps a summary of, for its map and its groups; of spans all are kept.</summary>
    public required int IndexedPercent { get; init; }

    /// <summary>Whether Pulumi refuses to delete them from its state too.</summary>
    public required bool Protect { get; init; }
}
