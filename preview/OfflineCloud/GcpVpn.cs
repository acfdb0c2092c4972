using System.Collections.Immutable;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>HA VPN gateways, what they are told of the other side, tunnels, and the sessions of Cloud Router in them.</summary>
internal static class GcpVpn
{
    private const int InterfacesPerGateway = 2;

    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["gcp:compute/haVpnGateway:HaVpnGateway"] = HaVpnGateway;
        makers["gcp:compute/externalVpnGateway:ExternalVpnGateway"] = d => Gcp.Compute(d, "global", "externalVpnGateways");
        makers["gcp:compute/vPNTunnel:VPNTunnel"] = Tunnel;
        makers["gcp:compute/routerInterface:RouterInterface"] = OfRouter;
        makers["gcp:compute/routerPeer:RouterPeer"] = OfRouter;
    }

    private static void HaVpnGateway(Draft d)
    {
        Gcp.Regional(d, "vpnGateways");
        d["vpnInterfaces"] = d.Inputs.GetValueOrDefault("vpnInterfaces") is ImmutableArray<object> bound
            ? Draft.List([.. bound.OfType<ImmutableDictionary<string, object>>().Select((one, index) => one.SetItem("ipAddress", PrivateIp($"{d.Id}/{index}")))])
            : Draft.List([.. Enumerable.Range(0, InterfacesPerGateway).Select(index =>
                Draft.Map(("id", (double)index), ("ipAddress", Aws.PublicIp($"{d.Id}/{index}"))))]);
    }

    /// <summary>An address of what an attachment has reserved, which the gateway's own inputs do not tell: one of 10.0.0.0/8.</summary>
    private static string PrivateIp(string seed)
    {
        var number = Digest.Below(seed, 1 << 24);
        return $"10.{number >> 16}.{(number >> 8) & 255}.{number & 255}";
    }

    private static void Tunnel(Draft d)
    {
        Gcp.Regional(d, "vpnTunnels");
        d["tunnelId"] = Digest.Digits(d.Id, 19);
    }

    private static void OfRouter(Draft d)
    {
        var (project, region) = (Gcp.Project(d), Gcp.Region(d));
        d.Id = $"{region}/{Gcp.LastPart(d.Text("router"))}/{d.PhysicalName()}";
        d["project"] = project;
        d["region"] = region;
    }
}
