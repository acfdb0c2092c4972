using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>A Pulumi program, and what it is run with.</summary>
/// <param name="Project">Name of the project, as in <c>Pulumi.yaml</c>.</param>
/// <param name="Stack">Short name of the stack.</param>
/// <param name="Config">Configuration by full key, <c>ns:key</c>, as the Pulumi CLI hands it to a program.</param>
/// <param name="SecretKeys">Keys of <paramref name="Config"/> whose values are secret; their texts are placeholders.</param>
/// <param name="NewStack">Makes the program's stack with the given options; called once for each run.</param>
public sealed record PreviewedProgram(
    string Project,
    string Stack,
    IReadOnlyDictionary<string, string> Config,
    IReadOnlySet<string> SecretKeys,
    Func<StackOptions, Stack> NewStack);
