using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>What the Envoys of one service's machines are told; all of one site are told the same.</summary>
public sealed record EnvoyMachine
{
    /// <summary>How many connections an Envoy takes at once where nobody says otherwise.</summary>
    public const int UsualConnections = 10_000;

    /// <summary>The host of every identity.</summary>
    public required TrustDomain Domain { get; init; }

    /// <summary>The service that runs on the machines.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>The key of the site where they stand.</summary>
    public required string Site { get; init; }

    /// <summary>The port on which the service itself listens, at the machine's own address 127.0.0.1.</summary>
    public required int ApplicationPort { get; init; }

    /// <summary>What the service calls, and where each is reached from there.</summary>
    public required ImmutableArray<EnvoyCallee> Callees { get; init; }

    /// <summary>How many connections an Envoy takes at once, of callers and of the service each; more than its caps let in.</summary>
    public int Connections { get; init; } = UsualConnections;

    /// <summary>Whom traces are told; null, and so by default, nobody.</summary>
    public EnvoyTraces? Traces { get; init; }

    /// <summary>What the certificate bears: <c>spiffe://mesh.example/ns/payments/sa/archive</c>.</summary>
    public string Identity => Service.Name.IdentityIn(Domain);
}

/// <summary>A service that is called from a machine.</summary>
public sealed record EnvoyCallee
{
    /// <summary>Its policy.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>Where it is reached, at least one; every version of its canary that has a weight has one of its own.</summary>
    public required ImmutableArray<EnvoyHost> Hosts { get; init; }

    /// <summary>The name that is asked for in the handshake: the service's own, or that of the bridge before it.</summary>
    public required string Sni { get; init; }

    /// <summary>Whom a caller takes for it, to the letter: identities with <c>spiffe://</c>, or names in DNS.</summary>
    public required ImmutableArray<string> Servers { get; init; }
}

/// <summary>A place where a service is reached.</summary>
/// <param name="Address">An IPv4 address, or a name in DNS.</param>
/// <param name="Port">The port there.</param>
/// <param name="Version">The version that answers there; empty where all are alike, or where a bridge shares them out.</param>
public sealed record EnvoyHost(string Address, int Port, string Version);

/// <summary>An OpenTelemetry collector on the same machine, which is told by OTLP over gRPC.</summary>
/// <param name="Port">Its port at 127.0.0.1.</param>
/// <param name="Percent">How many of the requests that carry no decision of another are told, 0 to 100.</param>
public sealed record EnvoyTraces(int Port, int Percent);
