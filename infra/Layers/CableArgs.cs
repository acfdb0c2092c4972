using System.Collections.Immutable;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Links;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>Cables of one's own: from the settings to what the component needs.</summary>
internal static class CableArgs
{
    public static ImmutableArray<InterconnectMetro> Metros(CrossCloudInterconnectSettings cables) => [.. cables.Metros.Select(metro => new InterconnectMetro
    {
        AwsRegion = metro.AwsRegion.ToString(),
        GoogleRegion = metro.GoogleRegion.ToString(),
        Connections = [.. metro.Connections.Select(Port)],
    })];

    private static InterconnectPort Port(PortSettings port) => new()
    {
        Location = port.Location.ToString(),
        Domain = port.Domain,
        Vlan = port.Vlan,
        KeyGeneration = port.KeyGeneration,
        Delivered = port.Delivered,
        Macsec = port.Macsec is { } macsec
            ? new()
            {
                LagId = macsec.LagId?.ToString(),
                Keys = [.. macsec.Keys.Select(key => new MacsecKey(key.Name.ToString(), key.StartsOn is { } day ? new DateTimeOffset(day.Date, TimeOnly.MinValue, TimeSpan.Zero) : null))],
                Enabled = macsec.Enabled,
            }
            : null,
    };
}
