using System.Collections.Immutable;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Links;

/// <summary>What of an interconnect no provider does: letters, cables, and keys that one cloud draws and the other must be told.</summary>
internal static class InterconnectSteps
{
    /// <summary>What people still have to do, in the order of connections.</summary>
    public static ImmutableArray<string> Of(CrossCloudInterconnectArgs args) => [.. args.Connections.SelectMany(connection => Of(args, connection))];

    private static IEnumerable<string> Of(CrossCloudInterconnectArgs args, InterconnectConnection connection)
    {
        var (name, port) = ($"{args.PhysicalName}-{connection.Number}", connection.Port);
        var location = InterconnectLocations.Find(port.Location)!.AwsCode;
        var speed = InterconnectFacts.SpeedOf(args.SpeedGbps)!.Aws;
        if (port.Macsec is { LagId: null })
        {
            yield return $"{name}: order a LAG with aws directconnect create-lag --region {connection.Metro.AwsRegion} --location {location} "
                + $"--number-of-connections 1 --connections-bandwidth {speed} --lag-name {name} --request-mac-sec, and state its id as lagId";
        }

        if (!port.Delivered)
        {
            yield return $"{name}: send Google the letter of authorization of AWS's port at {location}, that one and no other; "
                + "when Google shows the connection as active, state it as delivered";
        }
        else if (port.Macsec is { Enabled: false } macsec)
        {
            yield return $"{name}: read the keys with gcloud compute interconnects macsec get-config {name}, "
                + $"tell AWS each with aws directconnect associate-mac-sec-key --region {connection.Metro.AwsRegion} --connection-id {macsec.LagId}, "
                + "then state macsec as enabled";
        }
    }
}
