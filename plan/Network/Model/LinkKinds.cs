namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>The kinds of what joins networks, in the words of the stack output <c>links</c>.</summary>
internal static class LinkKinds
{
    public const string HaVpn = "haVpn";
    public const string Managed = "managedInterconnect";
    public const string CrossCloud = "crossCloudInterconnect";
    public const string Partner = "partnerInterconnect";
    public const string Encrypted = "encryptedInterconnect";
    public const string Peering = "transitPeering";
    public const string OnPremises = "onPremises";
}
