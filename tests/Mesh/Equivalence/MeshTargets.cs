namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>Every kind of mesh that has a renderer and a lifter; one more is one line here.</summary>
internal static class MeshTargets
{
    private static readonly IMeshTarget[] All = [new IstioTarget(), new AppMeshTarget(), new EnvoyTarget()];

    public static IEnumerable<IMeshTarget> Each => All;

    public static TheoryData<string> Names => [.. All.Select(target => $"{target.Kind}")];

    public static IMeshTarget Named(string name) => All.Single(target => $"{target.Kind}" == name);
}
