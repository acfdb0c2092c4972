using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads networks of Google Cloud with their ranges, firewall rules and routes.</summary>
internal static class GoogleReader
{
    /// <summary>What a network carries that says nothing else. Source: https://cloud.google.com/vpc/docs/mtu, read 2026-11-21.</summary>
    private const int DefaultMtuBytes = 1460;

    private const int DefaultPriority = 1000;

    private static readonly Cidr Anywhere = Cidr.Parse("0.0.0.0/0")!.Value;

    /// <summary>By URN of the network.</summary>
    public static SortedDictionary<string, GoogleNetwork> Read(PlanIndex plan, Lineage sites)
    {
        var networks = new SortedDictionary<string, GoogleNetwork>(StringComparer.Ordinal);
        foreach (var resource in plan.Of(Types.GoogleNetwork))
        {
            var network = new GoogleNetwork(resource, sites.SiteOf(resource))
            {
                IsGlobal = resource.Text("routingMode") == "GLOBAL",
                MtuBytes = VpcReader.Count(resource, "mtu") ?? DefaultMtuBytes,
            };
            networks[resource.Urn] = network;
            foreach (var subnetwork in plan.Users(resource, Types.Subnetwork, "network"))
            {
                network.Ranges.AddRange(Ranges(plan, subnetwork));
            }

            network.Firewall.AddRange(plan.Users(resource, Types.Firewall, "network").SelectMany(Rules)
                .OrderBy(rule => rule.Priority).ThenBy(rule => rule.Allows));
            foreach (var route in plan.Users(resource, Types.GoogleRoute, "network"))
            {
                if (VpcReader.Range(route, "destRange") is { } range)
                {
                    var tunnel = plan.Source(route, "nextHopVpnTunnel", Types.VpnTunnel);
                    network.Routes.Add(new(range, VpcReader.Count(route, "priority") ?? DefaultPriority, tunnel, route.Name));
                }
            }
        }

        return networks;
    }

    private static IEnumerable<GoogleRange> Ranges(PlanIndex plan, PlannedResource subnetwork)
    {
        var region = plan.Region(subnetwork) ?? "";
        if (VpcReader.Range(subnetwork, "ipCidrRange") is { } primary)
        {
            yield return new(subnetwork, region, null, primary, IsWorkload: true);
        }

        var clusters = plan.Dependents(subnetwork).Select(each => each.User).Where(user => user.Type == Types.GkeCluster).Distinct().ToList();
        var pods = clusters.SelectMany(PodRanges).ToHashSet(StringComparer.Ordinal);
        foreach (var item in subnetwork.Items("secondaryIpRanges"))
        {
            if (VpcReader.Range(subnetwork, item + ".ipCidrRange") is { } range)
            {
                var name = subnetwork.Text(item + ".rangeName") ?? "";
                yield return new(subnetwork, region, name, range, IsWorkload: clusters.Count == 0 || pods.Contains(name));
            }
        }
    }

    /// <summary>By name. Services never leave their cluster, so their range is none of them.</summary>
    private static IEnumerable<string> PodRanges(PlannedResource cluster) =>
        cluster.Items("additionalPodRangesConfig.podRangeNames").Prepend("ipAllocationPolicy.clusterSecondaryRangeName")
            .Select(path => cluster.Text(path)).OfType<string>();

    private static IEnumerable<FirewallRule> Rules(PlannedResource rule)
    {
        if (rule.Is("disabled", true))
        {
            yield break;
        }

        var isIngress = rule.Text("direction") != "EGRESS";
        var isForAll = rule.IsEmpty("targetTags") && rule.IsEmpty("targetServiceAccounts");
        Cidr[] others = [.. rule.Items(isIngress ? "sourceRanges" : "destinationRanges").Select(path => VpcReader.Range(rule, path)).OfType<Cidr>()];
        if (others.Length == 0 && rule.IsEmpty("sourceTags") && rule.IsEmpty("sourceServiceAccounts"))
        {
            others = [Anywhere];
        }

        foreach (var allows in new[] { true, false })
        {
            PortSet[] ports = [.. rule.Items(allows ? "allows" : "denies").SelectMany(item => Ports(rule, item))];
            // Who is admitted by a tag cannot be told from addresses, so that counts for nobody; what is denied may be anybody.
            if (ports.Length > 0 && (isForAll || !allows))
            {
                yield return new(rule.Name, isIngress, allows, VpcReader.Count(rule, "priority") ?? DefaultPriority, others, ports);
            }
        }
    }

    private static IEnumerable<PortSet> Ports(PlannedResource rule, string item)
    {
        var protocol = rule.Text(item + ".protocol");
        if (rule.IsEmpty(item + ".ports"))
        {
            yield return PortSet.Of(protocol, null, null);
        }

        foreach (var path in rule.Items(item + ".ports"))
        {
            var ends = (rule.Text(path) ?? "").Split('-');
            if (int.TryParse(ends[0], out var from) && int.TryParse(ends[^1], out var to))
            {
                yield return PortSet.Of(protocol, from, to);
            }
        }
    }
}
