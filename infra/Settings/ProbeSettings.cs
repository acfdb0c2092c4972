using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Pods that measure how long a call between clusters takes, by the mesh and beside it.</summary>
public sealed record ProbeSettings
{
    internal const int MostCallsPerSecond = 10;

    [Description("The version of Cloudprober, which asks and answers.")]
    public required PatchVersion Version { get; init; }

    [Description("A registry that has its image, as cloudprober/cloudprober. Left out: where it is published, which needs the internet.")]
    public RegistryPath? Mirror { get; init; }

    [Description("The sites that measure, each to those others that a link joins it with. Left out: all clusters of Istio that a link joins.")]
    [MinLength(2)]
    public ImmutableArray<EntryKey>? Sites { get; init; }

    [Description("How often in a second each asks each other, by each of the two ways. A call has until the next one. Left out: 2.")]
    [Range(1, MostCallsPerSecond)]
    public int CallsPerSecond { get; init; } = 2;
}
