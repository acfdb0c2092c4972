using System.Text.Json.Nodes;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using FsCheck;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>A kind of mesh, held to the one rule for all of them: what is rendered for it, and read back, is what the policy asks for.</summary>
internal interface IMeshTarget
{
    /// <summary>The one kind.</summary>
    PolicyTargets Kind { get; }

    /// <summary>Policies at random, of whatever the kind can do.</summary>
    Gen<MeshPolicy> Policies { get; }

    /// <summary>Those of them that are small enough to change every field of what is rendered.</summary>
    Gen<MeshPolicy> Small { get; }

    /// <summary>Policies that the kind cannot do: by a name, one of them and the sentence that it is refused with.</summary>
    IReadOnlyDictionary<string, (MeshPolicy Policy, string Sentence)> Refused { get; }

    /// <summary>Renders policies, each wholly for this kind and apart from the others, by the component that a stack uses.</summary>
    Task<IReadOnlyList<IReadOnlyList<RenderedObject>>> RenderAsync(IReadOnlyList<MeshPolicy> policies);

    /// <summary>Reads back what one policy was rendered to.</summary>
    MeshReading Lift(IReadOnlyList<RenderedObject> objects);

    /// <summary>Why a change of a field may do nothing; null where it must not.</summary>
    /// <param name="change">What is changed.</param>
    /// <param name="objects">All that the policy was rendered to.</param>
    string? WhyIdle(FieldChange change, IReadOnlyList<RenderedObject> objects);
}

/// <summary>A part of what a policy was rendered to.</summary>
/// <param name="Place">Where it holds: the key of a cluster, or of a machine.</param>
/// <param name="Content">What it says.</param>
internal sealed record RenderedObject(string Place, JsonNode Content);

/// <summary>What a lifter read: a form, or else why there is none.</summary>
internal sealed record MeshReading(MeshForm? Form, IReadOnlyList<string> Faults);
