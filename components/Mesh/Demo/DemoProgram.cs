using System.Collections.Immutable;
using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Demo;

/// <summary>How the program of the demo is called. Whatever else it could do is off: its pages, its echo of headers, its other ports.</summary>
/// <remarks><see cref="DemoFacts.Source"/>.</remarks>
internal static class DemoProgram
{
    private const string Off = "disabled";

    /// <summary>Answers on the service's port, by its protocol, with 200 or its like.</summary>
    public static ImmutableArray<string> Answer(ServicePolicy service)
    {
        var port = Text(service.Port);
        var (http, grpc) = service.Protocol is ServiceProtocol.Grpc ? (Off, port) : (port, Off);
        return
        [
            "server", "-http-port", http, "-grpc-port", grpc, "-tcp-port", Off, "-udp-port", Off, "-redirect-port", Off, "-ui-path", "", "-echo-debug-path", "",
        ];
    }

    /// <summary>Calls a service until it is stopped, so many times a second over one connection, whatever comes back.</summary>
    public static ImmutableArray<string> Call(ServicePolicy callee, int callsPerSecond)
    {
        var address = $"{callee.Name.Host}:{Text(callee.Port)}";
        ImmutableArray<string> to = callee.Protocol switch
        {
            ServiceProtocol.Grpc => ["-grpc", address],
            ServiceProtocol.Http2 => ["-h2", $"http://{address}/"],
            _ => [$"http://{address}/"],
        };
        return ["load", "-c", "1", "-qps", Text(callsPerSecond), "-t", "0", "-nocatchup", "-allow-initial-errors", "-log-errors=false", .. to];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
