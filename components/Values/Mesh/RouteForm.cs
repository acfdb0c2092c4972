namespace CrossCloudMesh.Values.Mesh;

/// <summary>What becomes of a request.</summary>
public sealed record RouteForm
{
    /// <summary>How long all tries together may take, in milliseconds; 0 is for ever.</summary>
    public required int TimeoutMs { get; init; }

    /// <summary>After how long without a byte a stream ends, in milliseconds; 0 is never, and Istio has nothing else.</summary>
    public int IdleMs { get; init; }

    /// <summary>How it is tried again.</summary>
    public required RetryForm Retry { get; init; }

    /// <summary>Which pods answer, and how much of all requests each version does. The shares sum to one.</summary>
    public required Ordered<TargetForm> Targets { get; init; }
}

/// <summary>How a failed request is tried again, in Envoy's terms.</summary>
/// <remarks>The words <c>5xx</c> and <c>gateway-error</c> of Envoy are none of these: they also mean failures that the proxy made up itself.</remarks>
public sealed record RetryForm
{
    /// <summary>Never again.</summary>
    public static RetryForm Off { get; } = new() { Attempts = 0, PerTryMs = 0, Policies = [], Codes = [], AvoidsTriedHosts = false };

    /// <summary>How often at most, the first try not counted.</summary>
    public required int Attempts { get; init; }

    /// <summary>How long one try may take, in milliseconds.</summary>
    public required int PerTryMs { get; init; }

    /// <summary>Envoy's words for what must have happened, without <c>retriable-status-codes</c>, which <see cref="Codes"/> say.</summary>
    public required Ordered<string> Policies { get; init; }

    /// <summary>The answers of the service that count as a failure, as HTTP status codes.</summary>
    public required Ordered<int> Codes { get; init; }

    /// <summary>Whether a retry keeps off the pods that were tried before. Istio does unless told not to; App Mesh cannot.</summary>
    public required bool AvoidsTriedHosts { get; init; }
}

/// <summary>How much of all requests goes to one version.</summary>
/// <param name="Version">The label <c>version</c> of its pods; empty for every pod of the service.</param>
/// <param name="Share">More than nothing.</param>
public readonly record struct TargetForm(string Version, Share Share)
{
    /// <summary>Every pod of the service alike.</summary>
    public static TargetForm EveryPod { get; } = new("", Share.All);

    /// <summary>The targets of weights by version, of which those of nothing do not count.</summary>
    /// <exception cref="ArgumentException">No weight is more than nothing.</exception>
    public static Ordered<TargetForm> Of(IEnumerable<KeyValuePair<string, int>> weights)
    {
        var counted = weights.Where(weight => weight.Value > 0).ToList();
        var sum = counted.Sum(weight => weight.Value);
        return sum > 0
            ? [.. counted.Select(weight => new TargetForm(weight.Key, Share.Of(weight.Value, sum)))]
            : throw new ArgumentException("at least one weight must be more than nothing", nameof(weights));
    }
}
