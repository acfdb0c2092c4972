using CrossCloudMesh.Infra.Layers;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What a firewall admits says from where, fits its protocol, and takes no name that is taken.</summary>
internal static class FirewallAllowances
{
    public static IEnumerable<Fault> Check(MeshSettings settings) =>
        from site in settings.Sites
        where site.Value is GcpSite
        from allowance in ((GcpSite)site.Value).Firewall
        let path = $"sites.{site.Key}.firewall.{allowance.Key}"
        from fault in Allowances.Of(allowance.Value).Check(path).Concat(CheckName(path, allowance.Key))
        select fault;

    private static IEnumerable<Fault> CheckName(string path, string name)
    {
        if (GcpFirewall.OwnNames.Contains(name))
        {
            yield return new Fault(path, "must not have the name of a rule that is always there", Cure: "choose another name");
        }
    }
}
