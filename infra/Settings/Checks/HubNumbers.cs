using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Each Transit Gateway has an AS number of its own: BGP drops a route that has already passed through its own number.</summary>
internal static class HubNumbers
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var bySite = new Dictionary<int, string>();
        foreach (var (key, site) in settings.Sites)
        {
            if (site is AwsSite { Hub.Asn.Value: var asn } && !bySite.TryAdd(asn, key))
            {
                yield return new Fault(
                    $"sites.{key}.hub.asn",
                    $"must be a number of its own, and sites.{bySite[asn]}.hub.asn is the same",
                    asn.ToString(),
                    "choose another from 64512 to 65534");
            }
        }
    }
}
