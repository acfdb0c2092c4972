using System.Collections.Immutable;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>How a failed request is tried again.</summary>
public sealed record RetryPolicy
{
    /// <summary>The most that can be asked for: who needs more hides an outage.</summary>
    public const int MostAttempts = 10;

    /// <summary>What nothing has run of yet, and so may run again whatever it is.</summary>
    public static ImmutableArray<RetryEvent> SafeEvents { get; } = [RetryEvent.ConnectionError, RetryEvent.StreamError];

    /// <summary>How often at most, the first try not counted: 1 to 10.</summary>
    public required int Attempts { get; init; }

    /// <summary>How long one try may take, in milliseconds. All of them, the first one too, fit into the timeout.</summary>
    public required int PerTryMs { get; init; }

    /// <summary>What must have happened; their order says nothing. By default only what is safe for every request.</summary>
    public ImmutableArray<RetryEvent> On { get; init; } = SafeEvents;
}

/// <summary>Why a request is tried again. The events of gRPC are for services that speak it.</summary>
public enum RetryEvent
{
    /// <summary>No connection came about.</summary>
    ConnectionError,

    /// <summary>The service refused the stream before it began on it.</summary>
    StreamError,

    /// <summary>An answer 502, 503 or 504, or a connection that broke.</summary>
    GatewayError,

    /// <summary>An answer 500 to 508, 510 or 511, or a connection that broke.</summary>
    ServerError,

    /// <summary>An answer 409.</summary>
    ClientError,

    /// <summary>The status of gRPC of that name.</summary>
    Cancelled,

    /// <inheritdoc cref="Cancelled"/>
    DeadlineExceeded,

    /// <inheritdoc cref="Cancelled"/>
    Internal,

    /// <inheritdoc cref="Cancelled"/>
    ResourceExhausted,

    /// <inheritdoc cref="Cancelled"/>
    Unavailable,
}
