using System.ComponentModel;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What is seen of everything that runs.</summary>
public sealed record ObservabilitySettings
{
    [Description("Traces, metrics and logs of all clusters, sent to AWS. Left out: none.")]
    public TelemetrySettings? Telemetry { get; init; }
}
