using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Two lines that a partner of both clouds provides: hosted connections of Direct Connect, and Partner Interconnect.</summary>
public sealed record PartnerInterconnectSettings : LinkPathSettings
{
    [Description("What the partner has each of the two lines carry, in Mbit/s: no resource tells it.")]
    [Range(50, 25_000)]
    public required int LineMbps { get; init; }

    [Description("The private AS number of the Direct Connect gateway, 64512 to 65534, unique among all sites and links.")]
    public required Asn GatewayAsn { get; init; }

    [Description("The name of the secret that the keys of both BGP sessions are drawn from: pulumi config set --secret NAME VALUE, "
        + "with 24 random characters or more.")]
    public required EntryKey Secret { get; init; }

    [Description("The link's place in 169.254.128.0/21, where its BGP sessions have their addresses. It is never given to another link.")]
    [Range(0, AttachmentPlan.Links - 1)]
    public required int Slot { get; init; }

    [Description("For each connection, how often the key of its session was changed. Raise one, deploy, then the other.")]
    public VpnGenerations KeyGenerations { get; init; } = new();

    [Description("The hosted connection in the first edge availability domain. Left out: the partner has made none yet.")]
    public HostedSettings? First { get; init; }

    [Description("The one in the second.")]
    public HostedSettings? Second { get; init; }
}

/// <summary>A connection of AWS that the partner has made.</summary>
public sealed record HostedSettings
{
    [Description("Its id, such as dxcon-ffre0ec3.")]
    public required PlainText ConnectionId { get; init; }

    [Description("The region of AWS that shows it.")]
    public required AwsRegion Region { get; init; }

    [Description("The VLAN that AWS shows for it; on Google's end it is another.")]
    [Range(2, 4094)]
    public required int Vlan { get; init; }
}
