using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What proxies tell of calls, and whom.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/telemetry/, read 2026-11-20.</remarks>
public sealed class Telemetry(string name, TelemetryArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="Telemetry"/> as it is asked for.</summary>
public sealed class TelemetryArgs() : CustomResourceArgs("telemetry.istio.io/v1", "Telemetry")
{
    [Input("spec", required: true)]
    public Input<TelemetrySpecArgs> Spec { get; set; } = null!;
}

/// <summary>For all workloads of a namespace, or of the mesh.</summary>
public sealed class TelemetrySpecArgs : ResourceArgs
{
    [Input("accessLogging", required: true)]
    public InputList<AccessLoggingArgs> AccessLogging { get; set; } = new();

    [Input("metrics", required: true)]
    public InputList<MetricsArgs> Metrics { get; set; } = new();

    [Input("tracing")]
    public InputList<TracingArgs>? Tracing { get; set; }
}

/// <summary>Who is told of each call.</summary>
public sealed class AccessLoggingArgs : ResourceArgs
{
    [Input("providers", required: true)]
    public InputList<TelemetryProviderArgs> Providers { get; set; } = new();
}

/// <summary>Who is told how many calls there were, and how long they took.</summary>
public sealed class MetricsArgs : ResourceArgs
{
    [Input("providers", required: true)]
    public InputList<TelemetryProviderArgs> Providers { get; set; } = new();
}

/// <summary>Who is told of a call from end to end.</summary>
public sealed class TracingArgs : ResourceArgs
{
    [Input("providers", required: true)]
    public InputList<TelemetryProviderArgs> Providers { get; set; } = new();

    /// <summary>Of so many of a hundred calls that nobody upstream has decided on.</summary>
    [Input("randomSamplingPercentage", required: true)]
    public Input<double> RandomSamplingPercentage { get; set; } = null!;

    /// <summary>Whether the id of a request decides, and not what the caller says of the trace.</summary>
    [Input("useRequestIdForTraceSampling", required: true)]
    public Input<bool> UseRequestIdForTraceSampling { get; set; } = null!;
}

/// <summary>One that istiod knows.</summary>
public sealed class TelemetryProviderArgs : ResourceArgs
{
    /// <summary><c>envoy</c>, which is the proxy's own output; <c>prometheus</c>; or one of the mesh's extension providers.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}
