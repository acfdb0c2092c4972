using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>The BGP sessions by which hubs and networks of Google learn of one another, over tunnels and VLANs.</summary>
internal static class Sessions
{
    /// <summary>Google's end of each, with the hub; a VLAN that carries tunnels alone has none of these.</summary>
    public static IEnumerable<(GoogleEnd End, Hub Hub)> Of(PlanIndex plan)
    {
        foreach (var conduit in plan.Network.Conduits.Where(conduit => conduit.Network is not null))
        {
            GoogleEnd? end = conduit switch { Tunnel tunnel => tunnel.Google, VlanConduit vlan => vlan.Google, _ => null };
            if (end is not null)
            {
                yield return (end, conduit.At.Hub);
            }
        }
    }
}
