using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Kms;

namespace CrossCloudMesh.Foundation;

/// <summary>Makes a customer-managed AWS key for one purpose, with a policy for exactly that purpose.</summary>
/// <remarks>
/// Makes 2 resources: key and alias. The key rotates every year. It outlives a stack that is destroyed, because what it encrypted is
/// lost with it; where it is scheduled for deletion by hand, AWS waits 30 days.
/// </remarks>
public sealed class AwsKey : ComponentResource
{
    public const string Token = "infra:foundation:AwsKey";

    private const int DeletionWindowDays = 30;

    [Output("arn")] public Output<string> Arn { get; }

    public AwsKey(string name, AwsKeyArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var key = new Key(name, new()
        {
            Description = args.Description,
            EnableKeyRotation = true,
            DeletionWindowInDays = DeletionWindowDays,
            Policy = new AwsPolicy([AdministeredBy(args.AccountId), .. args.Uses]).ToJson(),
        }, new() { Parent = this, Protect = args.Protect, RetainOnDelete = args.Protect });

        _ = new Alias(name, new() { Name = $"alias/{args.AliasName}", TargetKeyId = key.KeyId }, new() { Parent = this });

        Arn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>Lets CloudWatch Logs encrypt one log group.</summary>
    /// <remarks>Source: CloudWatch Logs user guide, "Encrypt log data using AWS KMS", read 2026-11-20.</remarks>
    public static AwsStatement UsedByLogGroup(string region, string accountId, string logGroupName) => new()
    {
        Sid = "LogGroup",
        Principal = PolicyPrincipal.Service($"logs.{region}.amazonaws.com"),
        Actions = ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resources = ["*"],
        Conditions = [("ArnEquals", "kms:EncryptionContext:aws:logs:arn", $"arn:aws:logs:{region}:{accountId}:log-group:{logGroupName}")],
    };

    /// <summary>Lets whoever makes EBS volumes in this account and region encrypt them, Auto Scaling's own role among them.</summary>
    /// <remarks>
    /// The form of the policy that AWS puts on its own aws/ebs key. Naming Auto Scaling's service-linked role instead would fail in an
    /// account that has never had an Auto Scaling group.
    /// </remarks>
    public static AwsStatement UsedByVolumes(string region, string accountId) => new()
    {
        Sid = "Volumes",
        Principal = PolicyPrincipal.Anyone,
        Actions = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resources = ["*"],
        Conditions =
        [
            ("StringEquals", "kms:CallerAccount", accountId),
            ("StringEquals", "kms:ViaService", $"ec2.{region}.amazonaws.com"),
        ],
    };

    private static AwsStatement AdministeredBy(string accountId) => new()
    {
        Sid = "Account",
        Principal = PolicyPrincipal.Account(accountId),
        Actions = ["kms:*"],
        Resources = ["*"],
    };
}

/// <summary>What <see cref="AwsKey"/> needs.</summary>
public sealed record AwsKeyArgs
{
    public required string AccountId { get; init; }

    /// <summary>The alias without its prefix: <c>dev-aws-east-disks</c>.</summary>
    public required string AliasName { get; init; }

    public required string Description { get; init; }

    /// <summary>Who may use the key besides the account's own IAM policies.</summary>
    public IReadOnlyList<AwsStatement> Uses { get; init; } = [];

    /// <summary>Whether the engine refuses to delete the key, and keeps it when the stack goes.</summary>
    public required bool Protect { get; init; }
}
