using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.OfflineCloud;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>Evaluates small programs.</summary>
internal static class Run
{
    public const string Placeholder = "[secret mesh:psk]";

    public static PreviewedProgram Program(Action program) => new(
        "mesh",
        "dev",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["mesh:psk"] = Placeholder, ["mesh:plain"] = "word" },
        new HashSet<string>(StringComparer.Ordinal) { "mesh:psk" },
        options => new AnyStack(options, () => Placeholder, program));

    public static Task<EvaluatedProgram> OfAsync(Action program, Cloud? cloud = null) => Evaluator.RunAsync(Program(program), cloud: cloud);

    public static async Task<PlannedResource> OneAsync(string name, Action program) => (await OfAsync(program)).Named(name);

    public static PlannedResource Named(this EvaluatedProgram evaluated, string name) => evaluated.Resources.Single(r => r.Name == name);

    public static async Task<IReadOnlyList<string>> FailureOfAsync(Action program) =>
        (await Assert.ThrowsAsync<ProgramFailedException>(() => OfAsync(program))).Messages;

    /// <summary>The names at the end of some URNs.</summary>
    public static string Names(IEnumerable<string> urns) =>
        string.Join(' ', urns.Select(u => u[(u.LastIndexOf("::", StringComparison.Ordinal) + 2)..]));
}
