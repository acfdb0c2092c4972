namespace CrossCloudMesh.Facts;

/// <summary>The program that measures how long a call between clusters takes: Cloudprober, which answers and asks in one.</summary>
public static class ProbeFacts
{
    /// <summary>The namespace of what answers and asks in the mesh; ours to choose, as are the names below.</summary>
    public const string MeshNamespace = "probe";

    /// <summary>The namespace of what answers and asks beside the mesh: its pods have no proxy.</summary>
    public const string DirectNamespace = "probe-direct";

    /// <summary>The name of what is made for the direct way, and its service account.</summary>
    public const string DirectName = "probe";

    /// <summary>The label of all its pods, by which they find one another's zone.</summary>
    public const string PartLabel = "app.kubernetes.io/part-of";

    /// <summary>The value of that label.</summary>
    public const string Part = "latency-probe";

    /// <summary>Where it answers in the mesh.</summary>
    public const int MeshPort = 8080;

    /// <summary>Where it answers beside the mesh, at the load balancer and at the pod alike.</summary>
    public const int DirectPort = 15444;

    /// <summary>Where it tells what it measured, and whether it runs. The program's own number.</summary>
    public const int MetricsPort = 9313;

    /// <summary>The name of that port, by which collectors know it.</summary>
    public const string MetricsPortName = "metrics";

    /// <summary>What the names of its metrics begin with.</summary>
    public const string MetricsPrefix = "probe_";

    /// <summary>Round trips that the first call of a connection needs: one to connect, one to ask.</summary>
    public const int FirstCallTrips = 2;

    private const string Registry = "ghcr.io";

    private const string Repository = "cloudprober/cloudprober";

    /// <summary>
    /// How it is told what to do: probes at fixed intervals whose calls end before the next begins; a histogram with edges of one's own; a page
    /// of metrics for Prometheus. Its image is published for amd64 and arm64, tagged with versions behind a <c>v</c>.
    /// </summary>
    public static Source Source { get; } = new("https://github.com/cloudprober/cloudprober/tree/321da494d6cdbd20d87e08e8519482aad85d0064", new(2026, 11, 21))
    {
        NotRead = "whether it writes a file anywhere: nothing that is asked of it here does, by its source; it was not run",
    };

    /// <summary>Its image, where it is published or in a registry with an optional path that has it by the same name.</summary>
    /// <param name="version">Three numbers.</param>
    /// <param name="mirror">That registry; null for where it is published.</param>
    public static string ImageOf(string version, string? mirror) => $"{mirror ?? Registry}/{Repository}:v{version}";
}
