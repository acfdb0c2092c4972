using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>With other addresses inside, the tunnel is up and its BGP session never is.</summary>
public sealed class LinkInsideAddress() : Rule(new()
{
    Id = "link-inside-address",
    Title = "Both ends of a tunnel have the addresses inside that the other expects",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "give AWS the first host of the range inside and Google the second, in the interface and in its peer",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var tunnel in plan.Network.Tunnels)
        {
            var (google, connection) = (tunnel.Google, tunnel.Aws.Connection.Resource);
            if (connection.At(tunnel.Aws.Path("InsideCidr")) is null)
            {
                yield return Found(connection, $"leaves the range inside tunnel {tunnel.Aws.Number} to AWS, so nobody knows it before", tunnel.Aws.Path("InsideCidr"));
            }
            else if (google is { RouterInterface: { } inside, Peer: { } peer } && !InsideAddresses.Agree(tunnel.Aws, inside, peer))
            {
                yield return Found(peer, $"has other addresses than {tunnel.Aws} with {tunnel.Aws.Inside}", "ipAddress", "peerIpAddress")
                    with
                { Related = [connection.Urn] };
            }
        }
    }
}
