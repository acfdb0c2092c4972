using System.ComponentModel;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What may be deleted.</summary>
public sealed record LifecycleSettings
{
    [Description("Whether clusters, networks and keys refuse to be deleted or replaced, by Pulumi and by the cloud itself. "
        + "Set it to false, and deploy once, before a stack is taken down.")]
    public required bool Protect { get; init; }
}
