using System.Collections.Immutable;
using CrossCloudMesh.Links;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the alarms over a link as Google sees it, in a region of AWS where the link itself has none that could take them in.</summary>
/// <remarks>
/// Makes 1 alarm over every part, for the working day, and where it is asked for 1 that is on while all of it is down, which tells nobody and
/// keeps others quiet. Takes an AWS provider.
/// </remarks>
public sealed class GoogleLinkAlarms : ComponentResource
{
    public const string Token = "infra:observability:GoogleLinkAlarms";

    /// <summary>The alarm that is on while all of it is down; null where none was asked for.</summary>
    public MetricAlarm? Down { get; }

    public GoogleLinkAlarms(string name, GoogleLinkAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var alarms = new AlarmMaker(this, name, args.PhysicalName, args.Topics);
        _ = alarms.Query("google", AlarmKind.GooglePath, GoogleView.AnyDown(args.Points), GoogleView.PendingSeconds);
        Down = args.Explains
            ? alarms.Query("google-down", AlarmKind.GooglePath, GoogleView.AllDown(args.Points), GoogleView.PendingSeconds, AlarmUrgency.Silent)
            : null;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GoogleLinkAlarms"/> needs.</summary>
public sealed record GoogleLinkAlarmsArgs
{
    /// <summary>The beginning of the names that CloudWatch shows: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What Google measures of the link, at least one that <see cref="GoogleView.Has"/>.</summary>
    public required ImmutableArray<LinkPoint> Points { get; init; }

    /// <summary>Whether some alarm is to be quiet while all of the link is down.</summary>
    public required bool Explains { get; init; }

    /// <summary>Whom they tell: the topics of the region that has the metrics of the mesh.</summary>
    public required AlarmTopics Topics { get; init; }
}
