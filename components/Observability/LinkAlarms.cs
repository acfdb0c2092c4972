using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Links;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the alarms of a link that stand in one region of AWS: one for each part that is up or down by itself, and two over all.</summary>
/// <remarks>
/// Makes 1 alarm per tunnel, attachment and port, 2 per virtual interface, 1 over all that Google measures of the link where that is to be
/// seen in this region, and where more than one part carries traffic 2 composite alarms: <c>down</c>, which wakes somebody, when none does any more, and <c>degraded</c>, which is quiet while the other is on. Then the parts tell
/// nobody by themselves: one outage is one message. Whether a tunnel is up is never told from its traffic, as BGP alone keeps that above
/// nothing; over other attachments passes only what sites send. No data counts as down, as what was deleted sends none. Takes an AWS provider.
/// Sources: those of <see cref="CloudWatchMetrics"/>.
/// </remarks>
public sealed class LinkAlarms : ComponentResource
{
    public const string Token = "infra:observability:LinkAlarms";

    /// <summary>Over Direct Connect AWS measures every five minutes.</summary>
    private const int DirectSeconds = 300;

    private const int SilentSeconds = 300;

    private const int TunnelSeconds = 60;

    private readonly AlarmMaker alarms;
    private readonly AlarmUrgency? ofParts;

    /// <summary>The alarm that is on while nothing carries traffic; null where a single part does, which then tells itself.</summary>
    public CompositeAlarm? Down { get; }

    /// <exception cref="ResourceException">A point that is no point of this region.</exception>
    public LinkAlarms(string name, LinkAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        alarms = new(this, name, args.PhysicalName, args.Topics);
        var carriers = args.Points.Count(point => point.Carries);
        ofParts = carriers > 1 ? AlarmUrgency.Silent : null;

        var made = args.Points.Select(point => (point.Carries, Alarms: Watch(point))).ToList();
        var mirrored = args.Mirrored.IsEmpty
            ? ImmutableArray<Output<string>>.Empty
            : [alarms.Query("google", AlarmKind.GooglePath, GoogleView.AnyDown(args.Mirrored), GoogleView.PendingSeconds, ofParts).Name];
        if (carriers > 1)
        {
            Down = alarms.Composite("down", AlarmKind.LinkDown, "AND", made.Where(part => part.Carries).Select(part => part.Alarms[0]));
            _ = alarms.Composite("degraded", AlarmKind.LinkDegraded, "OR", [.. made.SelectMany(part => part.Alarms), .. mirrored], Down.AlarmName);
        }

        RegisterOutputs();
    }

    /// <summary>The alarms of a part, first the one that says whether it carries traffic.</summary>
    private ImmutableArray<Output<string>> Watch(AwsLinkPoint point) => point switch
    {
        TunnelPoint tunnel => [Low(tunnel.Name, AlarmKind.TunnelDown, CloudWatchMetrics.Vpn, "TunnelState", "Minimum", TunnelSeconds, new()
        {
            ["VpnId"] = tunnel.ConnectionId,
            ["TunnelIpAddress"] = tunnel.Address,
        })],
        AttachmentPoint attachment => [Low(attachment.Name, AlarmKind.LinkSilent, CloudWatchMetrics.Hub, "BytesIn", "Sum", SilentSeconds, new()
        {
            ["TransitGateway"] = attachment.HubId,
            ["TransitGatewayAttachment"] = attachment.AttachmentId,
        })],
        PortPoint port => [Low(port.Name, AlarmKind.PortDown, CloudWatchMetrics.Direct, "ConnectionState", "Minimum", DirectSeconds, new()
        {
            ["ConnectionId"] = port.ConnectionId,
        })],
        InterfacePoint session =>
        [
            Low(session.Name, AlarmKind.SessionDown, CloudWatchMetrics.Direct, "VirtualInterfaceBgpStatus", "Minimum", DirectSeconds, Of(session)),
            Low($"{session.Name}-prefixes", AlarmKind.NoPrefixes, CloudWatchMetrics.Direct, "VirtualInterfaceBgpPrefixesAccepted", "Minimum", DirectSeconds, Of(session)),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(point), point.GetType().Name, "has no metrics in CloudWatch"),
    };

    /// <summary>On when two of three samples are below 1, or missing.</summary>
    private Output<string> Low(string part, AlarmKind kind, string space, string metric, string statistic, int periodSeconds, InputMap<string> dimensions) =>
        alarms.Metric(part, kind, new()
        {
            Namespace = space,
            MetricName = metric,
            Dimensions = dimensions,
            Statistic = statistic,
            Period = periodSeconds,
            EvaluationPeriods = 3,
            DatapointsToAlarm = kind == AlarmKind.LinkSilent ? 3 : 2,
            Threshold = 1,
            ComparisonOperator = "LessThanThreshold",
            TreatMissingData = "breaching",
        }, ofParts).Name;

    private static InputMap<string> Of(InterfacePoint session) => new()
    {
        ["ConnectionId"] = session.ConnectionId,
        ["VirtualInterfaceId"] = session.InterfaceId,
        ["IpAddressFamily"] = "ipv4",
    };
}

/// <summary>What <see cref="LinkAlarms"/> needs.</summary>
public sealed record LinkAlarmsArgs
{
    /// <summary>The beginning of the names that CloudWatch shows: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required string Region { get; init; }

    /// <summary>What CloudWatch measures of the link in this region, at least one.</summary>
    public required ImmutableArray<AwsLinkPoint> Points { get; init; }

    /// <summary>What Google measures of the link, where a <see cref="GoogleReader"/> sends it to this region; else nothing.</summary>
    public ImmutableArray<LinkPoint> Mirrored { get; init; } = [];

    /// <summary>Whom the alarms tell: the topics of this region.</summary>
    public required AlarmTopics Topics { get; init; }

    internal IEnumerable<Values.Fault> Check() => Points.Where(point => point.Region != Region)
        .Select(point => new Values.Fault($"points.{point.Name}.region", "must be that of the alarms, as CloudWatch sees no other", point.Region, $"make its alarm in {point.Region}"));
}
