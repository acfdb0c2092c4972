using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A VPN over the internet, from a Transit Gateway to an HA VPN gateway: two connections of two tunnels each.</summary>
public sealed record HaVpnSettings : VpnSettings;

/// <summary>A VPN over the internet, from a Transit Gateway to the two devices of a data centre: two connections of two tunnels each.</summary>
public sealed record OnPremisesSettings : VpnSettings;

/// <summary>A VPN of two connections with two tunnels each.</summary>
public abstract record VpnSettings : LinkPathSettings
{
    [Description("The name of the secret that the keys of all tunnels are drawn from: pulumi config set --secret NAME VALUE, "
        + "with 24 random characters or more.")]
    public required EntryKey Secret { get; init; }

    [Description("For each connection, how often its keys were changed. Raise one, deploy, then the other.")]
    public VpnGenerations KeyGenerations { get; init; } = new();

    [Description("Where the two ends of each tunnel lie, in link-local space. It can never be changed while the link stands.")]
    public required TunnelSettings Inside { get; init; }

    [Description("The one cipher of both ends. aes256Gcm, or left out: AES-256-GCM. aes256Cbc: AES-256-CBC with SHA2-256, "
        + "should an end ever refuse the other.")]
    public VpnCipher Cipher { get; init; }

    [Description("What AWS lets each tunnel carry. standard, or left out: 1.25 Gbit/s. large: 5 Gbit/s, of which Google's packet rate "
        + "leaves less.")]
    public VpnBandwidth Bandwidth { get; init; }
}

/// <summary>How often the keys of each connection were changed.</summary>
public sealed record VpnGenerations
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
[JsonDerivedType(typeof(TunnelsByPlan), "plan")]
[JsonDerivedType(typeof(TunnelsByHand), "hand")]
public abstract record TunnelSettings
{
    /// <summary>What the tunnels are cut from.</summary>
    internal abstract Cidr Range { get; }
}

/// <summary>They are carved from 169.254.64.0/18.</summary>
public sealed record TunnelsByPlan : TunnelSettings
{
    [Description("The link's place in 169.254.64.0/18. It is never given to another link.")]
    [Range(0, TunnelPlan.Links - 1)]
    public required int Slot { get; init; }

    internal override Cidr Range => TunnelPlan.OfLink(Slot);
}

/// <summary>They are stated.</summary>
public sealed record TunnelsByHand : TunnelSettings
{
    [Description("A range of 169.254.0.0/16, of which the four tunnels take the first addresses.")]
    [PrefixLength(24, 28)]
    public required Cidr Tunnels { get; init; }

    internal override Cidr Range => Tunnels;
}

/// <summary>The cipher of a VPN.</summary>
public enum VpnCipher
{
    Aes256Gcm,
    Aes256Cbc,
}

/// <summary>What AWS lets a tunnel carry.</summary>
public enum VpnBandwidth
{
    Standard,
    Large,
}
