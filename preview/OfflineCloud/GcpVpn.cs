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
        if (!d.Inputs.ContainsKey("vpnInterfaces"))
        {
            d["vpnInterfaces"] = Draft.List([.. Enumerable.Range(0, InterfacesPerGateway).Select(index =>
                Draft.Map(("id", (double)index), ("ipAddress", Aws.PublicIp($"{d.Id}/{index}"))))]);
        }
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
