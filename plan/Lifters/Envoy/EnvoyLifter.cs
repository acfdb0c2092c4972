using System.Collections.Immutable;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Reads the files that machines' Envoys start with, and tells what they do together in the normal form.</summary>
/// <remarks>
/// It knows Envoy's documents and nothing of who wrote the files, so what it says of them is a second opinion. What it does not understand it
/// refuses, down to the single field; what it takes for true without being told is in <see cref="Assumptions"/>.
/// </remarks>
public static class EnvoyLifter
{
    private const string ReadOn = "2026-11-21";
    private const string Api = "https://www.envoyproxy.io/docs/envoy/latest/api-v3/";
    private const string Routes = Api + "config/route/v3/route_components.proto";
    private const string Manager = Api + "extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto";

    /// <summary>What is taken for true and no file says.</summary>
    public static ImmutableArray<EnvoyAssumption> Assumptions { get; } =
    [
        new("timeout", "A request takes 15 s at most where its route says nothing, and for ever where it says 0.", Routes, ReadOn),
        new("idle streams", "A stream without a byte ends after 5 minutes where neither its listener nor its route says otherwise; of two proxies the sooner ends it.", Manager, ReadOn),
        new("retries", "A route without a policy never tries again; a policy that does not say how often tries once more.", Routes, ReadOn),
        new("retries by header", "Programs send no x-envoy headers, by which Envoy takes another timeout or other retries for one request.", "https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter", ReadOn),
        new("caps", "Each is 1024 where nothing is said, that of retries 3; 2147483647 and more is taken for no limit.", Api + "config/cluster/v3/circuit_breaker.proto", ReadOn),
        new("ejection", "5 errors in a row, looked for every 10 s, out for 30 s, 10 percent at most; comparing endpoints by success is on unless it is switched off.", Api + "config/cluster/v3/outlier_detection.proto", ReadOn),
        new("panic", "With less than half of its endpoints well, all of a cluster are called, unless another part is said.", Api + "config/cluster/v3/cluster.proto", ReadOn),
        new("health checks", "What is asked of endpoints besides calls only leaves out those that cannot answer, and is not in the normal form.", Api + "config/core/v3/health_check.proto", ReadOn),
        new("connection", "It may take 5 s to come about where nothing is said; one without a request lasts an hour.", Api + "config/cluster/v3/cluster.proto", ReadOn),
        new("TLS", "1.2 is the least, of both ends; a client goes to 1.2 at most unless it says otherwise.", Api + "extensions/transport_sockets/tls/v3/common.proto", ReadOn),
        new("ALPN", "Both ends agree on what the cluster says it speaks, whatever they offer one another.", Api + "extensions/transport_sockets/tls/v3/tls.proto", ReadOn),
        new("client certificate", "It is optional unless it is demanded, and then any of the trusted authorities will do unless names are said.", Api + "extensions/transport_sockets/tls/v3/common.proto", ReadOn),
        new("callers", "RBAC compares the first URI in the caller's certificate; rules without a policy let nobody in.", Api + "config/rbac/v3/rbac.proto", ReadOn),
        new("trust", "The secret of each side holds the authorities of the mesh, and nothing else."),
        new("gRPC", "A route that takes gRPC alone is of a service that speaks it; the time that a call names is bounded by grpc_timeout_header_max.", Routes, ReadOn),
        new("versions", "The version of an endpoint is what its metadata for load balancing says under version.", "https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/subsets", ReadOn),
        new("addresses", "Endpoints of a cluster are those of the service; where they are is not in the normal form."),
        new("services", "A service's account has its name, so that its identity tells its host."),
        new("overload", "Limits of the whole proxy stand above what its services let in, and are not reached."),
        new("names of fields", "Fields are written as in the API, with underscores, although protobuf's JSON also takes lowerCamelCase.", "https://protobuf.dev/programming-guides/json/", ReadOn),
    ];

    /// <summary>Reads the files of one mesh.</summary>
    /// <param name="files">One for each machine, in any order.</param>
    public static EnvoyReading Of(IEnumerable<EnvoyBootstrap> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var halves = new List<Half>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            Try(() => halves.AddRange(BootstrapReader.Read(file)));
        }

        var services = new List<ServiceForm>();
        if (faults.Count == 0)
        {
            var known = halves.Select(half => half.Identity).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var service in halves.GroupBy(half => half.Title, StringComparer.Ordinal).OrderBy(service => service.Key, StringComparer.Ordinal))
            {
                Try(() => services.Add(Merge.Of([.. service], known)));
            }
        }

        return faults.Count == 0 ? new(new([.. services]), []) : new(null, faults.ToImmutable());

        void Try(Action read)
        {
            try
            {
                read();
            }
            catch (RefusedException refused)
            {
                faults.Add(refused.Fault);
            }
        }
    }
}
