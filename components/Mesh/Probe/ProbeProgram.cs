using System.Collections.Immutable;
using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Mesh.Probe;

/// <summary>What the program of the probe is told: where it answers, whom it asks, how often, and how it counts.</summary>
/// <remarks>
/// It asks at fixed times, however long an answer takes: a call that lasts until the next is due is cut off and counts as failed, so none puts
/// off another. A connection is kept. Only answers of 200 count as such, and only they have a time. <see cref="ProbeFacts.Source"/>.
/// </remarks>
public sealed record ProbeProgram
{
    /// <summary>W3C's word for a trace that nobody keeps: what is asked thousands of times a day is no news in X-Ray.</summary>
    private const string NoTrace = "00-00000000000000000000000000000001-0000000000000001-00";

    /// <summary>The key of the site that asks.</summary>
    public required string Site { get; init; }

    /// <summary>Which way the calls go.</summary>
    public required ProbeWay Way { get; init; }

    /// <summary>Whom it asks: the keys of their sites, and the host of each.</summary>
    public required ImmutableSortedDictionary<string, string> Targets { get; init; }

    /// <summary>How often it asks each.</summary>
    public required int CallsPerSecond { get; init; }

    /// <summary>The edges at which it counts how long calls took.</summary>
    public required LatencyBuckets Buckets { get; init; }

    /// <summary>The time from one call to the next, which is also all that a call may take, in milliseconds.</summary>
    public static int IntervalMs(int callsPerSecond) => 1000 / callsPerSecond;

    /// <summary>Where it answers, by way.</summary>
    public static int PortOf(ProbeWay way) => way is ProbeWay.Mesh ? ProbeFacts.MeshPort : ProbeFacts.DirectPort;

    /// <summary>A way as labels of metrics have it.</summary>
    public static string WordOf(ProbeWay way) => way is ProbeWay.Mesh ? "mesh" : "direct";

    /// <summary>The file that it reads, in the text form of its protocol buffers.</summary>
    public string ToText() => string.Concat(
    [
        $$"""
        server {
          type: HTTP
          http_server { port: {{PortOf(Way)}} }
        }
        surfacer {
          type: PROMETHEUS
          prometheus_surfacer { metrics_prefix: "{{ProbeFacts.MetricsPrefix}}" }
        }

        """,
        .. Targets.Select(target => Ask(target.Key, target.Value)),
    ]);

    private string Ask(string target, string host)
    {
        var interval = IntervalMs(CallsPerSecond).ToString(CultureInfo.InvariantCulture);
        return $$"""
            probe {
              name: "{{WordOf(Way)}}-{{target}}"
              type: HTTP
              targets { host_names: "{{host}}" }
              interval_msec: {{interval}}
              timeout_msec: {{interval}}
              latency_unit: "ms"
              latency_metric_name: "{{MeshMetrics.ProbeDurations[ProbeFacts.MetricsPrefix.Length..]}}"
              latency_distribution { explicit_buckets: "{{string.Join(',', Buckets.Edges.Select(edge => edge.ToString(CultureInfo.InvariantCulture)))}}" }
              additional_label { key: "{{MeshMetrics.ProbeSource}}" value: "{{Site}}" }
              additional_label { key: "{{MeshMetrics.ProbeTarget}}" value: "{{target}}" }
              additional_label { key: "{{MeshMetrics.ProbeWay}}" value: "{{WordOf(Way)}}" }
              validator {
                name: "answered"
                http_validator { success_status_codes: "200" }
              }
              http_probe {
                port: {{PortOf(Way)}}
                keep_alive: true
                header { key: "traceparent" value: "{{NoTrace}}" }
              }
            }

            """;
    }
}

/// <summary>A way between two clusters.</summary>
public enum ProbeWay
{
    /// <summary>From pod to load balancer to pod: the network, and no proxy.</summary>
    Direct,

    /// <summary>From proxy to gateway to proxy, by mutual TLS, as services call one another.</summary>
    Mesh,
}
