using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads Google's ends of tunnels, with interface, session and router.</summary>
internal static class GoogleTunnelReader
{
    public static List<GoogleTunnelEnd> Read(PlanIndex plan, RouterReader routers, IReadOnlyList<VlanAttachment> attachments) =>
        [.. plan.Of(Types.VpnTunnel).Select(tunnel => End(plan, tunnel, routers, attachments))];

    private static GoogleTunnelEnd End(PlanIndex plan, PlannedResource tunnel, RouterReader routers, IReadOnlyList<VlanAttachment> attachments)
    {
        var gateway = plan.Source(tunnel, "vpnGateway", Types.HaVpnGateway);
        var external = plan.Source(tunnel, "peerExternalGateway", Types.ExternalVpnGateway);
        var (own, other) = (VpcReader.Count(tunnel, "vpnGatewayInterface"), VpcReader.Count(tunnel, "peerExternalGatewayInterface"));
        return new(tunnel, routers.SessionOver(tunnel, "vpnTunnel"))
        {
            Gateway = gateway,
            Interface = own,
            Address = AddressOf(gateway, own),
            External = external,
            ExternalInterface = other,
            ExternalAddress = external?.Items("interfaces").Where(item => external.Number(item + ".id") == other && other is not null)
                .Select(item => external.Text(item + ".ipAddress")).FirstOrDefault(),
            Ground = gateway is null || own is null ? null : GroundOf(gateway, own.Value, attachments),
        };
    }

    private static string? AddressOf(PlannedResource? gateway, int? index)
    {
        if (gateway?.Outputs["vpnInterfaces"] is PlanValue.ListValue interfaces)
        {
            foreach (var item in interfaces.Items)
            {
                if (item is PlanValue.ObjectValue one && one.Members["id"] is PlanValue.NumberValue id && id.Value == index)
                {
                    return (one.Members["ipAddress"] as PlanValue.TextValue)?.Value;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Of the attachments that a gateway names, the one whose name ends what it has for that interface; where the plan does not know what
    /// that will be, the one of that number in the order of their names.
    /// </summary>
    private static VlanAttachment? GroundOf(PlannedResource gateway, int index, IReadOnlyList<VlanAttachment> attachments)
    {
        const string Interfaces = "vpnInterfaces";
        var named = (gateway.PropertyDependencies[Interfaces] ?? []).ToHashSet(StringComparer.Ordinal);
        var mine = gateway.Items(Interfaces).FirstOrDefault(item => (VpcReader.Count(gateway, item + ".id") ?? -1) == index);
        VlanAttachment[] possible = [.. attachments.Where(each => named.Contains(each.Resource.Urn)).OrderBy(each => each.Resource.Urn, StringComparer.Ordinal)];
        return mine is not null && gateway.Text(mine + ".interconnectAttachment") is { } text
            && Array.Find(possible, each => each.Resource.Text("name") is { } name && text.EndsWith("/" + name, StringComparison.Ordinal)) is { } found
            ? found
            : possible.ElementAtOrDefault(index);
    }
}
