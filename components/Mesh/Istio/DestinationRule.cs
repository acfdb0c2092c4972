using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>How callers reach the pods of a service.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/, read 2026-11-20.</remarks>
public sealed class DestinationRule(string name, DestinationRuleArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="DestinationRule"/> as it is asked for.</summary>
public sealed class DestinationRuleArgs() : CustomResourceArgs("networking.istio.io/v1", "DestinationRule")
{
    [Input("spec", required: true)]
    public Input<DestinationRuleSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which service, and how.</summary>
public sealed class DestinationRuleSpecArgs : ResourceArgs
{
    /// <summary>The name by which it is called, whole.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    [Input("trafficPolicy", required: true)]
    public Input<TrafficPolicyArgs> TrafficPolicy { get; set; } = null!;

    /// <summary>Its versions; none where all pods are alike.</summary>
    [Input("subsets")]
    public InputList<SubsetArgs>? Subsets { get; set; }
}

/// <summary>How.</summary>
public sealed class TrafficPolicyArgs : ResourceArgs
{
    [Input("connectionPool", required: true)]
    public Input<ConnectionPoolArgs> ConnectionPool { get; set; } = null!;

    [Input("loadBalancer", required: true)]
    public Input<LoadBalancerArgs> LoadBalancer { get; set; } = null!;

    [Input("outlierDetection", required: true)]
    public Input<OutlierDetectionArgs> OutlierDetection { get; set; } = null!;

    [Input("tls", required: true)]
    public Input<ClientTlsArgs> Tls { get; set; } = null!;
}

/// <summary>Which pod is called next.</summary>
public sealed class LoadBalancerArgs : ResourceArgs
{
    /// <summary><c>ROUND_ROBIN</c>, <c>LEAST_REQUEST</c>, <c>RANDOM</c> or <c>PASSTHROUGH</c>.</summary>
    [Input("simple", required: true)]
    public Input<string> Simple { get; set; } = null!;

    [Input("localityLbSetting", required: true)]
    public Input<LocalitySettingArgs> LocalityLbSetting { get; set; } = null!;
}

/// <summary>Whether pods near the caller are preferred.</summary>
public sealed class LocalitySettingArgs : ResourceArgs
{
    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;

    /// <summary>Labels that count pods as near where they are the caller's own, the widest first.</summary>
    [Input("failoverPriority")]
    public InputList<string>? FailoverPriority { get; set; }
}

/// <summary>When a pod is left out for a while.</summary>
public sealed class OutlierDetectionArgs : ResourceArgs
{
    /// <summary>After how many answers of 500 and above in a row.</summary>
    [Input("consecutive5xxErrors", required: true)]
    public Input<int> Consecutive5xxErrors { get; set; } = null!;

    /// <summary>How often pods are looked at: <c>10s</c>.</summary>
    [Input("interval", required: true)]
    public Input<string> Interval { get; set; } = null!;

    /// <summary>For how long at first: <c>30s</c>.</summary>
    [Input("baseEjectionTime", required: true)]
    public Input<string> BaseEjectionTime { get; set; } = null!;

    /// <summary>How many of all pods at most, in percent; 0 is Envoy's 10.</summary>
    [Input("maxEjectionPercent", required: true)]
    public Input<int> MaxEjectionPercent { get; set; } = null!;

    /// <summary>Below this part of well pods, in percent, all are called; 0 is never.</summary>
    [Input("minHealthPercent", required: true)]
    public Input<int> MinHealthPercent { get; set; } = null!;
}

/// <summary>How a caller proves who it is, and whom it takes for the service.</summary>
public sealed class ClientTlsArgs : ResourceArgs
{
    /// <summary><c>ISTIO_MUTUAL</c>: by the certificates of the mesh, both ends.</summary>
    [Input("mode", required: true)]
    public Input<string> Mode { get; set; } = null!;

    /// <summary>What it says it wants to reach; a name of Istio's own where nothing is said.</summary>
    [Input("sni")]
    public Input<string>? Sni { get; set; }

    /// <summary>Identities with <c>spiffe://</c>, or names of DNS, to the letter.</summary>
    [Input("subjectAltNames", required: true)]
    public InputList<string> SubjectAltNames { get; set; } = new();
}

/// <summary>One version of a service.</summary>
public sealed class SubsetArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("labels", required: true)]
    public InputMap<string> Labels { get; set; } = new();
}
