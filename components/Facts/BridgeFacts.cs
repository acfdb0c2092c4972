namespace CrossCloudMesh.Facts;

/// <summary>What both ends of a bridge between kinds of mesh are called, and how they are reached. Chosen here, and said nowhere else.</summary>
public static class BridgeFacts
{
    /// <summary>The port of every end, for whatever comes from another kind of mesh.</summary>
    public const int Port = 8443;

    /// <summary>The service account of every end, the first part of its DNS name, and the name of its objects.</summary>
    public const string Name = "bridge";

    /// <summary>The namespace of an end in a cluster of App Mesh; in one of Istio it is Istio's own.</summary>
    public const string AppMeshNamespace = "appmesh-bridge";

    /// <summary>The secret of the certificate that an end presents.</summary>
    public const string Credential = "bridge-certificate";

    /// <summary>How long others may keep the addresses of an end, which never change, in seconds.</summary>
    public const int RecordSeconds = 300;

    /// <summary>What tells a cluster of Istio how the ends are reached behind which a service is: <c>payment.bridge</c>, which no service is called.</summary>
    public static string RuleOf(string service) => $"{service}.{Name}";
}
