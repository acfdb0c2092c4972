namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>One VirtualNode: pods that call and are called, or something outside of the mesh that is called.</summary>
internal sealed record VirtualNode
{
    public required AppMeshObject Source { get; init; }

    /// <summary>Its name for AWS.</summary>
    public required string AwsName { get; init; }

    /// <summary>The labels of its pods; null where no pods stand behind it.</summary>
    public required SortedDictionary<string, string>? Pods { get; init; }

    /// <summary>What its certificates bear; null where no pods stand behind it.</summary>
    public required string? Identity { get; init; }

    /// <summary>Whether it is a gateway, which has one list of names for all that it calls.</summary>
    public bool IsGateway { get; init; }

    public required List<(Listener Listener, Field Field)> Listeners { get; init; }

    /// <summary>How callers find its pods; null where nobody calls them.</summary>
    public required Discovery? Discovery { get; init; }

    /// <summary>What it calls.</summary>
    public required List<Backend> Backends { get; init; }

    /// <summary>The label <c>version</c> of its pods; empty where they have none.</summary>
    public string Version => Pods?.GetValueOrDefault(NodeReader.Version) ?? "";

    /// <summary>Whether a pod may be behind both.</summary>
    public bool MayShare(VirtualNode other) =>
        Pods is not null && other.Pods is not null && Source.Namespace == other.Source.Namespace
        && !Pods.Any(label => other.Pods.TryGetValue(label.Key, out var value) && value != label.Value);
}

/// <summary>One service that a node calls.</summary>
/// <param name="Service">Namespace and name of its VirtualService, with / between.</param>
/// <param name="Tls">What the caller does about TLS; null where nobody says.</param>
/// <param name="Field">Where.</param>
internal sealed record Backend(string Service, ClientTls? Tls, Field Field);
