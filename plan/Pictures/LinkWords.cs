using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>The kinds of links as a reader says them.</summary>
public static class LinkWords
{
    /// <summary>As <c>HA VPN, 4 tunnels</c>; where not all of it comes up, that instead.</summary>
    /// <param name="kind">In the word of the stack output <c>links</c>.</param>
    /// <param name="path">What of it there is; null where nobody counted.</param>
    public static string Of(string kind, PathFacts? path)
    {
        var (word, part) = kind switch
        {
            LinkKinds.HaVpn => ("HA VPN", "tunnel"),
            LinkKinds.Managed => ("managed interconnect", ""),
            LinkKinds.CrossCloud => ("cross-cloud interconnect", "VLAN"),
            LinkKinds.Partner => ("partner interconnect", "VLAN"),
            LinkKinds.Encrypted => ("encrypted interconnect", "tunnel"),
            LinkKinds.Peering => ("transit peering", ""),
            LinkKinds.OnPremises => ("VPN", "tunnel"),
            _ => (kind, ""),
        };
        return path is null || (part.Length == 0 && path.Up == path.Made) ? word
            : path.Up == path.Made ? $"{word}, {path.Made} {part}{(path.Made == 1 ? "" : "s")}"
            : $"{word}, {path.Up} of {path.Made} up";
    }
}
