using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>With a list on either side the choice falls anew at every change of keys, hours later, and may fall on nothing: Google calls it its known issue with AWS.</summary>
public sealed class LinkProposal() : Rule(new()
{
    Id = "link-proposal",
    Title = "Both ends of a tunnel offer one and the same proposal",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "name exactly one word for each role on both ends",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var tunnel in plan.Network.Tunnels)
        {
            var (connection, google) = (tunnel.Aws.Connection.Resource, tunnel.Google.Resource);
            if (Hidden.In(connection) || Hidden.In(google))
            {
                continue;
            }

            var (here, there) = (CipherSuites.OfAws(tunnel.Aws), CipherSuites.OfGoogle(tunnel.Google));
            if (Loose(here) is { } role)
            {
                yield return Found(connection, $"offers more than one {role}, or any, in tunnel {tunnel.Aws.Number}");
            }
            else if (Loose(there) is { } other)
            {
                yield return Found(google, $"offers more than one {other}, or any", "cipherSuite");
            }
            else if (!here.Meets(there))
            {
                yield return Found(google, $"offers what {tunnel.Aws} does not", "cipherSuite") with { Related = [connection.Urn] };
            }
        }
    }

    private static string? Loose(CipherSuite suite) => suite.Roles.FirstOrDefault(role => role.Offered is not { Count: 1 }).Role;
}
