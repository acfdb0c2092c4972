using System.Collections.Immutable;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>What a mesh does for one service. Every default is here, and is the same for every kind of mesh.</summary>
public sealed record ServicePolicy
{
    /// <summary>What a request may take where nobody says otherwise: what App Mesh and Envoy give it. Istio alone would wait for ever.</summary>
    public const int UsualTimeoutMs = 15_000;

    /// <summary>The longest timeout that can be given: an hour.</summary>
    public const int LongestTimeoutMs = 3_600_000;

    /// <summary>Its namespace and name.</summary>
    public required ServiceName Name { get; init; }

    /// <summary>The keys of the sites on which it runs, at least one.</summary>
    public required ImmutableArray<string> Sites { get; init; }

    /// <summary>What it speaks.</summary>
    public required ServiceProtocol Protocol { get; init; }

    /// <summary>The port that it listens on, and is called by: 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>How long a request may take with all its tries, in milliseconds, to an hour; 0 is for ever, for streams.</summary>
    public int TimeoutMs { get; init; } = UsualTimeoutMs;

    /// <summary>How a failed request is tried again. Null, and so by default, it is not: only the service's owner knows what may run twice.</summary>
    public RetryPolicy? Retries { get; init; }

    /// <summary>How much the service's own proxy lets in at once.</summary>
    public CapPolicy Caps { get; init; } = new();

    /// <summary>How pods that fail are left out for a while. There is always some: with half of them out, all are called again.</summary>
    public EjectionPolicy Ejection { get; init; } = new();

    /// <summary>The services that may call it; their order says nothing. By default nobody may.</summary>
    public ImmutableArray<ServiceName> Callers { get; init; } = [];

    /// <summary>How requests are shared out among versions. Null, and so by default, every pod is alike.</summary>
    public CanaryPolicy? Canary { get; init; }

    /// <summary>What not every kind of mesh can do; of each kind at most one.</summary>
    public ImmutableArray<PolicyExtension> Extensions { get; init; } = [];

    /// <summary>The extension of one kind; null where there is none.</summary>
    public T? Extension<T>()
        where T : PolicyExtension => Extensions.OfType<T>().FirstOrDefault();
}
