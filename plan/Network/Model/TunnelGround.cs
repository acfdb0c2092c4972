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

        return Address.Parse(aws.Address) is { } end && !connection.Transport!.Allowed.Any(range => range.Holds(end))
            ? $"AWS does not announce {Address.Text(end)} over Direct Connect"
            : null;
    }
}
