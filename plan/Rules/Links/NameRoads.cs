namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Where the networks of a plan ask for the names of a domain: at home, or at another network of the plan.</summary>
/// <remarks>
/// Of several domains that hold a name the longest decides, in both clouds. Where a domain stands both at home and with others, AWS asks
/// the others. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-domain-name-matches.html,
/// https://cloud.google.com/dns/docs/vpc-name-res-order, read 2026-11-21.
/// </remarks>
internal sealed class NameRoads
{
    private readonly SortedDictionary<string, List<NameRoad>> byNetwork = new(StringComparer.Ordinal);

    public NameRoads(PlanIndex plan)
    {
        foreach (var zone in plan.Of(Types.AwsZone))
        {
            Add(zone, zone.Text("name"), null, plan.Sources(zone, "vpcs", Types.Vpc));
        }

        foreach (var rule in plan.Of(Types.ResolverRule).Where(rule => rule.Is("ruleType", "FORWARD")))
        {
            var networks = plan.Users(rule, Types.ResolverAssociation, "resolverRuleId").SelectMany(each => plan.Sources(each, "vpcId", Types.Vpc));
            Add(rule, rule.Text("domainName"), NetworkBehind(plan, rule, "targetIps"), networks);
        }

        foreach (var zone in plan.Of(Types.GoogleZone))
        {
            var to = Forwards(zone) ? NetworkBehind(plan, zone, "forwardingConfig") : null;
            Add(zone, zone.Text("dnsName"), to, plan.Sources(zone, "privateVisibilityConfig", Types.GoogleNetwork));
        }
    }

    /// <summary>URNs of the networks that know any domain.</summary>
    public IEnumerable<string> Networks => byNetwork.Keys;

    /// <summary>All domains, without a dot at the end.</summary>
    public IEnumerable<string> Domains => byNetwork.Values.SelectMany(roads => roads).Select(road => road.Domain).Distinct(StringComparer.Ordinal);

    /// <summary>Whether a zone of Google Cloud asks others.</summary>
    public static bool Forwards(PlannedResource zone) => zone.At("forwardingConfig") is not null;

    /// <summary>What a network does with a name of a domain; null where it knows nothing of it.</summary>
    public NameRoad? Find(string network, string domain) => (byNetwork.GetValueOrDefault(network) ?? [])
        .Where(road => domain == road.Domain || domain.EndsWith("." + road.Domain, StringComparison.Ordinal))
        .OrderByDescending(road => road.Domain.Length).ThenByDescending(road => road.To is not null)
        .FirstOrDefault();

    /// <summary>URN of the network whose door an input leads to; null where the plan has none behind it.</summary>
    public static string? NetworkBehind(PlanIndex plan, PlannedResource resource, string property) =>
        plan.Sources(resource, property, Types.GooglePolicy).SelectMany(policy => plan.Sources(policy, "networks", Types.GoogleNetwork))
            .Concat(plan.Sources(resource, property, Types.ResolverEndpoint)
                .SelectMany(endpoint => plan.Sources(endpoint, "ipAddresses", Types.Subnet))
                .SelectMany(subnet => plan.Sources(subnet, "vpcId", Types.Vpc)))
            .FirstOrDefault()?.Urn;

    private void Add(PlannedResource by, string? domain, string? to, IEnumerable<PlannedResource> networks)
    {
        if (domain is null)
        {
            return;
        }

        foreach (var network in networks)
        {
            if (!byNetwork.TryGetValue(network.Urn, out var roads))
            {
                byNetwork[network.Urn] = roads = [];
            }

            roads.Add(new(domain.TrimEnd('.'), by, to));
        }
    }
}

/// <summary>What a network does with the names of a domain.</summary>
/// <param name="Domain">The domain, without a dot at its end.</param>
/// <param name="By">What says so.</param>
/// <param name="To">URN of the network that is asked; null where the answer is at home, or nobody knows where.</param>
internal sealed record NameRoad(string Domain, PlannedResource By, string? To);
