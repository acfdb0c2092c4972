using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Aws.CloudWatch.Inputs;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the alarm of a Transit Gateway: packets that no route takes, or that a blackhole does.</summary>
/// <remarks>Makes 1 alarm over the sum of both. It is for the working day, as a scan of foreign ranges sets it off too. Takes an AWS provider.</remarks>
public sealed class HubAlarms : ComponentResource
{
    public const string Token = "infra:observability:HubAlarms";

    private const int PeriodSeconds = 300;

    public HubAlarms(string name, HubAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _ = new AlarmMaker(this, name, args.PhysicalName, args.Topics).Metric("drops", AlarmKind.HubDrops, new()
        {
            MetricQueries =
            {
                Dropped("blackhole", "PacketDropCountBlackhole", args.HubId),
                Dropped("noroute", "PacketDropCountNoRoute", args.HubId),
                new MetricAlarmMetricQueryArgs { Id = "dropped", Expression = "blackhole + noroute", Label = "dropped packets", ReturnData = true },
            },
            EvaluationPeriods = 3,
            DatapointsToAlarm = 3,
            Threshold = 0,
            ComparisonOperator = "GreaterThanThreshold",
            TreatMissingData = "breaching",
        });
        RegisterOutputs();
    }

    private static MetricAlarmMetricQueryArgs Dropped(string id, string metric, Input<string> hub) => new()
    {
        Id = id,
        ReturnData = false,
        Metric = new MetricAlarmMetricQueryMetricArgs
        {
            Namespace = CloudWatchMetrics.Hub,
            MetricName = metric,
            Dimensions = new InputMap<string> { ["TransitGateway"] = hub },
            Period = PeriodSeconds,
            Stat = "Sum",
        },
    };
}

/// <summary>What <see cref="HubAlarms"/> needs.</summary>
public sealed record HubAlarmsArgs
{
    /// <summary>The beginning of the name that CloudWatch shows: <c>dev-aws-east-hub</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> HubId { get; init; }

    /// <summary>Whom it tells: the topics of its region.</summary>
    public required AlarmTopics Topics { get; init; }
}
