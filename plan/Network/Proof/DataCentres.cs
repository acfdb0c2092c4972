using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Tells tunnels to devices what lies behind them, as the stack says it of its links.</summary>
/// <remarks>A connection is of the link whose name its component begins with; else of the only such link at its hub.</remarks>
internal static class DataCentres
{
    /// <summary>The data centres that have tunnels. Those tunnels know them from here on.</summary>
    public static List<CentrePlace> Of(NetworkModel model, IReadOnlyList<StatedLink> links)
    {
        StatedLink[] stated = [.. links.Where(link => link.Primary == LinkKinds.OnPremises || link.Ranges.Length > 0)];
        var tunnels = model.Conduits.OfType<DeviceTunnel>().ToList();
        var places = new List<CentrePlace>();
        foreach (var group in tunnels.Select(tunnel => (Tunnel: tunnel, Link: LinkOf(tunnel))).Where(each => each.Link is not null).GroupBy(each => each.Link!))
        {
            var site = group.Key.Sites.FirstOrDefault(site => model.Vpcs.All(vpc => vpc.Site != site)) ?? group.Key.Sites[1];
            var centre = new DataCentre(site, group.Key.Ranges);
            places.Add(new(centre, [.. group.Select(each => each.Tunnel)]));
            foreach (var (tunnel, _) in group)
            {
                tunnel.Centre = centre;
            }
        }

        return places;

        StatedLink? LinkOf(DeviceTunnel tunnel)
        {
            StatedLink[] here = [.. stated.Where(link => model.Vpcs.Any(vpc => vpc.Attachment?.Hub == tunnel.At.Hub && link.Sites.Contains(vpc.Site)))];
            return StatedLink.Of(stated, tunnel.Root) ?? (here is [var only] ? only : null);
        }
    }
}
