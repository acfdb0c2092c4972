using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of the mesh: who reads whom, and from where.</summary>
public static class MeshPlan
{
    /// <summary>The kind of mesh that a site runs: machines of a data centre run Envoy by itself, clusters Istio or App Mesh.</summary>
    public static PolicyTargets KindOf(string site, MeshSettings settings) => settings.Sites.GetValueOrDefault(site) switch
    {
        OnPremisesSite => PolicyTargets.Envoy,
        _ when settings.Mesh?.AppMesh is { } appMesh && appMesh.Sites.Any(each => each.ToString() == site) => PolicyTargets.AppMesh,
        _ => PolicyTargets.Istio,
    };

    /// <summary>The sites on Istio that a link joins with this one, if it is on Istio too, in the order of their keys.</summary>
    public static ImmutableSortedSet<string> PeersOf(string site, MeshSettings settings) => settings.Links.Values
        .Select(link => link.Sites.Select(end => end.ToString()).ToArray())
        .Where(ends => ends.Contains(site, StringComparer.Ordinal) && ends.All(end => IsOnIstio(end, settings)))
        .SelectMany(ends => ends)
        .Where(peer => peer != site)
        .ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The ports at which the sites of a link call each other's Istio, both ways; none where one of them is in App Mesh, which has no gateway that listens there.</summary>
    public static ImmutableArray<CalledPort> PortsOf(LinkSettings link, MeshSettings settings) =>
        link.Sites.Any(site => KindOf(site.ToString(), settings) is PolicyTargets.AppMesh) ? [] : LinkPorts.All;

    /// <summary>The nodes and pods of those sites, who call what is behind the gateway.</summary>
    public static ImmutableArray<Cidr> CallersOf(string site, MeshSettings settings) =>
        [.. PeersOf(site, settings).SelectMany(peer => LinkPlan.Reachable(settings.Sites[peer], settings.Addresses)).Distinct().Order()];

    /// <summary>The sites whose istiods reach the API of an EKS cluster at its public address, by addresses of NAT that never change.</summary>
    public static IEnumerable<string> PublicReadersOf(string key, AwsSite site, MeshSettings settings) =>
        settings.Mesh?.Istio is null || site.Cluster.Api.Access == ApiAccess.Private ? [] : PeersOf(key, settings).Where(peer => settings.Sites[peer] is GcpSite);

    private static bool IsOnIstio(string site, MeshSettings settings) => settings.Sites.ContainsKey(site) && KindOf(site, settings) is PolicyTargets.Istio;
}
