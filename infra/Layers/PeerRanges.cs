using System.Collections.Immutable;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>From where the meshes of other sites read a site's Kubernetes API.</summary>
internal static class PeerRanges
{
    /// <summary>The ranges of nodes and pods of every other site: those of its Services are seen by nobody else.</summary>
    public static ImmutableArray<Cidr> Of(string key, MeshSettings settings) =>
    [
        .. settings.Sites.Where(site => site.Key != key)
            .SelectMany(site => site.Value.RangesIn(settings.Addresses))
            .Where(range => !range.Key.EndsWith("services", StringComparison.Ordinal))
            .Select(range => range.Range),
    ];
}
