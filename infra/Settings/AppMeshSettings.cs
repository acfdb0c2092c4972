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
    public required EndOfLife EndOfLife { get; init; }
}

/// <summary>What to do with what its vendor has ended.</summary>
public enum EndOfLife
{
    /// <summary>It is shown and checked, and never deployed.</summary>
    RenderOnly,

    /// <summary>It is deployed all the same.</summary>
    DeployAnyway,
}
