using System.Collections.Immutable;
using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Mesh.Probe;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The probe has somebody to measure to, a mesh to do it by, time enough, and somebody who takes what it measured.</summary>
internal static class Probes
{
    private const string At = "observability.probe";

    /// <summary>How much longer cables are than the way of light, at most, as far as is measured between regions.</summary>
    private const double LongestCable = 2;

    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Observability?.Probe is not { } probe ? [] :
    [
        .. Needs(settings),
        .. (probe.Sites ?? []).SelectMany((site, index) => Site($"{At}.sites[{index}]", site.ToString(), settings)),
        .. Somebody(probe, settings),
        .. Rate(probe, settings),
        .. Images(probe, settings),
        .. Namespaces(settings),
    ];

    private static IEnumerable<Fault> Needs(MeshSettings settings)
    {
        if (settings.Mesh?.Istio is null)
        {
            yield return new Fault(At, "needs mesh.istio, by which it calls on one of its two ways", Cure: $"add mesh.istio, or remove {At}");
        }

        if (settings.Observability!.Telemetry is null)
        {
            yield return new Fault(At, "needs observability.telemetry, whose collectors take what it measures", Cure: $"add it, or remove {At}");
        }
    }

    private static IEnumerable<Fault> Site(string path, string key, MeshSettings settings)
    {
        var fault = settings.Sites.GetValueOrDefault(key) switch
        {
            null => new Fault(path, "is not a site of sites", key, Wrong.MeantOrKnown(key, [.. settings.Sites.Keys])),
            OnPremisesSite => new Fault(path, "is a data centre, and the probe runs in clusters", key, "leave it out"),
            _ when MeshPlan.KindOf(key, settings) is PolicyTargets.AppMesh => new Fault(
                path, "is of App Mesh, whose end leaves nobody to measure for: the probe calls by Istio", key, "leave it out, or move the site to Istio"),
            _ => null,
        };
        if (fault is not null)
        {
            yield return fault;
        }
        else if (settings.Mesh?.Istio is not null && !ProbePlan.SitesOf(settings).Contains(key))
        {
            yield return new Fault(path, "has nobody to measure to: no link joins it with another of the list", key, "leave it out, or add the site at the other end of one of its links");
        }
    }

    private static IEnumerable<Fault> Somebody(ProbeSettings probe, MeshSettings settings)
    {
        if (probe.Sites is null && settings.Mesh?.Istio is not null && ProbePlan.SitesOf(settings).IsEmpty)
        {
            yield return new Fault(At, "has nobody to measure to: no link joins two clusters of Istio", Cure: $"remove {At}");
        }
    }

    /// <summary>A call has until the next is due, and the first of a connection needs two round trips over a cable that is longer than light's way.</summary>
    private static IEnumerable<Fault> Rate(ProbeSettings probe, MeshSettings settings)
    {
        var (left, least) = (ProbeProgram.IntervalMs(probe.CallsPerSecond), ProbeFacts.FirstCallTrips * LongestCable);
        if (ProbePlan.PairsOf(settings).Where(pair => pair.FloorMs * least > left).MaxBy(pair => pair.FloorMs) is { FloorMs: { } floor } far)
        {
            yield return new Fault(
                $"{At}.callsPerSecond",
                $"leaves a call {left} ms, and from {far.From} to {far.To} and back light in a cable alone needs {floor.ToString("0.##", CultureInfo.InvariantCulture)} ms, "
                    + "of which a new connection takes two over a cable up to twice as long",
                probe.CallsPerSecond.ToString(CultureInfo.InvariantCulture),
                1000 / (floor * least) is >= 1 and var most ? $"take {(int)most} or less" : "leave one of the two out of sites");
        }
    }

    private static IEnumerable<Fault> Images(ProbeSettings probe, MeshSettings settings)
    {
        foreach (var key in ProbePlan.SitesOf(settings).Where(key => probe.Mirror is null && settings.Sites[key] is AwsSite { Nat: NatMode.None } or GcpSite { Nat: GcpNat.None }))
        {
            yield return new Fault(
                $"{At}.mirror", $"is missing, and nodes of sites.{key} reach no registry of others while nat is none",
                Cure: "copy the image to a registry that they reach and name it here, or choose another nat");
        }
    }

    private static IEnumerable<Fault> Namespaces(MeshSettings settings) => settings.Services
        .Where(service => service.Value.Namespace.ToString() is ProbeFacts.MeshNamespace or ProbeFacts.DirectNamespace)
        .Select(service => new Fault(
            $"services.{service.Key}.namespace", "must be another than those of the probe", service.Value.Namespace.ToString(), "give the service a namespace of its own"));
}
