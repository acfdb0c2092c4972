using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A group has one role in Argo CD.</summary>
internal static class EksCapabilities
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites
        .Where(site => site.Value is AwsSite)
        .SelectMany(site => Check($"sites.{site.Key}.cluster.capabilities.argocd", ((AwsSite)site.Value).Cluster.Capabilities.Argocd));

    private static IEnumerable<Fault> Check(string path, EksArgoCdSettings? argoCd)
    {
        if (argoCd is null)
        {
            yield break;
        }

        var places = Places($"{path}.administrators", argoCd.Administrators)
            .Concat(Places($"{path}.editors", argoCd.Editors))
            .Concat(Places($"{path}.viewers", argoCd.Viewers));
        var seen = new Dictionary<IdentityCenterGroup, string>();
        foreach (var (group, place) in places)
        {
            if (!seen.TryAdd(group, place))
            {
                yield return new Fault(place, $"must stand once, and {seen[group]} names it too", group.ToString(), "keep one");
            }
        }
    }

    private static IEnumerable<(IdentityCenterGroup Group, string Place)> Places(string path, ImmutableArray<IdentityCenterGroup> groups) =>
        groups.Select((group, index) => (group, $"{path}[{index}]"));
}
