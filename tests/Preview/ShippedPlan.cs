using System.Collections.Concurrent;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The plans of the shipped stacks, each evaluated once for all tests.</summary>
/// <remarks>Only for tests of the collection <see cref="Evaluations"/>.</remarks>
internal static class ShippedPlan
{
    private static readonly ConcurrentDictionary<string, PlanDocument> Evaluated = new(StringComparer.Ordinal);

    public static async Task<PlanDocument> OfAsync(string stack)
    {
        if (Evaluated.TryGetValue(stack, out var known))
        {
            return known;
        }

        using var output = new MemoryStream();
        await PreviewCommand.RunAsync(
            [stack, "--format", "json"],
            new() { Out = output, Error = TextWriter.Null, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load);
        return Evaluated.GetOrAdd(stack, PlanReader.Read(output.ToArray()));
    }
}
