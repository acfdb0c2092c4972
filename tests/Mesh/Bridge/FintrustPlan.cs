using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Mesh.Bridge;

/// <summary>The plan of the shipped fintrust stack, which has both kinds of mesh, evaluated once for all tests.</summary>
/// <remarks>Only for tests of the collection <see cref="Evaluations"/>.</remarks>
public sealed class FintrustPlan : IAsyncLifetime
{
    private static PlanDocument? evaluated;
    private PlanDocument? plan;

    public PlanDocument Plan => plan!;

    public async Task InitializeAsync() => plan = evaluated ??= await EvaluateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public IEnumerable<PlannedResource> Of(string type) => Plan.Resources.Where(resource => resource.Type == type);

    public PlannedResource One(string type, string name) => Assert.Single(Plan.Resources, resource => resource.Type == type && resource.Name == name);

    private static async Task<PlanDocument> EvaluateAsync()
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        await PreviewCommand.RunAsync(
            ["fintrust", "--format", "json"],
            new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load);
        Assert.Equal("", error.ToString());
        return PlanReader.Read(output.ToArray());
    }
}
