using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>What one file says of a service: for whom it speaks, and of what.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Host">The name by which the service is called.</param>
/// <param name="Port">The port by which it is called.</param>
internal abstract record Half(string File, string Host, int Port)
{
    public required ServiceProtocol Protocol { get; init; }

    /// <summary>What its certificate bears; null where nobody knows, and where it shows none.</summary>
    public required string? Identity { get; init; }

    /// <summary>How it is told of: <c>payment.payments.svc.cluster.local:8080</c>.</summary>
    public string Title => $"{Host}:{Port}";
}

/// <summary>What the service's own proxy lets in.</summary>
internal sealed record ServerHalf(string File, string Host, int Port) : Half(File, Host, Port)
{
    public required ServerForm Server { get; init; }

    /// <summary>After how long without a byte it ends a stream, in milliseconds; 0 is never.</summary>
    public required int IdleMs { get; init; }

    /// <summary>The least version of TLS that it takes; null where it takes none.</summary>
    public required string? LeastTls { get; init; }
}

/// <summary>How one caller's proxy reaches it.</summary>
internal sealed record ClientHalf(string File, string Host, int Port) : Half(File, Host, Port)
{
    public required RouteForm Route { get; init; }

    public required ClientForm Client { get; init; }
}
