using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Values;
using Pulumi;
using KubernetesProvider = Pulumi.Kubernetes.Provider;

namespace CrossCloudMesh.Tests.Components;

/// <summary>A cluster of which nothing matters but the way in.</summary>
internal sealed class AnyCluster(string name) : IKubernetesCluster
{
    public Output<string> ClusterName { get; } = Output.Create(name);

    public Output<string> Endpoint { get; } = Output.Create("https://10.0.0.1");

    public Output<string> CertificateAuthority { get; } = Output.Create("");

    public Output<string> Issuer { get; } = Output.Create("https://issuer.example/1");

    public Output<string> NodeIdentity { get; } = Output.Create("nodes");

    public ImmutableArray<Cidr> PodRanges => [];

    public KubernetesProvider Provider { get; } = new($"{name}-provider", new());

    public IReadOnlyList<Resource> Ready => [];
}
