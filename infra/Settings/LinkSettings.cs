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
public abstract record LinkPathSettings;

/// <summary>A VPN over the internet, from a Transit Gateway to an HA VPN gateway: two connections of two tunnels each.</summary>
public sealed record HaVpnSettings : LinkPathSettings
{
    [Description("The name of the secret that the keys of all tunnels are drawn from: pulumi config set --secret NAME VALUE, "
        + "with 24 random characters or more.")]
    public required EntryKey Secret { get; init; }

    [Description("For each connection, how often its keys were changed. Raise one, deploy, then the other.")]
    public HaVpnGenerations KeyGenerations { get; init; } = new();

    [Description("Where the two ends of each tunnel lie, in link-local space. It can never be changed while the link stands.")]
    public required HaVpnInside Inside { get; init; }

    [Description("The one cipher of both ends. aes256Gcm, or left out: AES-256-GCM. aes256Cbc: AES-256-CBC with SHA2-256, "
        + "should an end ever refuse the other.")]
    public HaVpnCipher Cipher { get; init; }

    [Description("What AWS lets each tunnel carry. standard, or left out: 1.25 Gbit/s. large: 5 Gbit/s, of which Google's packet rate "
        + "leaves less.")]
    public HaVpnBandwidth Bandwidth { get; init; }
}

/// <summary>How often the keys of each connection were changed.</summary>
public sealed record HaVpnGenerations
{
    [Description("Of the first connection.")]
    [Range(1, 1_000_000)]
    public int First { get; init; } = 1;

    [Description("Of the second connection.")]
    [Range(1, 1_000_000)]
    public int Second { get; init; } = 1;
}

/// <summary>How a link comes to the ranges inside its tunnels. The key <c>by</c> says which way.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(HaVpnInsideByPlan), "plan")]
[JsonDerivedType(typeof(HaVpnInsideByHand), "hand")]
public abstract record HaVpnInside
{
    /// <summary>What the tunnels are cut from.</summary>
    internal abstract Cidr Range { get; }
}

/// <summary>They are carved from 169.254.64.0/18.</summary>
public sealed record HaVpnInsideByPlan : HaVpnInside
{
    [Description("The link's place in 169.254.64.0/18. It is never given to another link.")]
    [Range(0, TunnelPlan.Links - 1)]
    public required int Slot { get; init; }

    internal override Cidr Range => TunnelPlan.OfLink(Slot);
}

/// <summary>They are stated.</summary>
public sealed record HaVpnInsideByHand : HaVpnInside
{
    [Description("A range of 169.254.0.0/16, of which the four tunnels take the first addresses.")]
    [PrefixLength(24, 28)]
    public required Cidr Tunnels { get; init; }

    internal override Cidr Range => Tunnels;
}

/// <summary>The cipher of a VPN.</summary>
public enum HaVpnCipher
{
    Aes256Gcm,
    Aes256Cbc,
}

/// <summary>What AWS lets a tunnel carry.</summary>
public enum HaVpnBandwidth
{
    Standard,
    Large,
}
