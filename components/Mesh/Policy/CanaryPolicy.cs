using System.Collections.Immutable;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>How requests come to be shared out among versions, a step at a time.</summary>
public sealed record CanaryPolicy
{
    /// <summary>The most versions that a step can name: App Mesh's limit.</summary>
    public const int MostTargets = 10;

    /// <summary>The most steps: who needs more has a program that moves them.</summary>
    public const int MostSteps = 10;

    /// <summary>What the weights of a step sum to.</summary>
    public const int WholeWeight = 100;

    /// <summary>By step, the weight of each version in percent; a version is the label <c>version</c> of its pods. Each step sums to 100.</summary>
    public required ImmutableArray<ImmutableSortedDictionary<string, int>> Steps { get; init; }

    /// <summary>The step that holds now, counted from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The weights that hold now.</summary>
    public ImmutableSortedDictionary<string, int> Weights => Steps[Step - 1];

    /// <summary>Every version of any step, in order: each needs its pods from the first step to the last.</summary>
    public ImmutableArray<string> Versions =>
        [.. Steps.SelectMany(step => step.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
