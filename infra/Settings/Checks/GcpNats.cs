using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A site on Google Cloud without a NAT reaches Google in another way, and has no addresses for one.</summary>
internal static class GcpNats
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is not GcpSite { Nat: GcpNat.None } gcp)
            {
                continue;
            }

            if (!gcp.RestrictedApis)
            {
                yield return new Fault(
                    $"sites.{key}.restrictedApis",
                    "must be true where nat is none",
                    "false",
                    "set it to true, or nodes find neither their images nor Google's APIs");
            }

            if (gcp.NatAddresses > 0)
            {
                yield return new Fault(
                    $"sites.{key}.natAddresses",
                    "must be 0 where nat is none",
                    gcp.NatAddresses.ToString(),
                    "remove it, or set nat to cloudNat");
            }
        }
    }
}
