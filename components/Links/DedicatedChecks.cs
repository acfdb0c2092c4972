using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Links;

/// <summary>What a dedicated interconnect asks for, each rule with the path that its caller knows it by.</summary>
public static class DedicatedChecks
{
    /// <summary>The connections are where the promise wants them.</summary>
    public static IEnumerable<Fault> Layout(string path, InterconnectTopology topology, ImmutableArray<InterconnectMetro> metros)
    {
        var layout = InterconnectFacts.LayoutOf(topology);
        if (metros.Length != layout.Metros)
        {
            yield return new(
                path,
                $"must hold {Metros(layout.Metros)}, or Google does not promise {layout.Percent} percent",
                metros.Length.ToString(),
                "add or remove one, or choose the other topology");
        }

        foreach (var (metro, index) in metros.Select((metro, index) => (metro, index)))
        {
            foreach (var fault in Metro($"{path}[{index}]", metro))
            {
                yield return fault;
            }
        }

        foreach (var twin in Twins(metros, MetroName).Where(name => name.Length > 0))
        {
            yield return new(path, "must be different metropolitan areas, as one that fails takes all of its connections", twin, "choose a second one");
        }

        foreach (var twin in Twins(metros, metro => metro.GoogleRegion))
        {
            yield return new(path, "must have routers in different regions of Google Cloud", twin, "choose a second region");
        }

        foreach (var twin in Twins(metros.SelectMany(metro => metro.Connections), port => port.Macsec?.LagId ?? "").Where(id => id.Length > 0))
        {
            yield return new(path, "must have a LAG of its own for each connection, or one VLAN is asked for twice on it", twin, "order one for each");
        }
    }

    /// <summary>The speed is one that is sold.</summary>
    public static IEnumerable<Fault> Speed(string path, int gbps)
    {
        if (InterconnectFacts.SpeedOf(gbps) is null)
        {
            yield return new(path, $"must be one that both clouds sell: {string.Join(", ", InterconnectFacts.Speeds.Select(row => row.Gbps))} Gbit/s", gbps.ToString());
        }
    }

    /// <summary>The gateway's number is private, and nobody else's on the way.</summary>
    public static IEnumerable<Fault> Numbers(string path, int gatewayAsn, int hubAsn, int routerAsn)
    {
        if (InterconnectRules.GatewayNumber(path, gatewayAsn, hubAsn) is { } fault)
        {
            yield return fault;
        }

        if (gatewayAsn == routerAsn)
        {
            yield return new(path, "must differ from that of Google's router, or each drops the other's routes", gatewayAsn.ToString(), "choose another");
        }
    }

    /// <summary>Both ends take all that the other announces.</summary>
    public static IEnumerable<Fault> Prefixes(string awsPath, ImmutableArray<Cidr> aws, string googlePath, ImmutableArray<Cidr> google)
    {
        if (InterconnectRules.AwsRanges(awsPath, aws) is { } fault)
        {
            yield return fault;
        }

        var toAws = InterconnectFacts.PrefixesToAws.Value;
        if (google.Length > toAws)
        {
            yield return new(
                googlePath, $"must be at most {toAws} ranges, beyond which AWS leaves the session idle", google.Length.ToString(), "use fewer, larger ranges");
        }
    }

    /// <summary>All sessions of a link fit in.</summary>
    public static IEnumerable<Fault> Inside(string path, Cidr inside)
    {
        if (inside.PrefixLength > AttachmentPlan.LinkLength)
        {
            yield return new(path, $"must be a /{AttachmentPlan.LinkLength} or larger, which four sessions need", inside.ToString());
        }
    }

    private static IEnumerable<Fault> Metro(string path, InterconnectMetro metro)
    {
        if (metro.Connections.Length != InterconnectFacts.Domains)
        {
            yield return new($"{path}.connections", "must hold 2, one in each edge availability domain", metro.Connections.Length.ToString());
        }

        foreach (var twin in Twins(metro.Connections, port => port.Domain.ToString()))
        {
            yield return new(
                $"{path}.connections", "must be in both edge availability domains, as Google works on one of them at a time", twin, "put one in the other domain");
        }

        foreach (var (port, index) in metro.Connections.Select((port, index) => (port, index)))
        {
            foreach (var fault in PortChecks.Of($"{path}.connections[{index}]", metro.GoogleRegion, port))
            {
                yield return fault;
            }
        }

        if (metro.Connections.Select(port => InterconnectLocations.Find(port.Location)?.Metro).OfType<string>().Distinct().Skip(1).Any())
        {
            yield return new(
                $"{path}.connections", "must be in one metropolitan area", string.Join(" and ", metro.Connections.Select(port => port.Location)));
        }
    }

    private static string MetroName(InterconnectMetro metro) =>
        metro.Connections.Select(port => InterconnectLocations.Find(port.Location)?.Metro).OfType<string>().FirstOrDefault() ?? "";

    private static string Metros(int count) => count == 1 ? "1 metropolitan area" : $"{count} metropolitan areas";

    private static IEnumerable<string> Twins<T>(IEnumerable<T> items, Func<T, string> of) =>
        items.GroupBy(of, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
