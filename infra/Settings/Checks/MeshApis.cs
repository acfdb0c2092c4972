using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Every istiod reaches the API of every cluster that a link joins with its own.</summary>
/// <remarks>
/// A private API is reached over the link. The name of an EKS cluster with a public address leads other networks to that address, which admits
/// named addresses alone; that of a GKE cluster leads to Google's front end, on the internet.
/// </remarks>
internal static class MeshApis
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Mesh?.Istio is null
        ? []
        : settings.Sites.SelectMany(site => MeshPlan.PeersOf(site.Key, settings).SelectMany(peer => Check(site.Key, site.Value, peer, settings.Sites[peer])));

    private static IEnumerable<Fault> Check(string key, SiteSettings site, string reader, SiteSettings from)
    {
        var path = $"sites.{key}.cluster.api.access";
        switch (site, from)
        {
            case (AwsSite { Cluster.Api.Access: ApiAccess.Allowlist }, AwsSite):
                yield return new Fault(
                    path, $"must be private, as its public address would have to admit what sites.{reader} reads it from, and no such address is known before",
                    "allowlist", "set it to private, and cloud.deployFrom to network");
                break;
            case (AwsSite { Cluster.Api.Access: ApiAccess.Allowlist }, GcpSite { NatAddresses: 0 }):
                yield return new Fault(
                    $"sites.{reader}.natAddresses", $"must be at least 1, as the mesh reads the API of sites.{key} at its public address, which admits named addresses alone",
                    "0", $"set it to 1, or {path} to private");
                break;
            case (GcpSite { Cluster.Api.Access: ApiAccess.Allowlist }, AwsSite { Nat: NatMode.None }):
                yield return new Fault(
                    path, $"must be private, as its name leads to the internet, which sites.{reader} does not reach while its nat is none",
                    "allowlist", $"set it to private, or choose another nat for sites.{reader}");
                break;
        }
    }
}
