using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Certificates;

/// <summary>What the proxies of Istio ask of those that they call: of a host, all proxies of a cluster the same.</summary>
internal static class IstioClients
{
    private const string ClusterDomain = ".svc.cluster.local";

    public static IEnumerable<ClientCheck> Of(PlanIndex plan, Servers servers)
    {
        var places = new NamedPlaces(plan, servers);
        foreach (var rule in plan.Of(Types.DestinationRule))
        {
            if (rule.Text("spec.host") is not { } host || rule.At("spec.trafficPolicy.tls.subjectAltNames").Texts() is not { Length: > 0 } asked)
            {
                continue;
            }

            var entry = plan.Of(Types.ServiceEntry).FirstOrDefault(each => each.Provider == rule.Provider && each.At("spec.hosts").Texts().Contains(host, StringComparer.Ordinal));
            if (entry is not null && !entry.Is("spec.resolution", "DNS"))
            {
                // A machine, of which the plan knows no more than its address.
                continue;
            }

            var meant = entry is null ? OfHost(host, servers)
                : entry.At("spec.endpoints").Items().Select(endpoint => endpoint.At("address").Text()).OfType<string>().SelectMany(name => places.At(name, rule));
            yield return new(
                rule.Urn,
                plan.PlaceOf(rule),
                host,
                Sequence.Sorted(asked),
                Sequence.Sorted([.. meant.Distinct(StringComparer.Ordinal)]),
                servers.Satisfying(asked),
                entry is not null);
        }
    }

    /// <summary>The pods of a service, whose account has its name.</summary>
    private static IEnumerable<string> OfHost(string host, Servers servers) =>
        host.EndsWith(ClusterDomain, StringComparison.Ordinal) && host[..^ClusterDomain.Length].Split('.') is [var name, var space] ? servers.OfAccount(space, name) : [];
}
