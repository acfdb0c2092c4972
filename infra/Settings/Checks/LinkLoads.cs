using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What a link is asked to carry fits into it: each packet whole, on every path, and all of the traffic through what two failures leave.</summary>
internal static class LinkLoads
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Links.SelectMany(link => LinkPlan.Paths(link.Key, link.Value)
        .SelectMany(path => TunnelLoad.Of(path.Settings, link.Value) is { } load ? Check(link.Key, path.Path, link.Value, load, settings) : []));

    private static IEnumerable<Fault> Check(string key, string path, LinkSettings link, TunnelLoad load, MeshSettings settings)
    {
        if (link.PacketBytes > load.MtuBytes)
        {
            yield return new Fault(
                $"links.{key}.packetBytes",
                $"must be at most {load.MtuBytes}, which is what passes a tunnel of that cipher uncut",
                link.PacketBytes.ToString(),
                "send smaller packets: larger ones are lost without a word");
        }

        var left = load.Left * load.TunnelMbps(Math.Min(link.PacketBytes, load.MtuBytes));
        if (link.DemandedMbps > left)
        {
            yield return new Fault(
                $"links.{key}.demandedMbps",
                $"must be at most {left}, which is what the {(load.Left == 1 ? "one tunnel carries" : $"{load.Left} tunnels carry")} in packets of that size "
                    + "that any two independent failures leave",
                link.DemandedMbps.ToString(),
                !LinkPlan.IsInterconnect(link.Primary) ? "demand less, or join the sites by an interconnect"
                    : LinkPlan.IsThere(link.Primary) ? "demand less, or make the tunnels large"
                    : "demand less until something of the interconnect is there");
        }

        if (load.Bandwidth == VpnBandwidth.Large
            && LinkPlan.AwsEnd(link, settings)?.Value.Region.ToString() is { } region
            && VpnFacts.RegionsWithoutLargeTunnels.Contains(region))
        {
            yield return new Fault($"{path}.bandwidth", $"cannot be large in {region}, where AWS has none", "large", "leave it out");
        }
    }
}
