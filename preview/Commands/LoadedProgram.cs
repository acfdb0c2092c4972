using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Evaluation;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>Finds the program of a stack in a project.</summary>
/// <param name="projectRoot">The folder of <c>Pulumi.yaml</c>.</param>
/// <param name="stack">Name of the stack.</param>
public delegate LoadedProgram ProgramLoader(string projectRoot, string stack);

/// <summary>The program of a stack, or why there is none.</summary>
/// <param name="Program">Null where there are faults.</param>
/// <param name="Faults">Each one line: place, rule, value, cure.</param>
/// <param name="NotConsulted">What the stack would take from elsewhere.</param>
public sealed record LoadedProgram(PreviewedProgram? Program, IReadOnlyList<string> Faults, IReadOnlyList<string> NotConsulted)
{
    /// <summary>The findings that the stack's owners accept.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>How much its owners take to be used in a month.</summary>
    public AssumedUse Use { get; init; } = AssumedUse.None;

    /// <summary>The file that its settings stand in, from the project's root; null where they are in none.</summary>
    public string? StackFile { get; init; }

    /// <summary>What its mesh is to do; null where it has none.</summary>
    public MeshPolicy? Policy { get; init; }

    /// <summary>The same stack with its clusters of App Mesh on Istio; null where it has none.</summary>
    public Func<StackMove>? OnIstio { get; init; }
}
