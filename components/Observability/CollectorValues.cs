using CrossCloudMesh.Facts;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>What gateway and agents have in common besides their configuration.</summary>
/// <remarks>
/// The configuration replaces that of the chart instead of being merged with it, so that nothing runs which nobody reads here.
/// Source: <see cref="CollectorFacts.Chart"/>.
/// </remarks>
internal static class CollectorValues
{
    /// <summary>Ports of protocols that nobody speaks here are shut.</summary>
    public static Dictionary<string, object> Ports(bool hasOtlp) => Map(
        ("otlp", On(hasOtlp)),
        ("otlp-http", On(hasOtlp)),
        ("jaeger-compact", On(false)),
        ("jaeger-thrift", On(false)),
        ("jaeger-grpc", On(false)),
        ("zipkin", On(false)),
        ("metrics", On(true)));

    /// <summary>As little right as there is on the node.</summary>
    public static Dictionary<string, object> Container() => Map(
        ("allowPrivilegeEscalation", false),
        ("capabilities", Map(("drop", List("ALL")))),
        ("readOnlyRootFilesystem", true));

    /// <summary>As a user of its own, or as root, which container runtimes make the only reader of what pods write.</summary>
    public static Dictionary<string, object> Pod(bool isRoot) => Map(
        ("runAsUser", isRoot ? 0 : CollectorFacts.User),
        ("runAsNonRoot", !isRoot),
        ("fsGroup", isRoot ? 0 : CollectorFacts.User),
        ("seccompProfile", Map(("type", "RuntimeDefault"))));

    /// <summary>All of the memory that it may have is its own from the start; its limiter counts from this limit.</summary>
    public static Dictionary<string, object> Resources(string cpu, int mebibytes) => Map(
        ("requests", Map(("cpu", cpu), ("memory", $"{mebibytes}Mi"))),
        ("limits", Map(("memory", $"{mebibytes}Mi"))));

    /// <summary>What it reads of the cluster.</summary>
    public static Dictionary<string, object> Rights(params string[] resources) => Map(
        ("create", true),
        ("rules", List(Map(("apiGroups", List("")), ("resources", List(resources)), ("verbs", List("get", "list", "watch"))))));

    private static Dictionary<string, object> On(bool enabled) => Map(("enabled", enabled));
}
