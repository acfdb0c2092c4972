using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A key that two tunnels share falls with either; and what stands as plain text in a plan stands so in its state.</summary>
public sealed class LinkKeys() : Rule(new()
{
    Id = "link-keys",
    Title = "Both ends of a tunnel have the same pre-shared key, no two tunnels the same, and all are secret",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "draw each key from the link's secret by its tunnel and generation, and pass the output on unopened",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var seen = new Dictionary<PlanValue, AwsTunnelEnd>();
        foreach (var end in plan.Network.Hubs.SelectMany(hub => hub.Connections).SelectMany(connection => connection.Ends))
        {
            var (resource, path) = (end.Connection.Resource, end.Path("PresharedKey"));
            var key = resource.At(path);
            if (key is PlanValue.TextValue)
            {
                yield return Found(resource, $"shows the key of tunnel {end.Number} to everybody");
            }

            if (SharedKeys.IsKnown(key) && !seen.TryAdd(key!, end))
            {
                yield return Found(resource, $"has the key of {seen[key!]} for tunnel {end.Number} too") with { Related = [seen[key!].Connection.Resource.Urn] };
            }
        }

        foreach (var tunnel in plan.Network.Tunnels)
        {
            if (!SharedKeys.MayBeEqual(tunnel.Aws.Connection.Resource.At(tunnel.Aws.Path("PresharedKey")), SharedKeys.OfGoogle(tunnel.Google.Resource)))
            {
                yield return Found(tunnel.Google.Resource, $"has another key than {tunnel.Aws}") with { Related = [tunnel.Aws.Connection.Resource.Urn] };
            }
        }
    }
}
