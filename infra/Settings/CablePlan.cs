using System.Collections.Immutable;
using CrossCloudMesh.Links;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of cables of one's own: where they are, as the component and its checks know it.</summary>
internal static class CablePlan
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
