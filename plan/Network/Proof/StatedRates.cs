using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Tells attachments of a partner how much they carry, as the stack says it of its links.</summary>
internal static class StatedRates
{
    public static void Tell(NetworkModel model, IEnumerable<StatedLink> links)
    {
        foreach (var link in links.Where(link => link.AttachmentMbps > 0))
        {
            foreach (var vlan in model.Conduits.OfType<VlanConduit>().Where(vlan => vlan.Google.IsPartner && link.Sites.Contains(vlan.Network?.Site)))
            {
                vlan.Google.StatedMbps = link.AttachmentMbps;
            }
        }
    }
}
