namespace CrossCloudMesh.Values.Mesh;

/// <summary>The normal form of what a mesh does: what a policy demands, and what is read back from rendered objects, meet here.</summary>
/// <remarks>
/// Nothing is left to a default of anybody, every set has one order, and what can be written in two ways has one form. Two forms are equal
/// exactly where callers and services can see no difference. What has no place here, a lifter must refuse and not drop.
/// </remarks>
/// <param name="Services">In the order of their hosts.</param>
public sealed record MeshForm(Ordered<ServiceForm> Services);

/// <summary>What holds for one port of one service.</summary>
public sealed record ServiceForm
{
    /// <summary>The name by which it is called: <c>payment.trading.svc.cluster.local</c>.</summary>
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required ServiceProtocol Protocol { get; init; }

    /// <summary>What becomes of a request. There is one route, for every path.</summary>
    public required RouteForm Route { get; init; }

    /// <summary>What the service's own proxy lets in.</summary>
    public required ServerForm Server { get; init; }

    /// <summary>How a caller's proxy reaches the service.</summary>
    public required ClientForm Client { get; init; }
}
