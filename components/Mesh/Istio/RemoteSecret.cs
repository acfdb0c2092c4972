using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Has the istiod of one cluster read the services of another: a token there, and here the way to it.</summary>
/// <remarks>
/// Makes 2 secrets: in the other cluster a token of its reader's account, which Kubernetes fills, and in this one a kubeconfig under the label
/// that istiods look for. Each reader has a token of its own, so one can be taken back without the others. It never expires: raise
/// <see cref="RemoteSecretArgs.Generation"/>, and the next deployment makes another, hands it over, and deletes the one before. Istiod refuses
/// programs and files in a kubeconfig, so AWS's and Google's own logins are out. EKS answers under its private address where that is its only
/// one; GKE under its name, which takes tokens of Kubernetes and whose certificate a public authority has signed, or its private address.
/// </remarks>
public sealed class RemoteSecret : ComponentResource
{
    public const string Token = "infra:mesh:RemoteSecret";

    public RemoteSecret(string name, RemoteSecretArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var (reader, remote) = (args.Reader, args.Remote);
        var token = new Secret($"{name}-token", new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = $"istio-reader-for-{reader.Name}-{args.Generation}",
                Namespace = IstioFacts.Namespace,
                Annotations = { ["kubernetes.io/service-account.name"] = IstioFacts.ReaderAccount },
            },
            Type = "kubernetes.io/service-account-token",
        }, Options(remote));
        var config = Output.Tuple(remote.Cluster.Endpoint, remote.Cluster.CertificateAuthority, Output.CreateSecret(token.Data))
            .Apply(known => new ReaderKubeConfig(remote.Name, known.Item1, known.Item2, ReaderKubeConfig.TokenOf(known.Item3)).ToJson());
        _ = new Secret(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = $"istio-remote-secret-{remote.Name}",
                Namespace = IstioFacts.Namespace,
                Labels = { [IstioFacts.RemoteSecretLabel] = "true" },
                Annotations = { [IstioFacts.RemoteClusterAnnotation] = remote.Name },
            },
            Type = "Opaque",
            StringData = { [remote.Name] = config },
        }, Options(reader));
        RegisterOutputs();
    }

    private CustomResourceOptions Options(MeshMember member) =>
        new() { Parent = this, Provider = member.Cluster.Provider, DependsOn = { member.Istiod.ToArray() } };
}

/// <summary>What <see cref="RemoteSecret"/> needs.</summary>
public sealed record RemoteSecretArgs
{
    /// <summary>The cluster whose istiod reads.</summary>
    public required MeshMember Reader { get; init; }

    /// <summary>The cluster that it reads.</summary>
    public required MeshMember Remote { get; init; }

    /// <summary>The how-manieth token, from 1.</summary>
    public required int Generation { get; init; }
}

/// <summary>A cluster of the mesh.</summary>
/// <param name="Name">Its name in the mesh.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="Istiod">Its istiod, with which the reader's account and its rights come.</param>
public sealed record MeshMember(string Name, IKubernetesCluster Cluster, IReadOnlyList<Resource> Istiod);
