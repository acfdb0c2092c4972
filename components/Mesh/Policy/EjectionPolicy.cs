namespace CrossCloudMesh.Mesh.Policy;

/// <summary>How pods that fail are left out for a while.</summary>
/// <remarks>
/// Up to all pods may be ejected, as every target then counts alike; fewer is an <see cref="EjectionLimit"/>. With more than half of them
/// ejected, every target calls all of them again, so that nothing is lost by it. The defaults are Envoy's own.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/outlier_detection.proto, read 2026-11-20.
/// </remarks>
public sealed record EjectionPolicy
{
    public const int UsualErrors = 5;

    public const int UsualIntervalMs = 10_000;

    public const int UsualBaseMs = 30_000;

    /// <summary>The longest that a pod stays ejected on any target, however often it was: Envoy's cap, which none of them changes.</summary>
    public const int LongestBaseMs = 300_000;

    /// <summary>After how many answers of 500 and above in a row, 1 or more.</summary>
    public int ConsecutiveErrors { get; init; } = UsualErrors;

    /// <summary>How often pods are looked at, in milliseconds, 1 or more.</summary>
    public int IntervalMs { get; init; } = UsualIntervalMs;

    /// <summary>For how long at first, in milliseconds, 1 to 300,000.</summary>
    public int BaseMs { get; init; } = UsualBaseMs;
}
