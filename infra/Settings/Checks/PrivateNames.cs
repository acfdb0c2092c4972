using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The domains of sites lie beside one another and belong to nobody else, and one network asks a resolver at most.</summary>
internal static class PrivateNames
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => [.. Domains(settings), .. Askers(settings)];

    private static IEnumerable<Fault> Domains(MeshSettings settings)
    {
        var seen = new List<(string Path, DomainName Domain)>();
        foreach (var (key, site) in settings.Sites)
        {
            if (DnsOf(site) is not { Domain: var domain })
            {
                continue;
            }

            var path = $"sites.{key}.dns.domain";
            foreach (var other in seen.Where(other => other.Domain.Contains(domain) || domain.Contains(other.Domain)))
            {
                yield return new Fault(
                    path,
                    $"must lie beside {other.Path}, which is {other.Domain}, or sites would ask one another for ever",
                    domain.ToString(),
                    "give each site a domain of its own below a common one");
            }

            foreach (var row in DnsFacts.ReservedDomains.Where(row => row.Domain.Contains(domain) || domain.Contains(row.Domain)))
            {
                yield return new Fault(
                    path, $"must lie beside {row.Domain}, which is kept by {row.Keeper}", domain.ToString(), "choose one below a domain that is yours");
            }

            seen.Add((path, domain));
        }
    }

    /// <summary>All networks of Google Cloud ask from the same addresses, and a hub has one way back to them.</summary>
    private static IEnumerable<Fault> Askers(MeshSettings settings)
    {
        foreach (var (key, _) in settings.Sites.Where(site => site.Value is AwsSite { Dns: not null }))
        {
            var askers = settings.Links.Values
                .Where(link => link.Sites.Any(end => end.ToString() == key) && DnsPlan.Passes(link, settings))
                .Select(link => LinkPlan.GoogleEnd(link, settings)!.Value.Key)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (askers.Count > 1)
            {
                yield return new Fault(
                    $"sites.{key}.dns",
                    "must pass to one linked site on Google Cloud at most: all of them ask from the same addresses, and the answers go one way",
                    string.Join(", ", askers),
                    "leave dns out of all but one of these");
            }
        }
    }

    private static DnsSettings? DnsOf(SiteSettings site) => site switch
    {
        AwsSite aws => aws.Dns,
        GcpSite google => google.Dns,
        _ => null,
    };
}
