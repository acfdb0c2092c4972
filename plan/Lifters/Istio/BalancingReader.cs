using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads how a caller chooses among pods.</summary>
/// <remarks>
/// Where nothing is said, of two pods the one with fewer requests, and with ejection those of the caller's zone and region before others,
/// which Istio does by itself as soon as it can tell that pods are not well; without ejection, places say nothing. Assumed: a site is one
/// region, and no other site is in it.
/// Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings,
/// https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/failover/ and
/// https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/loadbalancer/loadbalancer.go, read 2026-11-21.
/// </remarks>
internal static class BalancingReader
{
    private const string Network = "topology.istio.io/network";
    private const string Region = "topology.kubernetes.io/region";
    private const string Zone = "topology.kubernetes.io/zone";

    /// <summary>How, and which pods are preferred.</summary>
    /// <param name="field">What a rule says; null where it says nothing.</param>
    /// <param name="ejects">Whether pods that fail are left out.</param>
    public static (Balancing Balancing, Locality Locality) Read(Field? field, bool ejects)
    {
        var balancer = field?.Members();
        var balancing = balancer?["simple"]?.Word("ROUND_ROBIN", "LEAST_REQUEST", "LEAST_CONN", "UNSPECIFIED") == "ROUND_ROBIN" ? Balancing.RoundRobin : Balancing.LeastRequest;
        var preferred = balancer?["localityLbSetting"] is { } setting ? PreferredBy(setting) : Locality.OwnZone;
        balancer?.End();
        return (balancing, ejects ? preferred : Locality.Everywhere);
    }

    private static Locality PreferredBy(Field field)
    {
        var setting = field.Members();
        var isOn = setting["enabled"]?.Flag() ?? true;
        var preferred = !isOn ? Locality.Everywhere : setting["failoverPriority"] is { } labels ? PreferredBy([.. labels.Items().Select(label => label.Text())], labels) : Locality.OwnZone;
        setting.End();
        return preferred;
    }

    /// <summary>Pods that have the first labels of a caller come before those that have fewer of them.</summary>
    private static Locality PreferredBy(string[] labels, Field field) => labels switch
    {
        [Network] or [Network, Region] => Locality.OwnSite,
        [Network, Zone] or [Network, Region, Zone] => Locality.OwnZone,
        _ => throw field.Refused($"must begin with {Network}, then at most {Region} and {Zone}"),
    };
}
