using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>What <see cref="EncryptedInterconnect"/> needs.</summary>
public sealed record EncryptedInterconnectArgs
{
    /// <summary>The cables, and what both clouds have on either side of them.</summary>
    public required CrossCloudInterconnectArgs Cables { get; init; }

    /// <summary>The attachment of the site's network to the hub, where what comes out of the tunnels belongs.</summary>
    public required Input<string> NetworkAttachmentId { get; init; }

    /// <summary>The ranges of that network, which the tunnels announce so that Google prefers them to a VPN beside them.</summary>
    public required ImmutableArray<Cidr> NetworkRanges { get; init; }

    /// <summary>
    /// The range of the hub, /24 or larger, from which AWS takes the outer addresses of its tunnels. The hub must have it as one of its own.
    /// </summary>
    public required Cidr HubRange { get; init; }

    /// <summary>The range, /27 or larger, of RFC 1918, from which Google takes those of its gateways. No network of either cloud has it.</summary>
    public required Cidr GatewayRange { get; init; }

    /// <summary>The range that the insides of the tunnels are cut from, /24 or larger, of 169.254.0.0/16; no other link may have it.</summary>
    public required Cidr TunnelInside { get; init; }

    public required IkeProposal Proposal { get; init; }

    /// <summary>What each tunnel of AWS carries: <c>standard</c> or <c>large</c>.</summary>
    public required string Bandwidth { get; init; }

    /// <summary>For each of the two connections of a metropolitan area, how often the keys of its tunnels were changed.</summary>
    public required ImmutableArray<int> KeyGenerations { get; init; }

    /// <summary>How long the tunnels' logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    private const int HubLength = 24;
    private const int TunnelLinkLength = 28;

    /// <summary>The /28 of a metropolitan area's four tunnels.</summary>
    internal Cidr InsideOf(int metro) => TunnelInside.Part(TunnelLinkLength, metro);

    internal IEnumerable<Fault> Check()
    {
        foreach (var fault in Cables.Check())
        {
            yield return fault with { Path = $"cables.{fault.Path}" };
        }

        if (HubRange.PrefixLength > HubLength)
        {
            yield return new("hubRange", $"must be a /{HubLength} or larger, AWS's smallest for a hub", HubRange.ToString());
        }

        if (GatewayRange.PrefixLength > AttachmentPlan.LinkLength)
        {
            yield return new(
                "gatewayRange", $"must be a /{AttachmentPlan.LinkLength} or larger, which four gateways' interfaces need", GatewayRange.ToString());
        }

        if (TunnelInside.PrefixLength > HubLength)
        {
            yield return new("tunnelInside", $"must be a /{HubLength} or larger", TunnelInside.ToString());
        }

        if (KeyGenerations.Length != InterconnectFacts.Domains)
        {
            yield return new("keyGenerations", $"must hold one for each of {InterconnectFacts.Domains} connections", KeyGenerations.Length.ToString());
        }

        foreach (var other in Cables.Aws.Ranges.Concat(Cables.Google.Ranges).Append(HubRange).Where(GatewayRange.Overlaps))
        {
            yield return new("gatewayRange", $"must have nothing in common with {other}, or tunnels would lead into themselves", GatewayRange.ToString(), "choose another");
        }

        foreach (var other in Cables.Aws.Ranges.Concat(Cables.Google.Ranges).Where(HubRange.Overlaps))
        {
            yield return new("hubRange", $"must have nothing in common with {other}, or tunnels would lead into themselves", HubRange.ToString(), "choose another");
        }
    }
}
