using System.Collections.Immutable;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>What the lifter takes for true of Istio, and no object says.</summary>
internal static class IstioAssumptions
{
    private const string Read = "2026-11-21";
    private const string Docs = "https://istio.io/latest/docs/";
    private const string Settings = Docs + "reference/config/istio.mesh.v1alpha1/";
    private const string Code = "https://github.com/istio/istio";

    public static ImmutableArray<IstioAssumption> All { get; } =
    [
        new("settings", "the settings of the mesh are Istio's own, and nobody changed proxies by an EnvoyFilter or an annotation", Settings, Read),
        new("automatic TLS", "proxies speak mutual TLS to one another where no rule says otherwise", Settings, Read),
        new("TLS version", "both ends keep to TLS 1.2 or above", Settings, Read),
        new("connect timeout", "a connection may take 10 s to come about", Settings, Read),
        new("idle streams", "a stream never ends for being idle, as there is no word for anything else", Code, Read),
        new("retries of the service", "the service's own proxy tries again, twice at most, only where the connection to the service broke before a byte was sent", Code, Read),
        new("protocol", "what is spoken is what appProtocol says, or else the name of the port", Docs + "ops/configuration/traffic-management/protocol-selection/", Read),
        new("places", "a site is one network, and its nodes bear the zone that they are in"),
        new("identity", "the pods of a service have a service account of its name, and no pod of another service has it"),
        new("trust domain", "the mesh has one trust domain and no alias of it, and cluster.local in a policy means it", Code + "/blob/master/pilot/pkg/security/trustdomain/bundle.go", Read),
        new("sameness", "clusters that mesh together take namespaces and services of one name for one", Docs + "ops/deployment/deployment-models/#namespace-tenancy", Read),
        new("proxies", "pods of a namespace that names a revision have a proxy, which asks the istiod of their own cluster"),
    ];
}
