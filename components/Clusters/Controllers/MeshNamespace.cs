using System.Globalization;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Makes the namespace that a mesh is installed into, with what Istio asks of it beforehand.</summary>
/// <remarks>
/// Makes 1 object, the namespace; and on GKE a quota beside it, without which node agents are not admitted there. Without workloads both
/// are at rest: a cluster is ready for a mesh, and has none.
/// </remarks>
public sealed class MeshNamespace : ComponentResource
{
    public const string Token = "infra:clusters:MeshNamespace";

    [Output("namespaceName")] public Output<string> NamespaceName { get; }

    /// <summary>What must be there before anything of the mesh.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public MeshNamespace(string name, MeshNamespaceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var space = new Namespace(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = IstioFacts.Namespace, Labels = { [IstioFacts.NetworkLabel] = args.Network } },
        }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Cluster.Ready.ToArray() } });
        NamespaceName = space.Metadata.Apply(metadata => metadata.Name);
        Ready = args.NeedsQuota ? [space, MakeQuota(name, args)] : [space];
        RegisterOutputs();
    }

    private ResourceQuota MakeQuota(string name, MeshNamespaceArgs args) => new(name, new()
    {
        Metadata = new ObjectMetaArgs { Name = "critical-pods", Namespace = NamespaceName },
        Spec = new ResourceQuotaSpecArgs
        {
            Hard = { ["pods"] = IstioFacts.CriticalPods.ToString(CultureInfo.InvariantCulture) },
            ScopeSelector = new ScopeSelectorArgs
            {
                MatchExpressions =
                {
                    new ScopedResourceSelectorRequirementArgs
                    {
                        ScopeName = "PriorityClass",
                        Operator = "In",
                        Values = { IstioFacts.NodeAgentPriorityClass },
                    },
                },
            },
        },
    }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Cluster.Ready.ToArray() } });
}

/// <summary>What <see cref="MeshNamespace"/> needs.</summary>
public sealed record MeshNamespaceArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The name of the network that the cluster's pods are in: no two clusters have the same, since none reaches another's pods.</summary>
    public required string Network { get; init; }

    /// <summary>Whether the cloud admits critical pods only where a quota says so.</summary>
    public required bool NeedsQuota { get; init; }
}
