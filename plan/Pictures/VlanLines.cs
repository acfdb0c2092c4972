using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>The lines of VLANs: from a Direct Connect gateway to AWS's ports, over to Google's, and on to the network.</summary>
internal static class VlanLines
{
    private const int MbpsPerGbps = 1000;

    /// <param name="model">Whose VLANs; it knows which two ends are of one.</param>
    /// <param name="ids">By URN, the names of what is drawn.</param>
    public static IEnumerable<TopologyArrow> Of(NetworkModel model, Dictionary<string, string> ids)
    {
        var plain = model.VirtualInterfaces.Where(aws => aws.Ports is not null).Select(aws => (From: aws.Gateway, To: aws.Ports!))
            .Concat(model.VlanAttachments.Where(google => google.Router is not null).Select(google => (From: End(google), To: google.Router!.Network.Resource)));
        foreach (var (from, to) in plain.Distinct())
        {
            yield return new(ids[from.Urn], "---", "", ids[to.Urn], IsSmall: false);
        }

        // At each hub of its gateway a VLAN is a conduit of its own.
        var vlans = model.Conduits.OfType<VlanConduit>().DistinctBy(vlan => (vlan.Aws, vlan.Google));
        foreach (var same in vlans.GroupBy(vlan => (From: vlan.Aws.Ports ?? vlan.Aws.Gateway, To: End(vlan.Google))))
        {
            yield return new(ids[same.Key.From.Urn], "===", Label([.. same]), ids[same.Key.To.Urn], IsSmall: false);
        }
    }

    /// <summary>As a reader says it; empty where it is not known.</summary>
    /// <param name="mbps">In Mbit/s; 0 where it is not known.</param>
    public static string Rate(int mbps) => mbps switch
    {
        0 => "",
        _ when mbps % MbpsPerGbps == 0 => $"{mbps / MbpsPerGbps} Gbit/s",
        _ => $"{mbps} Mbit/s",
    };

    /// <summary>A partner's attachment stands for the ports, which are none of the plan.</summary>
    private static PlannedResource End(VlanAttachment google) => google.Interconnect ?? google.Resource;

    private static string Label(VlanConduit[] vlans)
    {
        var rate = Rate(vlans.Sum(vlan => VlanLimits.Mbps(vlan.Google)));
        var name = vlans is [var one] ? Name(one) : $"{vlans.Length} VLANs";
        return rate.Length == 0 ? name : $"{name}\n{rate}";
    }

    /// <summary>With the number; behind a partner each cloud has its own, and Google's is not known yet.</summary>
    private static string Name(VlanConduit vlan) => (vlan.Aws.Vlan, vlan.Google.Vlan) switch
    {
        (_, { } google) => $"VLAN {google}",
        ({ } aws, null) => $"VLAN {aws} at AWS",
        _ => "VLAN",
    };
}
