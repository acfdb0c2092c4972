using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Observability;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of promises: the one place where they become what alarms watch.</summary>
public static class SloPlan
{
    /// <summary>All promises, in the order of their names.</summary>
    public static ImmutableArray<Slo> Of(MeshSettings settings) => [.. SettingsOf(settings).Select(slo => new Slo
    {
        Name = slo.Key,
        Scope = ScopeOf(slo.Value, settings),
        Availability = slo.Value.AvailabilityPercent,
        Latency = slo.Value.Latency is { } latency ? new(latency.ThresholdMs, latency.Percent) : null,
        PeriodDays = slo.Value.PeriodDays,
        LeastCalls = slo.Value.LeastCalls,
    })];

    /// <summary>The promises as they stand in the settings; none where nothing is observed.</summary>
    internal static ImmutableSortedDictionary<string, SloSettings> SettingsOf(MeshSettings settings) =>
        settings.Observability?.Slos ?? ImmutableSortedDictionary<string, SloSettings>.Empty;

    /// <summary>What the annotation of pods must say so that each threshold is exact; null where nothing is promised of how fast calls are.</summary>
    public static Values.LatencyBuckets? BucketsOf(MeshSettings settings) => settings.Observability is { Alarms: { } alarms } observability
        && observability.Slos.Values.Any(slo => slo.Latency is not null)
            ? new() { Edges = alarms.LatencyBucketsMs }
            : null;

    /// <summary>The least time of a call of the promise, in milliseconds, and between which sites: of calls that have a choice, the nearest answers.</summary>
    internal static (string From, string To, double Ms)? FloorOf(SloSettings slo, MeshSettings settings)
    {
        var callers = slo switch
        {
            EdgeSloSettings edge => edge.From.Select(site => site.ToString()),
            ServiceSloSettings of => settings.Services[of.Service.ToString()].Callers
                .SelectMany(caller => settings.Services[caller.ToString()].Sites).Select(site => site.ToString()),
            _ => throw new UnreachableException(),
        };
        var callees = slo switch
        {
            EdgeSloSettings edge => edge.To,
            ServiceSloSettings of => settings.Services[of.Service.ToString()].Sites,
            _ => throw new UnreachableException(),
        };
        return callers.Distinct(StringComparer.Ordinal)
            .Select(from => callees.Select(to => ((string From, string To, double? Ms))(from, to.ToString(), RegionPlaces.FloorMs(RegionOf(from, settings), RegionOf(to.ToString(), settings))))
                .Where(pair => pair.Ms is not null)
                .MinBy(pair => pair.Ms))
            .Where(pair => pair.Ms is not null)
            .Select(pair => ((string From, string To, double Ms)?)(pair.From, pair.To, pair.Ms!.Value))
            .MaxBy(pair => pair!.Value.Ms);
    }

    /// <summary>The region of a site with a cluster.</summary>
    internal static string RegionOf(string site, MeshSettings settings) => settings.Sites[site] switch
    {
        AwsSite aws => aws.Region.ToString(),
        GcpSite google => google.Region.ToString(),
        _ => "",
    };

    private static SloScope ScopeOf(SloSettings slo, MeshSettings settings) => slo switch
    {
        ServiceSloSettings of => new SloScope.OfService(
            ServicePlan.NameOf(of.Service.ToString(), settings.Services[of.Service.ToString()]), !settings.Services[of.Service.ToString()].Callers.IsEmpty),
        EdgeSloSettings edge => new SloScope.OfEdge(
            [.. edge.From.Select(site => site.ToString())], [.. edge.To.Select(site => site.ToString())], ProbePlan.SitesOf(settings).IsEmpty ? null : ProbeFacts.MeshNamespace),
        _ => throw new UnreachableException(),
    };
}
