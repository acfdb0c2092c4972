using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace CrossCloudMesh.Foundation;

/// <summary>Makes a CloudWatch log group that is encrypted with a key of its own and forgets after a stated time.</summary>
/// <remarks>Makes 1 log group and 1 <see cref="AwsKey"/>. Made before the service that writes to it, which would else make an endless one.</remarks>
public sealed class AwsLogGroup : ComponentResource
{
    public const string Token = "infra:foundation:AwsLogGroup";

    [Output("arn")] public Output<string> Arn { get; }

    /// <summary>The group itself, for what must find it in place.</summary>
    public LogGroup Group { get; }

    public AwsLogGroup(string name, AwsLogGroupArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var key = new AwsKey($"{name}-key", new()
        {
            AccountId = args.AccountId,
            AliasName = args.KeyAliasName,
            Description = $"Encrypts the log group {args.LogGroupName}",
            Uses = [AwsKey.UsedByLogGroup(args.Region, args.AccountId, args.LogGroupName)],
            Protect = args.Protect,
        }, new() { Parent = this });

        Group = new LogGroup(name, new()
        {
            Name = args.LogGroupName,
            KmsKeyId = key.Arn,
            RetentionInDays = args.RetentionDays,
        }, new() { Parent = this, RetainOnDelete = args.Protect });

        Arn = Group.Arn;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsLogGroup"/> needs.</summary>
public sealed record AwsLogGroupArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The group's physical name: <c>/aws/eks/dev-aws-east/cluster</c>.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The alias of the group's key, without its prefix.</summary>
    public required string KeyAliasName { get; init; }

    /// <summary>How long events are kept, in days: one of the values that CloudWatch Logs knows.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Whether group and key outlive the stack.</summary>
    public required bool Protect { get; init; }
}
