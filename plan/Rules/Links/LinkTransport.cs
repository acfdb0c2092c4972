using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Both clouds accept such an interconnect in any form; what does not fit shows as routes that one of them never hears of.</summary>
public sealed class LinkTransport() : Rule(new()
{
    Id = "link-transport",
    Title = "An interconnect that both clouds run leads to the region of its hub, and routes pass it both ways",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "have one transport in a project and region, in a pair of regions that both clouds name, with a peering that imports and exports custom routes",
})
{
    private const string Profiles = "/remoteTransportProfiles/";
    private const string AwsPrefix = "aws-";
    private const string DefaultStack = "IPV4_ONLY";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var twins in plan.Of(Types.Transport).GroupBy(each => (Project(plan, each), plan.Region(each))))
        {
            if (twins.Count() > InterconnectPairs.TransportsPerRegion.Value && twins.Key is ({ } project, { } region))
            {
                yield return Found(twins.Last(), $"is one of {twins.Count()} in {region} of {project}, which has {InterconnectPairs.TransportsPerRegion.Value}")
                    with
                { Related = Sequence.Sorted(twins.SkipLast(1).Select(each => each.Urn)) };
            }
        }

        foreach (var transport in plan.Of(Types.Transport))
        {
            foreach (var finding in Regions(plan, transport).Concat(Peerings(plan, transport)).Concat(Ranges(plan, transport)))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Regions(PlanIndex plan, PlannedResource transport)
    {
        if (transport.Text("remoteProfile") is not { } profile || plan.Region(transport) is not { } google)
        {
            yield break;
        }

        var at = profile.LastIndexOf(Profiles, StringComparison.Ordinal);
        var name = at < 0 ? profile : profile[(at + Profiles.Length)..];
        var aws = name.StartsWith(AwsPrefix, StringComparison.Ordinal) ? name[AwsPrefix.Length..] : name;
        if (InterconnectPairs.Find(aws, google) is null)
        {
            yield return Found(transport, $"leads from {google} to {name}, which is no pair that both clouds name", "remoteProfile");
        }

        foreach (var hub in plan.Network.Conduits.OfType<TransportConduit>().Where(each => each.Google.Resource == transport).Select(each => each.At.Hub).Distinct())
        {
            if (hub.Region is { } region && region != aws)
            {
                yield return Found(transport, $"leads to {name}, and {hub.Resource.Name} is in {region}", "remoteProfile") with { Related = [hub.Resource.Urn] };
            }
        }
    }

    private IEnumerable<Finding> Peerings(PlanIndex plan, PlannedResource transport)
    {
        var peerings = plan.Users(transport, Types.NetworkPeering, "peerNetwork").ToList();
        if (peerings.Count == 0)
        {
            yield return Found(transport, "is peered with no network, so no packet reaches it");
        }

        foreach (var peering in peerings)
        {
            foreach (var (path, effect) in new[] { ("importCustomRoutes", "never hears of AWS"), ("exportCustomRoutes", "never tells AWS of its own") })
            {
                if (peering.IsNot(path, true))
                {
                    yield return Found(peering, effect, path) with { Related = [transport.Urn] };
                }
            }

            if (Stack(peering) is { } one && Stack(transport) is { } other && one != other)
            {
                yield return Found(peering, $"has stack type {one}, and {transport.Name} has {other}", "stackType") with { Related = [transport.Urn] };
            }

            if (plan.Source(peering, "network", Types.GoogleNetwork) is { } own && plan.Source(transport, "network", Types.GoogleNetwork) is { } meant && own != meant)
            {
                yield return Found(peering, $"is of {own.Name}, and {transport.Name} is for {meant.Name}", "network")
                    with
                { Related = Sequence.Sorted([transport.Urn, meant.Urn]) };
            }
        }
    }

    /// <summary>A transport announces what is listed and nothing else.</summary>
    private IEnumerable<Finding> Ranges(PlanIndex plan, PlannedResource transport)
    {
        var network = plan.Source(transport, "network", Types.GoogleNetwork);
        if (network is null || Hidden.In(transport))
        {
            yield break;
        }

        Values.Cidr[] told = [.. transport.Items("advertisedRoutes").Select(path => VpcReader.Range(transport, path)).OfType<Values.Cidr>()];
        foreach (var range in plan.Network.GoogleNetworks.Where(each => each.Resource == network).SelectMany(each => each.Ranges))
        {
            if (range.IsWorkload && !told.Cover(range.Range))
            {
                yield return Found(transport, $"does not announce {range.Range}, where nodes or pods are", "advertisedRoutes") with { Related = [network.Urn] };
            }
        }
    }

    private static string? Project(PlanIndex plan, PlannedResource resource) =>
        resource.Text("project") ?? (resource.Provider is { } urn ? plan[urn]?.Text("project") : null);

    private static string? Stack(PlannedResource resource) => resource.At("stackType") is null ? DefaultStack : resource.Text("stackType");
}
