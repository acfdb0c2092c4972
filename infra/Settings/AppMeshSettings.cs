using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>AWS App Mesh, which ended on 2026-09-30.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html, read 2026-11-20.</remarks>
public sealed record AppMeshSettings
{
    [Description("The sites whose clusters are in it, all on AWS.")]
    [MinLength(1)]
    public required ImmutableArray<EntryKey> Sites { get; init; }

    [Description("What to do although AWS ended it: renderOnly shows it in the preview and stops a deployment before its first resource; deployAnyway "
        + "deploys it, which AWS is not known to answer any more.")]
    [Needed("AWS ended App Mesh on 2026-09-30: no new account gets it, and no deployment is known to work since then")]
    public required EndOfLife EndOfLife { get; init; }

    [Description("The version of the chart of its controller. Left out: 1.13.3, the one that this was made for.")]
    public PatchVersion ControllerVersion { get; init; } = PatchVersion.Parse("1.13.3")!.Value;

    [Description("A registry to take chart and images from: the chart under charts, each image under the path that it has at home. Left out: where "
        + "AWS publishes them, which needs the internet, and may end too.")]
    public RegistryPath? Mirror { get; init; }

    [Description("How many of the controller run. Left out: 2.")]
    [Range(1, 10)]
    public int Replicas { get; init; } = 2;

    [Description("Whether each proxy writes traces to X-Ray, by a daemon beside it and in X-Ray's own headers, which no other mesh reads. Left out: false.")]
    public bool Tracing { get; init; }
}

/// <summary>What to do with what its vendor has ended.</summary>
public enum EndOfLife
{
    /// <summary>It is shown and checked, and never deployed.</summary>
    RenderOnly,

    /// <summary>It is deployed all the same.</summary>
    DeployAnyway,
}
