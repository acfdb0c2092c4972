using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>What <see cref="PartnerInterconnect"/> needs.</summary>
public sealed record PartnerInterconnectArgs
{
    /// <summary>The link's key, which its keys are drawn from: <c>us</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the consoles show, and the first part of every other: <c>prod-us</c>.</summary>
    public required string PhysicalName { get; init; }

    public required AwsLinkEnd Aws { get; init; }

    public required GoogleLinkEnd Google { get; init; }

    /// <summary>The hosted connections, by the edge availability domain, 1 or 2, of the attachment that each was joined to; none at first.</summary>
    public required ImmutableSortedDictionary<int, HostedConnection> Hosted { get; init; }

    /// <summary>The range that the ends of the sessions are cut from, /27 or larger, of 169.254.0.0/16; no other link may have it.</summary>
    public required Cidr Inside { get; init; }

    /// <summary>The Direct Connect gateway's own private ASN; it cannot be changed later without making the gateway anew.</summary>
    public required int GatewayAsn { get; init; }

    /// <summary>The secret that the keys of both sessions are drawn from, of <see cref="PreSharedKey.ShortestSecret"/> characters or more.</summary>
    public required Output<string> Secret { get; init; }

    /// <summary>For each of the two connections, how often the key of its session was changed.</summary>
    public required ImmutableArray<int> KeyGenerations { get; init; }

    /// <summary>What the network on Google Cloud carries, in bytes.</summary>
    public required int NetworkMtuBytes { get; init; }

    /// <summary>Whether the engine refuses to delete attachments, gateway and router.</summary>
    public required bool Protect { get; init; }

    internal int PathMtuBytes => Math.Min(NetworkMtuBytes, InterconnectFacts.PartnerMtuBytes);

    internal Output<string> KeyOf(int domain) =>
        Output.CreateSecret(Secret.Apply(secret => SessionKey.Derive(secret, Key, domain - 1, KeyGenerations[domain - 1])));

    internal IEnumerable<Fault> Check()
    {
        foreach (var domain in Hosted.Keys.Where(domain => domain is < 1 or > InterconnectFacts.Domains))
        {
            yield return new($"hosted.{domain}", "must be edge availability domain 1 or 2", domain.ToString());
        }

        foreach (var (domain, hosted) in Hosted.Where(hosted => hosted.Value.Vlan is < InterconnectFacts.FirstVlan or > InterconnectFacts.LastVlan))
        {
            yield return new(
                $"hosted.{domain}.vlan", $"must be from {InterconnectFacts.FirstVlan} to {InterconnectFacts.LastVlan}", hosted.Vlan.ToString(), "state the VLAN that AWS shows for it");
        }

        if (Hosted.Values.Select(hosted => hosted.ConnectionId).Distinct(StringComparer.Ordinal).Count() != Hosted.Count)
        {
            yield return new("hosted", "must be a hosted connection of its own for each domain, or one that fails takes both", Hosted.Values.First().ConnectionId, "order a second one");
        }

        if (KeyGenerations.Length != InterconnectFacts.Domains)
        {
            yield return new("keyGenerations", $"must hold one for each of {InterconnectFacts.Domains} connections", KeyGenerations.Length.ToString());
        }

        foreach (var fault in DedicatedChecks.Numbers("gatewayAsn", GatewayAsn, Aws.Asn, InterconnectFacts.PartnerAsn)
            .Concat(DedicatedChecks.Prefixes("aws.ranges", Aws.Ranges, "google.ranges", Google.Ranges))
            .Concat(DedicatedChecks.Inside("inside", Inside)))
        {
            yield return fault;
        }
    }
}

/// <summary>A connection of AWS that a partner has made for us.</summary>
/// <param name="ConnectionId">Its id: <c>dxcon-ffre0ec3</c>.</param>
/// <param name="Region">The region of AWS that shows it.</param>
/// <param name="Vlan">The VLAN that the partner chose on it; on Google's end it is another.</param>
public sealed record HostedConnection(string ConnectionId, string Region, int Vlan);
