using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Probe;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The latency probe of a stack: from its settings to a load balancer on each site that measures, and to pods that ask each other's.</summary>
internal static class ProbeLayer
{
    public static void Make(ProbeSettings probe, MeshSettings settings, MeshPlaces places, GatewayBalancers balancers, MeshLayer mesh)
    {
        var sites = ProbePlan.SitesOf(settings);
        var doors = sites.ToImmutableSortedDictionary(site => site, balancers.Probe, StringComparer.Ordinal);
        foreach (var site in sites)
        {
            _ = new LatencyProbe($"{site}-probe", new()
            {
                Cluster = places.All[site].Cluster,
                Site = site,
                MeshAccount = mesh.AccountOf(site, ProbePlan.NameOf(site)),
                Balancer = doors[site],
                Callers = ProbePlan.CallersOf(site, settings),
                Targets = [.. ProbePlan.TargetsOf(site, settings).Select(target => new ProbeTarget(target, ProbePlan.NameOf(target).Host, doors[target].Addresses))],
                CallsPerSecond = probe.CallsPerSecond,
                Buckets = ProbePlan.BucketsOf(settings),
                Image = ProbeFacts.ImageOf(probe.Version.ToString(), probe.Mirror?.ToString()),
            });
        }
    }
}
