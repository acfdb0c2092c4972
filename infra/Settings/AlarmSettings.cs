using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Alarms and dashboards, and who is told.</summary>
public sealed record AlarmSettings
{
    [Description("The region of AWS that has the metrics of all clusters, one where a site is. Alarms over the mesh and the dashboards stand there; those "
        + "over a link stand where AWS measures it.")]
    public required AwsRegion Region { get; init; }

    [Description("Who is woken, by mail; each address confirms it once. Others, such as a pager, subscribe to the topics in the stack's output alarms.")]
    [MinLength(1), MaxLength(20)]
    public required ImmutableArray<EmailAddress> Page { get; init; }

    [Description("Who is told for the working day, by mail.")]
    [MinLength(1), MaxLength(20)]
    public required ImmutableArray<EmailAddress> Ticket { get; init; }

    [Description("The edges at which proxies count how long calls took, in milliseconds, ascending. Left out: 23 from 1 to 30000, with 46 and 80.")]
    [MinLength(2), MaxLength(40), Range(1, 600_000)]
    public ImmutableArray<int> LatencyBucketsMs { get; init; } = LatencyBuckets.Usual;

    [Description("Whether CloudWatch is to know what Google measures of links: a collector of its own reads it from Google and sends it along, so that "
        + "one console and one ticket tell of both ends. Its receiver is alpha. Left out: false, and Google tells by mail alone.")]
    public bool MirrorGoogle { get; init; }
}
