using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The AS number of a Cloud Router is private, no Transit Gateway and no other router has it, and AWS takes it where links end.</summary>
internal static class RouterNumbers
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var holders = new Dictionary<int, string>();
        foreach (var (key, site) in settings.Sites)
        {
            if (site is AwsSite { Hub.Asn.Value: var hub })
            {
                holders.TryAdd(hub, $"sites.{key}.hub.asn");
            }
        }

        foreach (var (key, site) in settings.Sites)
        {
            if (site is GcpSite { Router.Asn.Value: var asn } && Check($"sites.{key}.router.asn", key, asn, holders, settings) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static Fault? Check(string path, string key, int asn, Dictionary<int, string> holders, MeshSettings settings)
    {
        if (RefusedAt(key, asn, settings) is { } region)
        {
            return new Fault(path, $"must not be a number that AWS refuses in {region}", asn.ToString(), Cure());
        }

        if (asn is < VpnFacts.FirstPrivateAsn or > VpnFacts.LastPrivateAsn)
        {
            return new Fault(path, $"must be a private AS number, {VpnFacts.FirstPrivateAsn} to {VpnFacts.LastPrivateAsn}", asn.ToString());
        }

        return holders.TryAdd(asn, path)
            ? null
            : new Fault(path, $"must be a number of its own, and {holders[asn]} is the same", asn.ToString(), Cure());
    }

    /// <summary>A region at the other end of one of the site's links in which AWS refuses the number.</summary>
    private static string? RefusedAt(string key, int asn, MeshSettings settings) => settings.Links.Values
        .Where(link => link.Sites.Any(site => site.ToString() == key))
        .Select(link => LinkPlan.AwsEnd(link, settings)?.Value.Region.ToString())
        .OfType<string>()
        .FirstOrDefault(region => VpnFacts.RefusedAsns.Any(row => row.Asn == asn && (row.Region is null || row.Region == region)));

    private static string Cure() => $"choose another from {VpnFacts.FirstPrivateAsn} to {VpnFacts.LastPrivateAsn}";
}
