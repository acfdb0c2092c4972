using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Mesh.Probe;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of the latency probe: who measures to whom, and what must be open for it.</summary>
public static class ProbePlan
{
    /// <summary>The sites that measure, in the order of their keys; none where there is no probe.</summary>
    public static ImmutableSortedSet<string> SitesOf(MeshSettings settings) => settings.Observability?.Probe is { } probe
        ? Chosen(probe, settings).Where(site => MeshPlan.PeersOf(site, settings).Overlaps(Chosen(probe, settings))).ToImmutableSortedSet(StringComparer.Ordinal)
        : [];

    /// <summary>The sites that a site measures to.</summary>
    public static ImmutableSortedSet<string> TargetsOf(string site, MeshSettings settings)
    {
        var sites = SitesOf(settings);
        return sites.Contains(site) ? MeshPlan.PeersOf(site, settings).Intersect(sites) : [];
    }

    /// <summary>The ranges of those sites, which call the site in their turn: nodes and pods.</summary>
    public static ImmutableArray<Cidr> CallersOf(string site, MeshSettings settings) =>
        [.. TargetsOf(site, settings).SelectMany(peer => LinkPlan.Reachable(settings.Sites[peer], settings.Addresses)).Distinct().Order()];

    /// <summary>The port at which a site is called over a link beside the mesh; none where one of its ends does not measure.</summary>
    public static ImmutableArray<CalledPort> PortsOf(string site, LinkSettings link, MeshSettings settings) =>
        link.Sites.Any(other => TargetsOf(site, settings).Contains(other.ToString())) ? [LinkPorts.Probe] : [];

    /// <summary>The port at which a site is called over any of its links beside the mesh.</summary>
    public static ImmutableArray<CalledPort> PortsOf(string site, MeshSettings settings) => TargetsOf(site, settings).IsEmpty ? [] : [LinkPorts.Probe];

    /// <summary>What answers on a site, by its name in the mesh.</summary>
    public static ServiceName NameOf(string site) => new(KubernetesNamespace.Parse(ProbeFacts.MeshNamespace)!.Value, KubernetesNamespace.Parse(site)!.Value);

    /// <summary>What the mesh is to do for the probe: one service for each site, as it must be known which of them answered. A call is made once.</summary>
    public static IEnumerable<ServicePolicy> ServicesOf(MeshSettings settings) => SitesOf(settings).Select(site => new ServicePolicy
    {
        Name = NameOf(site),
        Sites = [site],
        Protocol = ServiceProtocol.Http,
        Port = ProbeFacts.MeshPort,
        TimeoutMs = ProbeProgram.IntervalMs(settings.Observability!.Probe!.CallsPerSecond),
        Callers = [.. TargetsOf(site, settings).Select(NameOf)],
    });

    /// <summary>The edges at which times are counted, on both ways alike.</summary>
    public static LatencyBuckets BucketsOf(MeshSettings settings) => new() { Edges = settings.Observability?.Alarms?.LatencyBucketsMs ?? LatencyBuckets.Usual };

    /// <summary>Who measures to whom, with the least time that light in a cable needs.</summary>
    public static ImmutableArray<ProbedPair> PairsOf(MeshSettings settings) =>
    [
        .. SitesOf(settings).SelectMany(from => TargetsOf(from, settings).Select(to => new ProbedPair(from, to, FloorMs(from, to, settings)))),
    ];

    /// <summary>That time, there and back, in milliseconds; null where it is not known where a region is.</summary>
    internal static double? FloorMs(string from, string to, MeshSettings settings) => RegionPlaces.FloorMs(SloPlan.RegionOf(from, settings), SloPlan.RegionOf(to, settings));

    private static ImmutableSortedSet<string> Chosen(ProbeSettings probe, MeshSettings settings) =>
        (probe.Sites?.Select(site => site.ToString()) ?? settings.Sites.Keys).ToImmutableSortedSet(StringComparer.Ordinal);
}
