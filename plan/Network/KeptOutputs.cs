namespace CrossCloudMesh.Plan.Network;

/// <summary>
/// The few outputs that a plan keeps: without them nobody could tell which of two addresses another resource was given, nor what the program
/// has for machines that no cloud knows.
/// </summary>
public static class KeptOutputs
{
    private static readonly Dictionary<string, string[]> ByType = new(StringComparer.Ordinal)
    {
        ["aws:ec2/vpnConnection:VpnConnection"] = ["tunnel1Address", "tunnel2Address"],
        ["infra:mesh:EnvoyBundle"] = ["folder", "files"],
        ["gcp:compute/haVpnGateway:HaVpnGateway"] = ["vpnInterfaces"],
    };

    /// <summary>The names of the outputs that are kept of a type; none of most.</summary>
    public static IReadOnlyList<string> Of(string type) => ByType.GetValueOrDefault(type, []);
}
