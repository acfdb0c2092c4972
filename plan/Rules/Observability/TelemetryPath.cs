using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Plan.Rules.Mesh;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A link that fails takes with it the news that it has failed, if that goes over the link.</summary>
public sealed class TelemetryPath() : Rule(new()
{
    Id = "telemetry-path",
    Title = "No collector sends telemetry over a link that it watches",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "send to the public name of the endpoint, by the network's own way to the internet",
})
{
    private const string PrivateEndpoint = ".vpce.amazonaws.com";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var roads = new NameRoads(plan);
        foreach (var collector in CollectorReading.Of(plan))
        {
            if (collector.Cluster(plan) is not { } cluster || ReaderPlace.Of(plan, cluster) is not { } place)
            {
                continue;
            }

            foreach (var host in collector.Hosts())
            {
                if (Away(roads, host, place) is { } why)
                {
                    yield return Found(collector.Release, why, $"{collector.At}.exporters");
                }
            }
        }
    }

    /// <summary>Why a host is reached by a link from there; null where it is not.</summary>
    private static string? Away(NameRoads roads, string host, ReaderPlace place)
    {
        if (Cidr.Parse($"{host}/32") is { } address)
        {
            return PrivateRanges.Contain(address) && !place.Ranges.Any(range => range.Contains(address)) ? $"sends to {host}, a private address beyond a link" : null;
        }

        if (place.Network is not null && host.EndsWith(PrivateEndpoint, StringComparison.Ordinal))
        {
            return $"sends to {host}, an endpoint in a network of AWS, beyond a link";
        }

        var network = place.Vpc?.Resource ?? place.Network!.Resource;
        return roads.Find(network.Urn, host) is { To: { } asked } road && asked != network.Urn ? $"sends to {host}, whose address {road.By.Name} asks for beyond a link" : null;
    }
}
