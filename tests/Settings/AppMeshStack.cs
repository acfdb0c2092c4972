namespace CrossCloudMesh.Tests.Settings;

/// <summary>The shipped dev stack with App Mesh on its site on AWS, and services of both sites that call within their own.</summary>
internal static class AppMeshStack
{
    private const string Mesh = "  cross-cloud-mesh:mesh:\n";

    private const string Services = """
          cross-cloud-mesh:services:
            gateway:
              namespace: edge
              sites: [aws-east]
              protocol: http
              port: 8080
              callers: [ledger]
              allowCycle: [ledger]
            payment:
              namespace: payments
              sites: [aws-east]
              protocol: http
              port: 8080
              callers: [gateway]
            ledger:
              namespace: payments
              sites: [aws-east]
              protocol: grpc
              port: 9090
              retries: { attempts: 1, perTryMs: 1000 }
              callers: [payment]
            quotes:
              namespace: trading
              sites: [gcp-east]
              protocol: grpc
              port: 9090

        """;

    /// <summary>The stack; App Mesh is rendered only.</summary>
    public static string Yaml { get; } = With("endOfLife: renderOnly");

    /// <summary>The stack with other settings of App Mesh after its sites.</summary>
    public static string With(string settings, string sites = "[aws-east]")
    {
        var dev = Project.Replaced(Project.Dev, Mesh, $"{Mesh}    appMesh: {{ sites: {sites}, {settings} }}\n");
        return dev[..dev.IndexOf("  # The services of the mesh", StringComparison.Ordinal)] + Services + dev[dev.IndexOf("  # What dev does not keep", StringComparison.Ordinal)..];
    }
}
