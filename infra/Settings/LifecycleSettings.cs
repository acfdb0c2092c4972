using System.Collections.Immutable;
using System.ComponentModel;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What may be deleted, and what is there already.</summary>
public sealed record LifecycleSettings
{
    [Description("Whether clusters, networks and keys refuse to be deleted or replaced, by Pulumi and by the cloud itself. "
        + "Set it to false, and deploy once, before a stack is taken down.")]
    public required bool Protect { get; init; }

    [Description("Whether what runs in a cluster that cannot be reached any more counts as gone, so that a stack can be taken down "
        + "after its cluster. Only where protect is false.")]
    public bool Teardown { get; init; }

    [Description("What exists already and is taken under management: the name of the resource, or its type and name, to the id that "
        + "its cloud knows it by. An entry does nothing once it has been deployed.")]
    [Keys<LogicalName>]
    public ImmutableSortedDictionary<string, PlainText> Adopt { get; init; } = ImmutableSortedDictionary.Create<string, PlainText>(StringComparer.Ordinal);
}
