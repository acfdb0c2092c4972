using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Links;
using Pulumi;
using Pulumi.Gcp.Monitoring;
using Pulumi.Gcp.Monitoring.Inputs;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the alerting policy of a link on Google Cloud: its tunnels, BGP sessions and attachments, as Google sees them.</summary>
/// <remarks>
/// Makes 1 policy with two conditions per metric: it is low, or there is none, as what was deleted sends none. Google opens one incident for
/// each tunnel or session, by name. It tells the addresses of the working day: whoever is on call hears from AWS's end, and twice would be
/// once too often. CloudWatch does not hear of it: see docs/alarms.md. Takes a Google provider.
/// Sources: those of <see cref="GoogleMetrics"/>, and https://cloud.google.com/monitoring/api/v3/filters, read 2026-11-21.
/// </remarks>
public sealed class GooglePathAlarm : ComponentResource
{
    public const string Token = "infra:observability:GooglePathAlarm";

    private const string Alignment = "60s";
    private static readonly string Duration = $"{GoogleMetrics.LatestSeconds}s";

    public GooglePathAlarm(string name, GooglePathAlarmArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var watched = Watched(args.Points);
        _ = new AlertPolicy(name, new()
        {
            Project = args.Project,
            DisplayName = args.PhysicalName,
            Combiner = "OR",
            Severity = "WARNING",
            Conditions = watched.SelectMany(metric => new[] { Low(metric), Missing(metric) }).ToArray(),
            Documentation = new AlertPolicyDocumentationArgs
            {
                Subject = args.PhysicalName,
                Content = AlarmKind.GooglePath.Description(args.PhysicalName),
                MimeType = "text/markdown",
            },
            NotificationChannels = args.Channels,
        }, new() { Parent = this });
        RegisterOutputs();
    }

    private static ImmutableArray<WatchedSeries> Watched(ImmutableArray<LinkPoint> points)
    {
        var tunnels = points.OfType<GoogleTunnelPoint>().ToList();
        var attachments = points.OfType<GoogleAttachmentPoint>().ToList();
        WatchedSeries[] all =
        [
            new("vpn.googleapis.com", "tunnel_established", "metric.labels.tunnel_name", [.. tunnels.Select(tunnel => tunnel.TunnelName)]),
            new("router.googleapis.com", "bgp/session_up", "metric.labels.bgp_peer_name",
                [.. tunnels.Select(tunnel => tunnel.PeerName), .. attachments.Select(attachment => attachment.PeerName).OfType<string>()]),
            new("interconnect.googleapis.com", "network/attachment/received_bytes_count", "resource.labels.attachment",
                [.. attachments.Select(attachment => attachment.AttachmentName)]),
        ];
        return [.. all.Where(series => !series.Names.IsEmpty)];
    }

    private static AlertPolicyConditionArgs Low(WatchedSeries series) => new()
    {
        DisplayName = $"{series.Metric} is low",
        ConditionThreshold = new AlertPolicyConditionConditionThresholdArgs
        {
            Filter = series.Filter,
            Comparison = "COMPARISON_LT",
            ThresholdValue = 1,
            Duration = Duration,
            EvaluationMissingData = "EVALUATION_MISSING_DATA_ACTIVE",
            Aggregations = new AlertPolicyConditionConditionThresholdAggregationArgs
            {
                AlignmentPeriod = Alignment,
                PerSeriesAligner = series.Metric.EndsWith("bytes_count", StringComparison.Ordinal) ? "ALIGN_DELTA" : "ALIGN_MEAN",
            },
        },
    };

    private static AlertPolicyConditionArgs Missing(WatchedSeries series) => new()
    {
        DisplayName = $"{series.Metric} is missing",
        ConditionAbsent = new AlertPolicyConditionConditionAbsentArgs
        {
            Filter = series.Filter,
            Duration = Duration,
            Aggregations = new AlertPolicyConditionConditionAbsentAggregationArgs
            {
                AlignmentPeriod = Alignment,
                PerSeriesAligner = series.Metric.EndsWith("bytes_count", StringComparison.Ordinal) ? "ALIGN_DELTA" : "ALIGN_MEAN",
            },
        },
    };

    /// <summary>The series of a metric that bear one of some names.</summary>
    private sealed record WatchedSeries(string Service, string Metric, string Label, ImmutableArray<string> Names)
    {
        public string Filter =>
            $"metric.type=\"{Service}/{Metric}\" AND resource.type=\"{GoogleMetrics.ResourceOf(Service)}\" AND {Label}=one_of({string.Join(",", Names.Select(each => $"\"{each}\""))})";
    }
}

/// <summary>What <see cref="GooglePathAlarm"/> needs.</summary>
public sealed record GooglePathAlarmArgs
{
    public required string Project { get; init; }

    /// <summary>The name that the console shows: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What Google measures of the link, at least one.</summary>
    public required ImmutableArray<LinkPoint> Points { get; init; }

    /// <summary>Whom it tells.</summary>
    public required InputList<string> Channels { get; init; }
}
