using System.Collections.Immutable;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the private names of sites: over which links they pass, and where the doors for them stand.</summary>
public static class DnsPlan
{
    /// <summary>How many zones hold the endpoints of a resolver: as few as AWS takes, as each address costs.</summary>
    private const int Zones = 2;

    /// <summary>Whether names pass over a link: it joins a site of each cloud, and both have names.</summary>
    public static bool Passes(LinkSettings link, MeshSettings settings) =>
        LinkPlan.AwsEnd(link, settings) is { Value.Dns: not null } && LinkPlan.GoogleEnd(link, settings) is { Value.Dns: not null };

    /// <summary>Whether names pass over any link of a site.</summary>
    public static bool Forwards(string site, MeshSettings settings) =>
        settings.Links.Values.Any(link => link.Sites.Any(end => end.ToString() == site) && Passes(link, settings));

    /// <summary>The zones of the resolver's endpoints, by slot: a zone that comes later moves none of them.</summary>
    public static ImmutableArray<string> ResolverZones(AwsSite site) => [.. site.Zones.OrderBy(zone => zone.Value).Take(Zones).Select(zone => zone.Key)];
}
