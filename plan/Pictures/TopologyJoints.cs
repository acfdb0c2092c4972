using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>What is drawn as a line with a word on it, by type.</summary>
internal static class TopologyJoints
{
    private const string ConnectionType = "AWS::Interconnect::Connection";
    private const string Vpn = "VPN";
    private const string PrivateVpn = "VPN over Direct Connect";

    /// <summary>The word for a resource that is itself the line between two things; null for all others.</summary>
    public static string? WordOf(PlannedResource resource) => resource.Type switch
    {
        Types.CloudControl => resource.Is("typeName", ConnectionType) ? "managed interconnect" : null,
        Types.GatewayAssociation => "association",
        Types.NetworkPeering or Types.PeeringAttachment => "peering",
        Types.TransitAttachment => "attachment",
        Types.VpnConnection => resource.Is("outsideIpAddressType", "PrivateIpv4") ? PrivateVpn : Vpn,
        _ => null,
    };

    /// <summary>What stands on a line that so many resources are; each VPN connection is two tunnels.</summary>
    public static string Label(string word, int count) => word switch
    {
        Vpn or PrivateVpn => $"{word}, {2 * count} tunnels",
        _ => count == 1 ? word : $"{count} × {word}",
    };
}
