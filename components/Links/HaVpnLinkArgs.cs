using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>What <see cref="HaVpnLink"/> needs.</summary>
public sealed record HaVpnLinkArgs
{
    /// <summary>The link's key, which its keys are drawn from: <c>east</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the consoles show, and the first part of every other: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required AwsLinkEnd Aws { get; init; }

    public required GoogleLinkEnd Google { get; init; }

    /// <summary>The range that the insides of the tunnels are cut from, /28 or larger, of 169.254.0.0/16; no other link may have it.</summary>
    public required Cidr Inside { get; init; }

    public required IkeProposal Proposal { get; init; }

    /// <summary>What each tunnel of AWS carries: <c>standard</c> or <c>large</c>.</summary>
    public required string Bandwidth { get; init; }

    /// <summary>The secret that all keys are drawn from, of <see cref="PreSharedKey.ShortestSecret"/> characters or more.</summary>
    public required Output<string> Secret { get; init; }

    /// <summary>For each of the two connections, how often its keys were changed.</summary>
    public required ImmutableArray<int> KeyGenerations { get; init; }

    /// <summary>How long the tunnels' logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete connections and gateways.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (KeyGenerations.Length != LinkTunnel.Connections)
        {
            yield return new("keyGenerations", $"must hold one for each of {LinkTunnel.Connections} connections", KeyGenerations.Length.ToString());
        }

        if (Google.VpnAddresses.Length != LinkTunnel.Connections)
        {
            yield return new("google.vpnAddresses", $"must be the addresses of {LinkTunnel.Connections} interfaces", Google.VpnAddresses.Length.ToString());
        }

        if (Aws.Asn == Google.Asn)
        {
            yield return new("google.asn", "must differ from that of the other end, or each drops the other's routes", Google.Asn.ToString());
        }

        if (Inside.PrefixLength > 28)
        {
            yield return new("inside", "must be a /28 or larger, which four tunnels need", Inside.ToString());
        }
    }
}
