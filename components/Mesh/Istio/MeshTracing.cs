using System.Collections.Immutable;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Whom the proxies of a cluster tell of calls, and of how many.</summary>
/// <remarks>
/// Proxies speak OTLP and pass on W3C's <c>traceparent</c>, whose decision every one of them follows: the percentage is for calls that come
/// without. A collector of the same name stands in every cluster, and each has to get its own proxies' spans alone: else istiod would know
/// the others' too, and send some across the link. Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/ and
/// https://istio.io/latest/docs/tasks/observability/distributed-tracing/opentelemetry/, read 2026-11-20.
/// </remarks>
/// <param name="Namespace">The namespace of the cluster's collector.</param>
/// <param name="Host">Its host.</param>
/// <param name="Port">Where it takes OTLP by gRPC.</param>
/// <param name="Percent">Of how many of a hundred calls that begin a trace, 1 to 100.</param>
public sealed record MeshTracing(string Namespace, string Host, int Port, int Percent)
{
    /// <summary>What istiod must know beforehand, as members of the mesh's own settings.</summary>
    /// <param name="version">The istiod's version of three numbers.</param>
    internal Dictionary<string, object> Render(string version) => new()
    {
        ["extensionProviders"] = ImmutableArray.Create<object>(new Dictionary<string, object>
        {
            ["name"] = TracingFacts.MeshProvider,
            ["opentelemetry"] = ProviderOf(version),
        }),
        ["serviceSettings"] = ImmutableArray.Create<object>(new Dictionary<string, object>
        {
            ["settings"] = new Dictionary<string, object> { ["clusterLocal"] = true },
            ["hosts"] = ImmutableArray.Create<object>(Host),
        }),
    };

    private Dictionary<string, object> ProviderOf(string version)
    {
        var provider = new Dictionary<string, object> { ["service"] = $"{Namespace}/{Host}", ["port"] = Port };
        if (Version.Parse(version) >= TracingFacts.ServiceNamesSince)
        {
            provider["serviceAttributeEnrichment"] = "OTEL_SEMANTIC_CONVENTIONS";
        }

        return provider;
    }

    /// <summary>What all proxies are told.</summary>
    internal TracingArgs Told() => new()
    {
        Providers = { new TelemetryProviderArgs { Name = TracingFacts.MeshProvider } },
        RandomSamplingPercentage = Percent,
        UseRequestIdForTraceSampling = false,
    };
}
