using System.Collections.Immutable;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>What the lifter takes for true of App Mesh, and no object says.</summary>
internal static class AppMeshAssumptions
{
    private const string Read = "2026-11-21";
    private const string Envoy = "https://www.envoyproxy.io/docs/envoy/latest/api-v3/";
    private const string Guide = "https://docs.aws.amazon.com/app-mesh/latest/userguide/";

    private const string Unseen = "the configuration that AWS gave to proxies was never published, and no proxy is given one since 2026-09-30";
    private const string Unread = "no account can be asked since 2026-09-30";
    private const string NotHere = "it is in the cluster, and not in the objects that are read";

    public static ImmutableArray<AppMeshAssumption> All { get; } =
    [
        new("balancing", "callers take pods one after the other, as Envoy does unless told otherwise", Unseen, Envoy + "config/cluster/v3/cluster.proto", Read),
        new("locality", "pods in the caller's zone are not preferred", Unseen),
        new("panic", "with less than half of the pods well, all are called, as Envoy does unless told otherwise", Unseen, Envoy + "config/cluster/v3/cluster.proto", Read),
        new("ejection", "of the pods that may be ejected, at least one always may, so that a share is taken to be one pod or more", Unseen, Envoy + "config/cluster/v3/outlier_detection.proto", Read),
        new("ejection by success", "pods are not ejected for succeeding less often than others", Unseen, Envoy + "config/cluster/v3/outlier_detection.proto", Read),
        new("connect timeout", "a connection may take 10 s to come about", Unseen),
        new("retried pods", "a retry may meet the pod that was tried before, as there is no word for anything else", Unseen, "https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_HttpRetryPolicy.html", Read),
        new("retries of the account", "the account had no mesh before 2020-07-29, so that a request is tried twice more where no route says otherwise, and caps that nobody set are off", Unread, Guide + "envoy-defaults.html", Read),
        new("retries of the service", "the service's own proxy tries nothing again", Unseen),
        new("retried tries", "where the API gives a try no time, it has that of all tries together", Unseen, Envoy + "config/route/v3/route_components.proto", Read),
        new("timeouts", "a service's listener without timeouts ends a request after 15 s and an idle stream after 300 s, and the route does so by itself", Unread, Guide + "routes.html", Read),
        new("timeout of gRPC", "the header grpc-timeout of a request changes no timeout", Unseen),
        new("TLS version", "both ends keep to TLS 1.2 or above", Unseen, Envoy + "extensions/transport_sockets/tls/v3/common.proto", Read),
        new("SNI", "callers name no server in the handshake, and none is needed, as each port has one certificate", Unseen, "https://github.com/aws/aws-app-mesh-roadmap/issues/311", Read),
        new("mutual TLS", "a listener with a validation refuses callers that show no certificate", Unread, Guide + "mutual-tls.html", Read),
        new("names in certificates", "with a list of names the name in service discovery counts no more", Unread, Guide + "tls.html", Read),
        new("identity", "pods of a node have the service account of their label app, and a certificate from a file bears its identity and is signed by the mesh's root", NotHere),
        new("membership", "a namespace that is not among the objects has the labels that put its pods into the mesh and give them a proxy", NotHere),
        new("names of services", "pods can resolve the name of each service that they call", NotHere, Guide + "virtual_services.html", Read),
    ];
}
