using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>
/// Hubs, routers, gateways and data centres each have an AS number of their own, as BGP drops a route that has already passed through its
/// own; ours are private; and AWS takes it where links end.
/// </summary>
internal static class AsNumbers
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var holders = new Dictionary<int, string>();
        foreach (var speaker in Hubs(settings).Concat(Routers(settings)).Concat(Gateways(settings)).Concat(DataCentres(settings)))
        {
            var (path, asn) = (speaker.Path, speaker.Asn);
            if (RefusedAt(speaker, settings) is { } region)
            {
                yield return new Fault(path, $"must not be a number that AWS refuses in {region}", asn.ToString(), Cure(speaker));
            }
            else if (!speaker.IsOurs && AsnFacts.Reserve(asn) is { } reserved)
            {
                yield return new Fault(
                    path,
                    $"must be a private AS number, {VpnFacts.FirstPrivateAsn} to {VpnFacts.LastPrivateAsn}, or the data centre's public one: {reserved.Why}",
                    asn.ToString());
            }
            else if (speaker.IsOurs && asn is < VpnFacts.FirstPrivateAsn or > VpnFacts.LastPrivateAsn)
            {
                yield return new Fault(path, $"must be a private AS number, {VpnFacts.FirstPrivateAsn} to {VpnFacts.LastPrivateAsn}", asn.ToString());
            }
            else if (!holders.TryAdd(asn, path))
            {
                yield return new Fault(path, $"must be a number of its own, and {holders[asn]} is the same", asn.ToString(), Cure(speaker));
            }
        }
    }

    private static IEnumerable<Speaker> Hubs(MeshSettings settings) =>
        from site in settings.Sites
        where site.Value is AwsSite
        select new Speaker($"sites.{site.Key}.hub.asn", ((AwsSite)site.Value).Hub.Asn.Value, Customer: null);

    private static IEnumerable<Speaker> Routers(MeshSettings settings) =>
        from site in settings.Sites
        where site.Value is GcpSite { Router: not null }
        select new Speaker($"sites.{site.Key}.router.asn", ((GcpSite)site.Value).Router!.Asn.Value, site.Key);

    private static IEnumerable<Speaker> Gateways(MeshSettings settings) =>
        from link in settings.Links
        from path in LinkPlan.Paths(link.Key, link.Value)
        let asn = LinkPlan.GatewayOf(path.Settings)
        where asn is not null
        select new Speaker($"{path.Path}.gatewayAsn", asn.Value.Value, Customer: null);

    private static IEnumerable<Speaker> DataCentres(MeshSettings settings) =>
        from site in settings.Sites
        where site.Value is OnPremisesSite
        select new Speaker($"sites.{site.Key}.asn", ((OnPremisesSite)site.Value).Asn.Value, site.Key) { IsOurs = false };

    /// <summary>A region at the other end of one of the site's links in which AWS refuses the number.</summary>
    private static string? RefusedAt(Speaker speaker, MeshSettings settings) => settings.Links.Values
        .Where(link => link.Sites.Any(site => site.ToString() == speaker.Customer))
        .Select(link => LinkPlan.AwsEnd(link, settings)?.Value.Region.ToString())
        .OfType<string>()
        .FirstOrDefault(region => VpnFacts.RefusedAsns.Any(row => row.Asn == speaker.Asn && (row.Region is null || row.Region == region)));

    private static string Cure(Speaker speaker) => speaker.IsOurs
        ? $"choose another from {VpnFacts.FirstPrivateAsn} to {VpnFacts.LastPrivateAsn}"
        : "have the data centre speak with another";

    /// <param name="Path">Where the number stands.</param>
    /// <param name="Asn">The number.</param>
    /// <param name="Customer">The site whose number AWS hears in its VPNs; null where it is AWS's own.</param>
    private sealed record Speaker(string Path, int Asn, string? Customer)
    {
        /// <summary>Whether it is ours to choose.</summary>
        public bool IsOurs { get; init; } = true;
    }
}
