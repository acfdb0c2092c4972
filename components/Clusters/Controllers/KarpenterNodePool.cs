using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Which machines Karpenter may bring for pods that have none, how many, and when it may take them away.</summary>
/// <remarks>Source: https://karpenter.sh/docs/concepts/nodepools/, kind NodePool of karpenter.sh/v1, read 2026-11-21.</remarks>
public sealed class KarpenterNodePool(string name, KarpenterNodePoolArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="KarpenterNodePool"/> as it is asked for.</summary>
public sealed class KarpenterNodePoolArgs() : CustomResourceArgs("karpenter.sh/v1", "NodePool")
{
    [Input("spec", required: true)]
    public Input<NodePoolSpecArgs> Spec { get; set; } = null!;
}

/// <summary>What a pool is like.</summary>
public sealed class NodePoolSpecArgs : ResourceArgs
{
    [Input("template", required: true)]
    public Input<NodeTemplateArgs> Template { get; set; } = null!;

    /// <summary>The most of each resource in all nodes together: <c>cpu</c>, <c>memory</c>.</summary>
    [Input("limits", required: true)]
    public InputMap<string> Limits { get; set; } = new();

    [Input("disruption", required: true)]
    public Input<DisruptionArgs> Disruption { get; set; } = null!;
}

/// <summary>What every node of a pool is made from.</summary>
public sealed class NodeTemplateArgs : ResourceArgs
{
    [Input("spec", required: true)]
    public Input<NodeTemplateSpecArgs> Spec { get; set; } = null!;
}

/// <summary>What every node of a pool is like.</summary>
public sealed class NodeTemplateSpecArgs : ResourceArgs
{
    [Input("nodeClassRef", required: true)]
    public Input<NodeClassRefArgs> NodeClassRef { get; set; } = null!;

    [Input("requirements", required: true)]
    public InputList<RequirementArgs> Requirements { get; set; } = new();

    /// <summary>How long a node lives at most: <c>720h</c>.</summary>
    [Input("expireAfter", required: true)]
    public Input<string> ExpireAfter { get; set; } = null!;
}

/// <summary>The class of a pool's machines.</summary>
public sealed class NodeClassRefArgs : ResourceArgs
{
    [Input("group", required: true)]
    public Input<string> Group { get; set; } = null!;

    [Input("kind", required: true)]
    public Input<string> Kind { get; set; } = null!;

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

/// <summary>What a machine must be to be chosen.</summary>
public sealed class RequirementArgs : ResourceArgs
{
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    [Input("operator", required: true)]
    public Input<string> Operator { get; set; } = null!;

    [Input("values", required: true)]
    public InputList<string> Values { get; set; } = new();

    /// <summary>One of these values.</summary>
    internal static RequirementArgs In(string key, params ImmutableArray<string> values) =>
        new() { Key = key, Operator = "In", Values = values };
}

/// <summary>When nodes may be taken away.</summary>
public sealed class DisruptionArgs : ResourceArgs
{
    [Input("consolidationPolicy", required: true)]
    public Input<string> ConsolidationPolicy { get; set; } = null!;

    /// <summary>For how long a node must have been of little use: <c>1m</c>.</summary>
    [Input("consolidateAfter", required: true)]
    public Input<string> ConsolidateAfter { get; set; } = null!;

    [Input("budgets", required: true)]
    public InputList<DisruptionBudgetArgs> Budgets { get; set; } = new();
}

/// <summary>How many nodes may go at once.</summary>
public sealed class DisruptionBudgetArgs : ResourceArgs
{
    /// <summary>A share of the pool: <c>10%</c>.</summary>
    [Input("nodes", required: true)]
    public Input<string> Nodes { get; set; } = null!;
}
