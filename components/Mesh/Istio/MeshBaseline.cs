using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What holds for every workload of a cluster's mesh until something narrower says more: mTLS only, nobody may call anybody, and every call is written down.</summary>
/// <remarks>
/// Makes 3 objects in the namespace of the mesh, where they count for all namespaces: a <see cref="PeerAuthentication"/>, an
/// <see cref="AuthorizationPolicy"/> without a rule, a <see cref="Telemetry"/>. The east-west gateway passes on what it does not decrypt, so
/// it is the callee who refuses. Source: https://istio.io/latest/docs/ops/best-practices/security/, read 2026-11-20.
/// </remarks>
public sealed class MeshBaseline : ComponentResource
{
    public const string Token = "infra:mesh:MeshBaseline";

    /// <summary>What must be there before the first workload.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public MeshBaseline(string name, MeshBaselineArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        CustomResource[] objects =
        [
            new PeerAuthentication($"{name}-mtls", new()
            {
                Metadata = Named("default"),
                Spec = new PeerAuthenticationSpecArgs { Mtls = new MutualTlsArgs { Mode = "STRICT" } },
            }, Options()),
            new AuthorizationPolicy($"{name}-deny", new()
            {
                Metadata = Named("deny-by-default"),
                Spec = new AuthorizationPolicySpecArgs(),
            }, Options()),
            new Telemetry($"{name}-telemetry", new()
            {
                Metadata = Named("mesh-default"),
                Spec = new TelemetrySpecArgs
                {
                    AccessLogging = { new AccessLoggingArgs { Providers = { new TelemetryProviderArgs { Name = "envoy" } } } },
                    Metrics = { new MetricsArgs { Providers = { new TelemetryProviderArgs { Name = "prometheus" } } } },
                    Tracing = args.Tracing is null ? null : [args.Tracing.Told()],
                },
            }, Options()),
        ];
        Ready = objects;
        RegisterOutputs();

        CustomResourceOptions Options() => new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.WaitFor.ToArray() } };
    }

    private static ObjectMetaArgs Named(string name) => new() { Name = name, Namespace = IstioFacts.Namespace };
}

/// <summary>What <see cref="MeshBaseline"/> needs.</summary>
public sealed record MeshBaselineArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>Whom proxies tell of calls, and how many; null for nobody.</summary>
    public MeshTracing? Tracing { get; init; }

    /// <summary>The istiod that validates.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
