using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.Policy;
using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace CrossCloudMesh.Mesh.Demo;

/// <summary>Answers for one service in one cluster, and calls what it may call, so that a prototype has traffic.</summary>
/// <remarks>
/// Makes 1 Deployment for each version that any step of the canary names, or 1 for <c>v1</c> without a canary; with more than one replica, 1
/// PodDisruptionBudget for each. The namespace of the service must join its pods to the mesh. Nobody waits for pods: they may wait for nodes,
/// and a call that fails is made again.
/// </remarks>
public sealed class DemoService : ComponentResource
{
    public const string Token = "infra:mesh:DemoService";

    private const string OnlyVersion = "v1";

    public DemoService(string name, DemoServiceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var deployOptions = new CustomResourceOptions { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Account } };
        foreach (var version in VersionsOf(args.Service))
        {
            var child = $"{name}.{version}";
            var pods = new InputMap<string> { ["app"] = $"{args.Service.Name.Name}", ["version"] = version };
            MakeDeployment(child, version, pods, args, deployOptions);
            if (args.Replicas > 1)
            {
                MakeBudget(child, version, pods, args, deployOptions);
            }
        }

        RegisterOutputs();
    }

    /// <summary>The versions that it has pods of, in order.</summary>
    public static ImmutableArray<string> VersionsOf(ServicePolicy service) => service.Canary?.Versions ?? [OnlyVersion];

    /// <summary>What is made of a version is called: <c>orders-v1</c>.</summary>
    public static string NameOf(ServicePolicy service, string version) => $"{service.Name.Name}-{version}";

    private static void MakeDeployment(string name, string version, InputMap<string> pods, DemoServiceArgs args, CustomResourceOptions options) => _ = new Deployment(name, new()
    {
        Metadata = new ObjectMetaArgs
        {
            Name = NameOf(args.Service, version),
            Namespace = $"{args.Service.Name.Namespace}",
            Labels = pods,
            Annotations = { ["pulumi.com/skipAwait"] = "true" },
        },
        Spec = new DeploymentSpecArgs
        {
            Replicas = args.Replicas,
            Selector = new LabelSelectorArgs { MatchLabels = pods },
            Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = pods }, Spec = DemoPod.Of(args) },
        },
    }, options);

    private static void MakeBudget(string name, string version, InputMap<string> pods, DemoServiceArgs args, CustomResourceOptions options) => _ = new PodDisruptionBudget(name, new()
    {
        Metadata = new ObjectMetaArgs { Name = NameOf(args.Service, version), Namespace = $"{args.Service.Name.Namespace}" },
        Spec = new PodDisruptionBudgetSpecArgs { MaxUnavailable = 1, Selector = new LabelSelectorArgs { MatchLabels = pods } },
    }, options);
}

/// <summary>What <see cref="DemoService"/> needs.</summary>
public sealed record DemoServiceArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The policy of the whole mesh, which tells what the service calls.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>One of its services, which runs in the cluster.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>The service's account, without which there are no pods.</summary>
    public required ServiceAccount Account { get; init; }

    /// <summary>The image of the program, with its tag.</summary>
    public required string Image { get; init; }

    /// <summary>How many pods of each version, 1 or more.</summary>
    public required int Replicas { get; init; }

    /// <summary>How often each pod calls each service that it may call, 1 or more.</summary>
    public required int CallsPerSecond { get; init; }
}
