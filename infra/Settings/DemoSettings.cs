using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Pods that answer for the services of the mesh, and call one another, until there are real ones.</summary>
public sealed record DemoSettings
{
    [Description("The version of Fortio, which answers and calls. It comes from mesh.istio.mirror, as fortio/fortio, or else from Docker Hub.")]
    public required PatchVersion Version { get; init; }

    [Description("How many pods of each version of a service run in each of its clusters. Left out: 1.")]
    [Range(1, 10)]
    public int Replicas { get; init; } = 1;

    [Description("How often in a second each pod calls each service that it may call. Left out: 1.")]
    [Range(1, 100)]
    public int CallsPerSecond { get; init; } = 1;
}
