using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Whether both ends of a tunnel stand on the same ground: both on the internet, or both on one VLAN that comes up.</summary>
internal static class TunnelGround
{
    /// <summary>Why the ends do not meet; null where they do.</summary>
    public static string? Fault(AwsTunnelEnd aws, GoogleTunnelEnd google, Conduit? carrier)
    {
        var connection = aws.Connection;
        if (google.Ground is null && !connection.IsPrivate)
        {
            return null;
        }

        if (google.Ground is null || !connection.IsPrivate)
        {
            return "one end is on the internet and the other on Direct Connect";
        }

        if (carrier is not { ComesUp: true })
        {
            return carrier is null ? $"AWS does not answer on {google.Ground}" : $"{carrier.Name} does not come up: {carrier.Fault}";
        }

        // Of these the hub gives the tunnel its address outside.
        var hub = connection.Hub.Resource;
        foreach (var range in hub.Items("transitGatewayCidrBlocks").Select(path => VpcReader.Range(hub, path)).OfType<Cidr>())
        {
            if (!connection.Transport!.Allowed.Any(allowed => allowed.Contains(range)))
            {
                return $"AWS does not announce {range} over Direct Connect";
            }
        }

        return null;
    }
}
