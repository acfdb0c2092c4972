using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What is seen of the mesh and its links, and who is told.</summary>
public sealed record ObservabilitySettings
{
    [Description("Traces, metrics and logs of all clusters, sent to AWS. Left out: none.")]
    public TelemetrySettings? Telemetry { get; init; }

    [Description("Alarms and dashboards in CloudWatch, and alerting policies on Google Cloud. Left out: nobody is told of anything.")]
    public AlarmSettings? Alarms { get; init; }

    [Description("Pods that measure how long a call between clusters takes, by the mesh and beside it. Left out: none.")]
    public ProbeSettings? Probe { get; init; }

    [Description("What is promised of calls, by a name of yours. A promise is watched at four speeds of breaking it. Left out: nothing is promised.")]
    [Keys<EntryKey>, MaxLength(25)]
    public ImmutableSortedDictionary<string, SloSettings> Slos { get; init; } = ImmutableSortedDictionary.Create<string, SloSettings>(StringComparer.Ordinal);
}
