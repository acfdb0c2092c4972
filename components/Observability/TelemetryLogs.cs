using CrossCloudMesh.Foundation;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace CrossCloudMesh.Observability;

/// <summary>Makes what the logs of a cluster's pods go to, which must stand before the first of them.</summary>
/// <remarks>Makes 1 <see cref="AwsLogGroup"/> and 1 stream in it.</remarks>
public sealed class TelemetryLogs : ComponentResource
{
    public const string Token = "infra:observability:TelemetryLogs";

    /// <summary>Group and stream, as a gateway names them.</summary>
    public LogPlace Place { get; }

    /// <summary>What must be there before a log is sent.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public TelemetryLogs(string name, TelemetryLogsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var group = new AwsLogGroup(name, new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            LogGroupName = args.LogGroupName,
            KeyAliasName = args.KeyAliasName,
            RetentionDays = args.RetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });
        var stream = new LogStream(name, new() { LogGroupName = group.Group.Name, Name = args.Stream }, new() { Parent = this, RetainOnDelete = args.Protect });
        (Place, Ready) = (new(args.LogGroupName, args.Stream), [stream]);
        RegisterOutputs();
    }
}

/// <summary>What <see cref="TelemetryLogs"/> needs.</summary>
public sealed record TelemetryLogsArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The group's physical name: <c>/pods/dev-aws-east</c>.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The alias of the group's key, without its prefix.</summary>
    public required string KeyAliasName { get; init; }

    /// <summary>The stream's name.</summary>
    public required string Stream { get; init; }

    /// <summary>How long events are kept, in days: one of the values that CloudWatch Logs knows.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Whether group, stream and key outlive the stack.</summary>
    public required bool Protect { get; init; }
}
