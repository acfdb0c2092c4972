using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Links;

/// <summary>What one cable asks for.</summary>
internal static class PortChecks
{
    public static IEnumerable<Fault> Of(string path, string googleRegion, InterconnectPort port)
    {
        if (InterconnectLocations.Find(port.Location) is not { } location)
        {
            yield return new(
                $"{path}.location",
                $"must be where Google's network meets AWS's: {string.Join(", ", InterconnectLocations.All.Select(row => row.Name))}",
                port.Location);
        }
        else if (!location.GoogleRegions.Contains(googleRegion))
        {
            yield return new(
                $"{path}.location",
                $"must serve the region of its router, and serves {string.Join(", ", location.GoogleRegions)}",
                $"{port.Location} for {googleRegion}",
                "choose another location or another region");
        }

        if (port.Domain is < 1 or > InterconnectFacts.Domains)
        {
            yield return new($"{path}.domain", "must be edge availability domain 1 or 2", port.Domain.ToString());
        }

        if (port.Vlan is < InterconnectFacts.FirstVlan or > InterconnectFacts.LastVlan)
        {
            yield return new($"{path}.vlan", $"must be from {InterconnectFacts.FirstVlan} to {InterconnectFacts.LastVlan}, which both clouds take", port.Vlan.ToString());
        }

        foreach (var fault in port.Macsec is { } macsec ? Macsec($"{path}.macsec", port.Delivered, macsec) : [])
        {
            yield return fault;
        }
    }

    private static IEnumerable<Fault> Macsec(string path, bool delivered, MacsecPort macsec)
    {
        if (delivered && macsec.LagId is null)
        {
            yield return new(
                $"{path}.lagId", "must be stated once the cable is there, as its virtual interface stands on it", Cure: "state the LAG that was ordered with MACsec");
        }

        if (macsec.Enabled && !delivered)
        {
            yield return new($"{path}.enabled", "must wait until the cable is there, as Google draws no key before", "true", "set delivered first");
        }

        if (macsec.Keys.Length is < 1 or > InterconnectFacts.MacsecKeys)
        {
            yield return new($"{path}.keys", $"must hold 1 to {InterconnectFacts.MacsecKeys}, as many as AWS keeps", macsec.Keys.Length.ToString());
        }

        if (macsec.Keys.Length > 1 && macsec.Keys.Any(key => key.StartsAt is null))
        {
            yield return new($"{path}.keys", "must each say when it starts, where there is more than one", Cure: "set startsAt of each");
        }
        else if (macsec.Keys.Zip(macsec.Keys.Skip(1)).Any(pair => pair.Second.StartsAt < pair.First.StartsAt + TimeSpan.FromHours(InterconnectFacts.MacsecHoursBetweenKeys)))
        {
            yield return new($"{path}.keys", $"must start {InterconnectFacts.MacsecHoursBetweenKeys} hours apart or more, the oldest first");
        }
    }
}
