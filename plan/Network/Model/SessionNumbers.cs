using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>AS numbers that AWS writes as text.</summary>
internal static class SessionNumbers
{
    /// <summary>The number of the other side, as the customer gateway has it; null where the plan does not tell it.</summary>
    public static long? OfCustomer(VpnConnection connection) =>
        long.TryParse(connection.Customer?.Text("bgpAsn") ?? connection.Customer?.Text("bgpAsnExtended"), out var number) ? number : null;
}
