using System.Collections.Immutable;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>Somebody else who takes OTLP over HTTP, and knows us by a header.</summary>
/// <remarks>What it takes in one request is not known of everybody, so it is kept small.</remarks>
public sealed record ThirdParty
{
    private const int MaxItems = 500;
    private const int MaxBytes = 500_000;

    /// <summary>The URL, without <c>/v1/traces</c> and its like, which the exporter appends.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The header: <c>api-key</c>.</summary>
    public required string Header { get; init; }

    /// <summary>What it gets: any of <c>traces</c>, <c>metrics</c>, <c>logs</c>.</summary>
    public required ImmutableArray<string> Signals { get; init; }

    /// <summary>The variable of the gateway's pods that holds the header's value.</summary>
    internal static string VariableOf(string name) => $"THIRD_PARTY_{name.Replace('-', '_').ToUpperInvariant()}";

    internal Destination ToDestination(string name) => new()
    {
        Name = $"third-party-{name}",
        Signals = Signals,
        Address = [("endpoint", Endpoint), ("headers", Map((Header, $"${{env:{VariableOf(name)}}}")))],
        MaxItems = MaxItems,
        MaxBytes = MaxBytes,
    };
}
