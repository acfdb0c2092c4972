using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>What an update would do to links that stand: it may touch one of the connections of a gateway, and replace no gateway.</summary>
/// <remarks>
/// A change of a connection takes both of its tunnels down, and one of a tunnel that tunnel; the other connection is what carries the traffic
/// meanwhile. A gateway that is replaced has other addresses, which the other cloud has to hear of first.
/// Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/endpoint-replacements.html, read 2026-11-20.
/// </remarks>
internal static class LinkChanges
{
    private static readonly string[] Labels = ["tags", "labels", "description"];

    public static RuleFacts About { get; } = new()
    {
        Id = "link-change-order",
        Title = "An update touches one connection of a link at most, and replaces none of its gateways",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "change one connection, deploy, see it carry traffic, then change the other; make a new gateway beside the old one and move over",
    };

    public static IEnumerable<Finding> Of(PlanDocument before, PlanDocument after, PlanDiff diff)
    {
        var changed = diff.Changes.Where(each => each.Before is not null && Touches(each.Change))
            .ToDictionary(each => each.Before!.Urn, each => each, StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            yield break;
        }

        var (standing, staying) = (NetworkModel.Of(before.Resources), after.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal));
        foreach (var link in standing.Tunnels.Where(tunnel => tunnel.ComesUp && tunnel.Google.Gateway is not null)
            .GroupBy(tunnel => (Gateway: tunnel.Google.Gateway!.Urn, tunnel.Aws.Connection.Hub)))
        {
            var gone = link.All(tunnel => !Stays(tunnel.Google.Resource));
            var connections = link.GroupBy(tunnel => tunnel.Aws.Connection.Resource.Name, StringComparer.Ordinal).ToList();
            if (!gone && connections.TrueForAll(connection => connection.Any(IsTouched)))
            {
                yield return Found(link.Key.Gateway, $"loses every connection to {link.Key.Hub.Resource.Name} in one update: {string.Join(", ", connections.Select(each => each.Key))}");
            }

            foreach (var gateway in link.SelectMany(Named).DistinctBy(resource => resource.Urn).Where(_ => !gone))
            {
                if (changed.TryGetValue(gateway.Urn, out var change) && change.Change is { Op: Operation.Replace or Operation.Delete } or { MayReplace: true })
                {
                    yield return Found(gateway.Urn, "is replaced in one step, and with it its addresses");
                }
            }
        }

        bool Stays(PlannedResource resource) => staying.Contains(resource.Urn)
            || (changed.TryGetValue(resource.Urn, out var change) && change.Change.Op != Operation.Delete);

        bool IsTouched(Tunnel tunnel) => new[]
        {
            tunnel.Aws.Connection.Resource, tunnel.Aws.Connection.Customer, tunnel.Google.Resource, tunnel.Google.RouterInterface, tunnel.Google.Peer,
        }.Any(resource => resource is not null && changed.ContainsKey(resource.Urn));
    }

    /// <summary>What the proof of the states in between finds, which no change of a connection shows by itself.</summary>
    public static IEnumerable<Finding> Of(UpdateRisk risk) =>
        from loss in risk.Pairs
        where loss is { Kind: LossKind.Connection, When: LossTime.Meanwhile, Causes.Count: > 0, Away.Count: 0 }
        select Found(loss.Causes[0], $"cuts {loss.From} and {loss.To} off from one another while the update runs: {loss.Shown?.Fault ?? "nothing joins them"}");

    /// <summary>Sites that an update takes away and makes anew, so that nothing is left of them in between.</summary>
    public static IEnumerable<Finding> OfSites(UpdateRisk risk) =>
        from loss in risk.Pairs
        from site in loss.Away
        group loss by site into lost
        select new Finding(
            About.Id,
            About.Severity,
            lost.First().Causes[0],
            $"takes {lost.Key} away while the update runs, and cuts it off from {string.Join(", ", lost.Select(loss => loss.From == lost.Key ? loss.To : loss.From).Order(StringComparer.Ordinal))}",
            "make a new site beside the old one, move over, then take the old one away");

    private static IEnumerable<PlannedResource> Named(Tunnel tunnel) =>
        new[] { tunnel.Google.Gateway, tunnel.Google.External, tunnel.Aws.Connection.Customer }.OfType<PlannedResource>();

    private static bool Touches(PlannedChange change) => change.Op switch
    {
        Operation.Replace or Operation.Delete => true,
        Operation.Update => change.Reasons.Count > 0 || change.Paths.Any(path => !Labels.Contains(path.Path.Input)),
        _ => false,
    };

    private static Finding Found(string urn, string message) => new(About.Id, About.Severity, urn, message, About.Fix);
}
