using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings where services of one kind of mesh call those of another: where a bridge has its ends, and who passes.</summary>
public static class BridgePlan
{
    /// <summary>The sites at which calls of another kind of mesh come in, in the order of their keys.</summary>
    public static ImmutableArray<string> Ends(MeshSettings settings) => [.. settings.Sites.Keys.Where(site => !ExportsOf(site, settings).IsEmpty)];

    /// <summary>The services that run on a site and are called over a link from another kind of mesh.</summary>
    public static ImmutableArray<ServicePolicy> ExportsOf(string site, MeshSettings settings) => ServicePlan.PolicyOf(settings) is { } policy && policy.KindOf(site) is not PolicyTargets.Envoy
        ? [.. policy.Services.Where(service => RunsOn(service, site) && CallersOf(service, site, policy, settings).Any())]
        : [];

    /// <summary>The services of another kind of mesh that are called from a site, each with the ends by which it is reached from there.</summary>
    public static ImmutableArray<(ServicePolicy Service, ImmutableArray<BridgeEnd> Ends)> ImportsOf(string site, MeshSettings settings) => ServicePlan.PolicyOf(settings) is { } policy
        ?
        [
            .. policy.Services
                .Where(service => policy.IsBeyond(service, site) && policy.ForeignCallers(service).Any(caller => RunsOn(caller, site)))
                .Select(service => (service, service.Sites.Where(there => Joins(site, there, settings)).Select(there => BridgeEnd.Of(policy, there)).ToImmutableArray())),
        ]
        : [];

    /// <summary>How a cluster of App Mesh and what is outside it reach each other; null where they need not.</summary>
    public static AppMeshBridge? OfAppMesh(string site, MeshSettings settings)
    {
        var imports = ImportsOf(site, settings);
        return ServicePlan.PolicyOf(settings) is not { } policy || (imports.IsEmpty && ExportsOf(site, settings).IsEmpty) ? null : new()
        {
            Identity = BridgeEnd.Of(policy, site).Identity,
            Servers = imports.Where(each => !each.Ends.IsEmpty)
                .ToImmutableSortedDictionary(each => each.Service.Name.Host, each => each.Ends.Select(end => end.Host.ToString()).ToImmutableArray(), StringComparer.Ordinal),
        };
    }

    /// <summary>The sites that call through the end of a site.</summary>
    public static ImmutableSortedSet<string> SitesBefore(string site, MeshSettings settings) => ServicePlan.PolicyOf(settings) is { } policy
        ? ExportsOf(site, settings).SelectMany(service => CallersOf(service, site, policy, settings)).ToImmutableSortedSet(StringComparer.Ordinal)
        : [];

    /// <summary>The nodes and pods of those sites.</summary>
    public static ImmutableArray<Cidr> RangesBefore(string site, MeshSettings settings) =>
        [.. SitesBefore(site, settings).SelectMany(before => LinkPlan.Reachable(settings.Sites[before], settings.Addresses)).Distinct().Order()];

    /// <summary>The port at which a site is called over a link from another kind of mesh; none where nobody there calls.</summary>
    public static ImmutableArray<CalledPort> PortsOf(string site, LinkSettings link, MeshSettings settings) =>
        link.Sites.Any(other => SitesBefore(site, settings).Contains(other.ToString())) ? [LinkPorts.Bridge] : [];

    /// <summary>The port at which a site is called over any of its links from another kind of mesh.</summary>
    public static ImmutableArray<CalledPort> PortsOf(string site, MeshSettings settings) => SitesBefore(site, settings).IsEmpty ? [] : [LinkPorts.Bridge];

    private static IEnumerable<string> CallersOf(ServicePolicy service, string site, MeshPolicy policy, MeshSettings settings) =>
        policy.ForeignCallers(service).SelectMany(caller => caller.Sites).Where(from => Joins(from, site, settings));

    private static bool RunsOn(ServicePolicy service, string site) => service.Sites.Contains(site, StringComparer.Ordinal);

    internal static bool Joins(string one, string other, MeshSettings settings) =>
        settings.Links.Values.Select(link => link.Sites.Select(end => end.ToString()).ToArray()).Any(ends => ends.Contains(one) && ends.Contains(other));
}
