using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using Pulumi;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the alarms over the mesh as a whole: no sign of life, calls without mutual TLS, caps that are reached.</summary>
/// <remarks>
/// Makes 3 alarms, however many clusters there are: what each returns is named by cluster or service. They stand in the region where the
/// metrics of every cluster go. Takes an AWS provider.
/// </remarks>
public sealed class MeshAlarms : ComponentResource
{
    public const string Token = "infra:observability:MeshAlarms";

    private const int PendingSeconds = 300;

    /// <summary>The ARNs of those that wake somebody.</summary>
    public ImmutableArray<Output<string>> Pages { get; }

    public MeshAlarms(string name, MeshAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var alarms = new AlarmMaker(this, name, args.PhysicalName, args.Topics);
        var blind = alarms.Query("blind", AlarmKind.Blind, Silent(args.Clusters), PendingSeconds);
        var open = alarms.Query("mtls-gap", AlarmKind.MtlsGap, OpenCalls, PendingSeconds);
        _ = alarms.Query("breaker-open", AlarmKind.BreakerOpen, RefusedCalls, PendingSeconds);
        Pages = [blind.Arn, open.Arn];
        RegisterOutputs();
    }

    /// <summary>One series for each cluster whose collectors have sent nothing for five minutes.</summary>
    internal static string Silent(ImmutableArray<string> clusters) =>
        string.Join(" or ", clusters.Select(cluster => $"absent({{\"{MeshMetrics.Alive}\", \"{MeshMetrics.Cluster}\"=\"{cluster}\"}})"));

    private static string OpenCalls =>
        $"sum by (destination_cluster, destination_canonical_service) (rate({MeshMetrics.Requests}{{reporter=\"destination\", connection_security_policy!=\"mutual_tls\"}}[5m])) > 0";

    private static string RefusedCalls => $"sum by (cluster_name) (increase({MeshMetrics.Overflows}[5m])) > 0";
}

/// <summary>What <see cref="MeshAlarms"/> needs.</summary>
public sealed record MeshAlarmsArgs
{
    /// <summary>The beginning of the names that CloudWatch shows: <c>dev-mesh</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The clusters by the name that their metrics bear: the keys of their sites.</summary>
    public required ImmutableArray<string> Clusters { get; init; }

    /// <summary>Whom they tell: the topics of the region that has the metrics of the mesh.</summary>
    public required AlarmTopics Topics { get; init; }
}
