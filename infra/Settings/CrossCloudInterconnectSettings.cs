using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Links;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Cables of one's own between the two clouds: Direct Connect and Cross-Cloud Interconnect.</summary>
public record CrossCloudInterconnectSettings : LinkPathSettings
{
    [Description("oneMetro: two connections, for 99.9 percent. twoMetros: two in each of two metropolitan areas, for 99.99 percent.")]
    public required InterconnectTopology Topology { get; init; }

    [Description("What each connection carries, in Gbit/s: 10, 100 or 400.")]
    [AllowedValues(10, 100, 400)]
    public required int SpeedGbps { get; init; }

    [Description("The private AS number of the Direct Connect gateway, 64512 to 65534, unique among all sites and links.")]
    public required Asn GatewayAsn { get; init; }

    [Description("The name of the secret that the keys of all BGP sessions are drawn from: pulumi config set --secret NAME VALUE, "
        + "with 24 random characters or more.")]
    public required EntryKey Secret { get; init; }

    [Description("The link's place in 169.254.128.0/21, where its BGP sessions have their addresses. It is never given to another link.")]
    [Range(0, AttachmentPlan.Links - 1)]
    public required int Slot { get; init; }

    [Description("Where the connections are. Their order numbers them, and is never changed.")]
    [MinLength(1), MaxLength(2)]
    public required ImmutableArray<MetroSettings> Metros { get; init; }
}

/// <summary>A metropolitan area in which both clouds have their ends.</summary>
public sealed record MetroSettings
{
    [Description("The region of AWS that the location belongs to, where its ports are ordered.")]
    public required AwsRegion AwsRegion { get; init; }

    [Description("The region of Google Cloud with the router.")]
    public required GoogleRegion GoogleRegion { get; init; }

    [Description("Two connections, one in each edge availability domain.")]
    [MinLength(2), MaxLength(2)]
    public required ImmutableArray<PortSettings> Connections { get; init; }
}

/// <summary>One cable.</summary>
public sealed record PortSettings
{
    [Description("Google's name for the end of AWS, such as aws-iadva31.")]
    public required EntryKey Location { get; init; }

    [Description("The edge availability domain of Google's end.")]
    [Range(1, 2)]
    public required int Domain { get; init; }

    [Description("The VLAN on it.")]
    [Range(2, 4094)]
    public required int Vlan { get; init; }

    [Description("Whether both clouds say that the cable is there, days to weeks after it was ordered: until then nothing is made on it.")]
    public required bool Delivered { get; init; }

    [Description("How often the key of its BGP session was changed.")]
    [Range(1, 1_000_000)]
    public int KeyGeneration { get; init; } = 1;

    [Description("How frames on it are encrypted. Left out: they are not.")]
    public MacsecSettings? Macsec { get; init; }
}

/// <summary>The encryption of a cable, whose keys Google draws and an operator carries over to AWS.</summary>
public sealed record MacsecSettings
{
    [Description("The LAG that was ordered from AWS with MACsec, such as dxlag-fgnsp5rq. Left out: there is none yet.")]
    public PlainText? LagId { get; init; }

    [Description("The names of the keys, oldest first.")]
    [MinLength(1), MaxLength(3)]
    public required ImmutableArray<MacsecKeySettings> Keys { get; init; }

    [Description("Whether AWS was told the keys: from then on what is not encrypted is dropped.")]
    public bool Enabled { get; init; }
}

/// <summary>A key.</summary>
public sealed record MacsecKeySettings
{
    [Description("Its name.")]
    public required EntryKey Name { get; init; }

    [Description("The day, in UTC, from which it is used. Left out: at once, where there is no other.")]
    public CalendarDay? StartsOn { get; init; }
}

/// <summary>The same with everything on it encrypted from end to end, by a VPN that runs over the cables.</summary>
public sealed record EncryptedInterconnectSettings : CrossCloudInterconnectSettings
{
    [Description("A range of the hub from which AWS takes the outer addresses of the tunnels. No network has it.")]
    [PrefixLength(16, 24)]
    public required Cidr HubRange { get; init; }

    [Description("A private range from which Google takes those of its gateways. No network has it.")]
    [PrefixLength(16, 27)]
    public required Cidr GatewayRange { get; init; }

    [Description("Where the two ends of each tunnel lie, in link-local space.")]
    public required TunnelSettings Inside { get; init; }

    [Description("For the first and the second connection of each area, how often the keys of its tunnels were changed.")]
    public VpnGenerations KeyGenerations { get; init; } = new();

    [Description("The one cipher of both ends, as for haVpn.")]
    public VpnCipher Cipher { get; init; }

    [Description("What AWS lets each tunnel carry, as for haVpn.")]
    public VpnBandwidth Bandwidth { get; init; }
}
