using System.Collections.Immutable;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Observability;

/// <summary>What the configurations of agents and gateways have in common.</summary>
/// <remarks>Source: <see cref="CollectorFacts.Chart"/>, and the READMEs of the components at 0.158, read 2026-11-21.</remarks>
internal static class ConfigParts
{
    public const string MemoryLimiter = "memory_limiter";
    public const string Place = "resource/place";
    public const string HealthCheck = "health_check";
    private const string PodIp = "${env:MY_POD_IP}";

    public static Dictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);

    public static ImmutableArray<object> List(params IEnumerable<object> items) => [.. items];

    /// <summary>An address on the pod itself.</summary>
    public static string OnPod(int port) => $"{PodIp}:{port}";

    /// <summary>Stands first in every pipeline: refuses before the pod runs out of memory, and whoever sent tries again.</summary>
    public static Dictionary<string, object> MemoryLimits() => Map(("check_interval", "1s"), ("limit_percentage", 80), ("spike_limit_percentage", 25));

    /// <summary>Marks everything with where it is from; what it says of itself stays.</summary>
    public static Dictionary<string, object> PlaceOf(CollectorPlace place) => Map(("attributes", List(place.Attributes.Select(attribute =>
        Map(("key", attribute.Key), ("value", attribute.Value), ("action", "insert"))))));

    /// <summary>Batches of so many at most, sent after a moment even if there are fewer.</summary>
    public static Dictionary<string, object> BatchOf(int items) => Map(("send_batch_size", items), ("send_batch_max_size", items), ("timeout", "2s"));

    /// <summary>What the chart's probes ask.</summary>
    public static Dictionary<string, object> Health() => Map(("endpoint", OnPod(CollectorFacts.HealthPort)));

    /// <summary>How a collector tells of itself: to whom scrapes it, as metrics; in its log, as text.</summary>
    /// <remarks>
    /// Names are written without type and unit, as alarms have them: with them <c>otelcol_process_uptime</c> would be
    /// <c>otelcol_process_uptime_seconds_total</c>. What a collector does by itself has changed between versions.
    /// Source: https://github.com/open-telemetry/opentelemetry.io/issues/11160 and issues/9183, read 2026-11-21.
    /// </remarks>
    public static Dictionary<string, object> Telemetry() => Map(("metrics", Map(("readers", List(Map(
        ("pull", Map(("exporter", Map(("prometheus", Map(
            ("host", PodIp), ("port", CollectorFacts.MetricsPort), ("without_type_suffix", true), ("without_units", true)))))))))))));

    /// <summary>A pipeline from receivers to one exporter, by way of the processors that all have and those that it alone has.</summary>
    public static Dictionary<string, object> Pipeline(IEnumerable<string> receivers, IEnumerable<string> processors, string exporter) => Map(
        ("receivers", List(receivers)),
        ("processors", List(processors.Prepend(MemoryLimiter))),
        ("exporters", List(exporter)));
}
