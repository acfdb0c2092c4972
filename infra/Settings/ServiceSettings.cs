using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A service of the mesh: where it runs, who may call it, and what a call may take. Mutual TLS is not to be chosen: there is no other way in.</summary>
public sealed record ServiceSettings
{
    [Description("Its namespace, the same in every cluster.")]
    public required KubernetesNamespace Namespace { get; init; }

    [Description("Its name there, which is also that of its service account. Left out: its key.")]
    public KubernetesNamespace? Name { get; init; }

    [Description("The sites on which it runs: clusters, or data centres where machines say where.")]
    [MinLength(1)]
    public required ImmutableArray<EntryKey> Sites { get; init; }

    [Description("Data centre to the machines on which it runs there, each with an Envoy of its own.")]
    [Keys<EntryKey>]
    public ImmutableSortedDictionary<string, MachineSettings> Machines { get; init; } =
        ImmutableSortedDictionary.Create<string, MachineSettings>(StringComparer.Ordinal);

    [Description("What it speaks.")]
    public required ServiceProtocol Protocol { get; init; }

    [Description("The port that it listens on, and is called by.")]
    [Range(1, 65535)]
    public required int Port { get; init; }

    [Description("How long a call may take with all its tries, in milliseconds; 0 is for ever, for streams. Left out: 15000.")]
    [Range(0, ServicePolicy.LongestTimeoutMs)]
    public int TimeoutMs { get; init; } = ServicePolicy.UsualTimeoutMs;

    [Description("How a call that failed is tried again. Left out: it is not, as only its owner knows what may run twice.")]
    public RetrySettings? Retries { get; init; }

    [Description("How much one pod of it lets in at once; what is more is refused with 503.")]
    public CapSettings Caps { get; init; } = new();

    [Description("When a pod that fails is left out for a while. With more than half of them out, all are called again.")]
    public OutlierSettings Outliers { get; init; } = new();

    [Description("The services that may call it, by key. Left out: nobody may.")]
    public ImmutableArray<EntryKey> Callers { get; init; } = [];

    [Description("Callers that it calls too, over others or at once, and yet no two wait for each other. Left out: none, and a circle of calls is refused.")]
    public ImmutableArray<EntryKey> AllowCycle { get; init; } = [];

    [Description("How calls are shared out among its versions. Left out: every pod is alike.")]
    public CanarySettings? Canary { get; init; }

    [Description("Which of its pods a caller prefers while they are well. Left out: everywhere. Only Istio has others.")]
    public Locality Locality { get; init; } = Locality.Everywhere;

    [Description("What not every kind of mesh can do, and one that cannot refuses.")]
    public ExtensionSettings Extensions { get; init; } = new();
}

/// <summary>How a call that failed is tried again.</summary>
public sealed record RetrySettings
{
    [Description("How often at most, the first try not counted.")]
    [Range(1, RetryPolicy.MostAttempts)]
    public required int Attempts { get; init; }

    [Description("How long one try may take, in milliseconds. All of them, the first one too, fit into timeoutMs.")]
    [Range(1, ServicePolicy.LongestTimeoutMs)]
    public required int PerTryMs { get; init; }

    [Description("What must have happened. Left out: connectionError and streamError, after which nothing has run yet. The last five are for grpc.")]
    [MinLength(1)]
    public ImmutableArray<RetryEvent> On { get; init; } = RetryPolicy.SafeEvents;
}

/// <summary>How much one pod lets in at once.</summary>
public sealed record CapSettings
{
    internal const int Most = 1_000_000;

    [Description("Connections, of http. Left out: 1024.")]
    [Range(1, Most)]
    public int? MaxConnections { get; init; }

    [Description("Requests that wait for a connection, of http. Left out: 1024.")]
    [Range(1, Most)]
    public int? MaxPendingRequests { get; init; }

    [Description("Requests, of http2 and grpc. Left out: 1024.")]
    [Range(1, Most)]
    public int? MaxRequests { get; init; }
}

/// <summary>When a pod that fails is left out for a while.</summary>
public sealed record OutlierSettings
{
    [Description("After how many answers of 500 and above in a row. Left out: 5.")]
    [Range(1, 1000)]
    public int ConsecutiveErrors { get; init; } = EjectionPolicy.UsualErrors;

    [Description("How often pods are looked at, in milliseconds. Left out: 10000.")]
    [Range(1, EjectionPolicy.LongestBaseMs)]
    public int IntervalMs { get; init; } = EjectionPolicy.UsualIntervalMs;

    [Description("For how long at first, in milliseconds; each time again, once more as long, to five minutes. Left out: 30000.")]
    [Range(1, EjectionPolicy.LongestBaseMs)]
    public int BaseEjectionMs { get; init; } = EjectionPolicy.UsualBaseMs;
}

/// <summary>How calls come to be shared out among versions, a step at a time.</summary>
public sealed record CanarySettings
{
    [Description("The step that holds now, counted from 1.")]
    [Range(1, CanaryPolicy.MostSteps)]
    public required int Step { get; init; }

    [Description("The steps: of each, the weight of every version in percent, 100 together. A version is the label version of its pods.")]
    [Keys<EntryKey>, MinLength(1), MaxLength(CanaryPolicy.MostTargets), Range(0, CanaryPolicy.WholeWeight)]
    public required ImmutableArray<ImmutableSortedDictionary<string, int>> Steps { get; init; }
}

/// <summary>What not every kind of mesh can do.</summary>
public sealed record ExtensionSettings
{
    [Description("How a caller chooses among pods. Left out: roundRobin. Istio and Envoy have both, App Mesh has not.")]
    public Balancing Balancing { get; init; } = Balancing.RoundRobin;

    [Description("How long a connection may take to come about, in milliseconds. Left out: 10000. Istio and Envoy can be told, App Mesh cannot.")]
    [Range(1, ServicePolicy.LongestTimeoutMs)]
    public int ConnectTimeoutMs { get; init; } = ClientForm.UsualConnectMs;

    [Description("How many of all pods may be left out at once. Left out: all. App Mesh always leaves out one at least.")]
    public EjectionLimitSettings? EjectionLimit { get; init; }
}

/// <summary>How many of all pods may be left out at once.</summary>
public sealed record EjectionLimitSettings
{
    [Description("Of all pods, in percent.")]
    [Range(1, 99)]
    public required int Percent { get; init; }

    [Description("How many pods of the service there always are, on all its sites together.")]
    [Range(1, 10_000)]
    public required int FewestPods { get; init; }
}
