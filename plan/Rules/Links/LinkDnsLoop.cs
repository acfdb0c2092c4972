namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Each network asks the other until one of them gives up: no name of the domain is found, and every query costs many.</summary>
public sealed class LinkDnsLoop() : Rule(new()
{
    Id = "link-dns-loop",
    Title = "No domain is asked for in a circle",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "forward each domain towards the one network that answers for it",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var roads = new NameRoads(plan);
        var seen = new HashSet<(string, string)>();
        foreach (var domain in roads.Domains)
        {
            foreach (var network in roads.Networks)
            {
                var first = Circle(roads, network, domain).MinBy(road => road.By.Urn, StringComparer.Ordinal);
                if (first is not null && seen.Add((first.By.Urn, domain)))
                {
                    yield return Found(first.By, $"leads {domain} to {plan[first.To!]!.Name}, from where it comes back");
                }
            }
        }
    }

    /// <summary>The roads of a circle that a name of the domain ends in when it is asked for in a network; none where it is answered.</summary>
    private static List<NameRoad> Circle(NameRoads roads, string network, string domain)
    {
        var way = new List<(string Network, NameRoad Road)>();
        while (roads.Find(network, domain) is { To: { } next } road)
        {
            if (way.FindIndex(step => step.Network == network) is var begin and >= 0)
            {
                return [.. way[begin..].Select(step => step.Road)];
            }

            way.Add((network, road));
            network = next;
        }

        return [];
    }
}
