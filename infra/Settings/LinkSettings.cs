using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What joins the networks of two sites.</summary>
public sealed record LinkSettings
{
    [Description("The two sites that it joins.")]
    [MinLength(2), MaxLength(2)]
    public required ImmutableArray<EntryKey> Sites { get; init; }

    [Description("The path that traffic takes.")]
    public required LinkPathSettings Primary { get; init; }

    [Description("The path that traffic takes when the primary one has failed: a VPN behind an interconnect.")]
    public LinkPathSettings? Backup { get; init; }

    [Description("Links of the same hub by which the data centre also reaches the sites at their other ends. Left out: it reaches this site alone.")]
    public ImmutableArray<EntryKey> Through { get; init; } = [];

    [Description("How much traffic must pass in each direction, in Mbit/s, even after any two independent failures.")]
    [Range(1, 100_000)]
    public required int DemandedMbps { get; init; }

    [Description("The largest packet, in bytes, that a machine may send which nothing on the way cuts to size: anything but TCP, such as QUIC.")]
    [Range(576, 8896)]
    public required int PacketBytes { get; init; }
}

/// <summary>A path between two sites. The key <c>by</c> says which kind it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(HaVpnSettings), "haVpn")]
[JsonDerivedType(typeof(ManagedInterconnectSettings), "managedInterconnect")]
[JsonDerivedType(typeof(CrossCloudInterconnectSettings), "crossCloudInterconnect")]
[JsonDerivedType(typeof(PartnerInterconnectSettings), "partnerInterconnect")]
[JsonDerivedType(typeof(EncryptedInterconnectSettings), "encryptedInterconnect")]
[JsonDerivedType(typeof(TransitPeeringSettings), "transitPeering")]
[JsonDerivedType(typeof(OnPremisesSettings), "onPremises")]
public abstract record LinkPathSettings;

/// <summary>AWS Interconnect with Google's Transport: the clouds' own line between a pair of regions, made and mended by them.</summary>
public sealed record ManagedInterconnectSettings : LinkPathSettings
{
    [Description("What it carries, in Mbit/s: one of the sizes that both clouds offer.")]
    [Range(1000, 100_000)]
    public required int BandwidthMbps { get; init; }

    [Description("The private AS number of the Direct Connect gateway, 64512 to 65534, unique among all sites and links.")]
    public required Asn GatewayAsn { get; init; }
}

/// <summary>A peering of the Transit Gateways of two regions of AWS.</summary>
public sealed record TransitPeeringSettings : LinkPathSettings;
