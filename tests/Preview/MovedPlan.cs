using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The shipped fintrust stack before and after its move to Istio, each evaluated once for all tests.</summary>
/// <remarks>Only for tests of the collection <see cref="Evaluations"/>.</remarks>
public sealed class MovedPlan : IAsyncLifetime
{
    private static (PlanDocument Before, PlanDocument After)? evaluated;

    public PlanDocument Before { get; private set; } = null!;

    public PlanDocument After { get; private set; } = null!;

    /// <summary>What says which service is of which mesh, before.</summary>
    public MeshPolicy Policy { get; } = MeshProgram.Load(ProjectRoot.Path, "fintrust").Policy!;

    /// <summary>The same, after.</summary>
    public MeshPolicy PolicyAfter => Move.After.Policy!;

    public StackMove Move { get; } = MeshProgram.Load(ProjectRoot.Path, "fintrust").OnIstio!();

    public async Task InitializeAsync() => (Before, After) = evaluated ??= (
        await PreviewRun.FirstUpdateAsync(MeshProgram.Load(ProjectRoot.Path, "fintrust")),
        await PreviewRun.FirstUpdateAsync(Move.After));

    public Task DisposeAsync() => Task.CompletedTask;
}
