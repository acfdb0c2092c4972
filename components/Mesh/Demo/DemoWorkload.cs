using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;

namespace CrossCloudMesh.Mesh.Demo;

/// <summary>Answers for every service of one cluster, until there are real ones.</summary>
/// <remarks>Makes 1 <see cref="DemoService"/> for each service that has an account in the cluster.</remarks>
public sealed class DemoWorkload : ComponentResource
{
    public const string Token = "infra:mesh:DemoWorkload";

    public DemoWorkload(string name, DemoWorkloadArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        foreach (var service in args.Policy.Services.Where(service => args.Accounts.ContainsKey(service.Name)).OrderBy(service => $"{service.Name}", StringComparer.Ordinal))
        {
            _ = new DemoService($"{name}-{service.Name.Name}.{service.Name.Namespace}", new()
            {
                Cluster = args.Cluster,
                Policy = args.Policy,
                Service = service,
                Account = args.Accounts[service.Name],
                Image = args.Image,
                Replicas = args.Replicas,
                CallsPerSecond = args.CallsPerSecond,
            }, new() { Parent = this });
        }

        RegisterOutputs();
    }
}

/// <summary>What <see cref="DemoWorkload"/> needs.</summary>
public sealed record DemoWorkloadArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The policy of the whole mesh.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>The services that run in the cluster, each with the account of its pods.</summary>
    public required ImmutableDictionary<ServiceName, ServiceAccount> Accounts { get; init; }

    /// <inheritdoc cref="DemoServiceArgs.Image"/>
    public required string Image { get; init; }

    /// <inheritdoc cref="DemoServiceArgs.Replicas"/>
    public required int Replicas { get; init; }

    /// <inheritdoc cref="DemoServiceArgs.CallsPerSecond"/>
    public required int CallsPerSecond { get; init; }
}
