using System.Collections.Immutable;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>From where a site's Kubernetes API is reached inside the networks.</summary>
internal static class PeerRanges
{
    /// <summary>
    /// The nodes and pods of every linked site, whose mesh reads the API, and the ranges that the cluster names; those of Services are
    /// seen by nobody else.
    /// </summary>
    public static ImmutableArray<Cidr> Of(string key, AwsSite site, MeshSettings settings) =>
    [
        .. settings.Links.Values.Select(link => link.Sites.Select(end => end.ToString()).ToArray())
            .Where(ends => ends.Contains(key, StringComparer.Ordinal))
            .SelectMany(ends => ends)
            .Where(peer => peer != key && settings.Sites[peer] is not OnPremisesSite)
            .SelectMany(peer => settings.Sites[peer].RangesIn(settings.Addresses))
            .Where(range => !range.Key.EndsWith("services", StringComparison.Ordinal))
            .Select(range => range.Range)
            .Concat(site.Cluster.Api.From)
            .Distinct(),
    ];
}
