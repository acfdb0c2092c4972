using System.Collections.Immutable;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>Something of a path that is up or down by itself, and that a cloud measures.</summary>
/// <param name="Name">What it is called within its link: <c>tunnel-0-1</c>.</param>
public abstract record LinkPoint(string Name)
{
    /// <summary>Whether its path carries traffic as long as this one is up; else it only stands below what does.</summary>
    public bool Carries { get; init; } = true;
}

/// <summary>A point that CloudWatch measures.</summary>
/// <param name="Name"><inheritdoc cref="LinkPoint" path="/param[@name='Name']"/></param>
/// <param name="Region">The region in which CloudWatch has its metrics.</param>
public abstract record AwsLinkPoint(string Name, string Region) : LinkPoint(Name);

/// <summary>One tunnel of a VPN connection, as AWS sees it.</summary>
/// <param name="Name"><inheritdoc cref="LinkPoint" path="/param[@name='Name']"/></param>
/// <param name="Region"><inheritdoc cref="AwsLinkPoint" path="/param[@name='Region']"/></param>
/// <param name="ConnectionId">The VPN connection.</param>
/// <param name="Address">AWS's outer address of the tunnel, by which its metrics are told from the other one's.</param>
public sealed record TunnelPoint(string Name, string Region, Output<string> ConnectionId, Output<string> Address) : AwsLinkPoint(Name, Region);

/// <summary>An attachment of a hub over which nothing passes but what sites send each other.</summary>
/// <param name="Name"><inheritdoc cref="LinkPoint" path="/param[@name='Name']"/></param>
/// <param name="Region"><inheritdoc cref="AwsLinkPoint" path="/param[@name='Region']"/></param>
/// <param name="HubId">The Transit Gateway.</param>
/// <param name="AttachmentId">Its attachment.</param>
public sealed record AttachmentPoint(string Name, string Region, Output<string> HubId, Output<string> AttachmentId) : AwsLinkPoint(Name, Region);

/// <summary>A connection of Direct Connect: a cable, or a partner's share of one.</summary>
/// <param name="Name"><inheritdoc cref="LinkPoint" path="/param[@name='Name']"/></param>
/// <param name="Region"><inheritdoc cref="AwsLinkPoint" path="/param[@name='Region']"/></param>
/// <param name="ConnectionId">The connection, not a LAG.</param>
public sealed record PortPoint(string Name, string Region, Output<string> ConnectionId) : AwsLinkPoint(Name, Region);

/// <summary>A virtual interface of Direct Connect, and the BGP session in it.</summary>
/// <param name="Name"><inheritdoc cref="LinkPoint" path="/param[@name='Name']"/></param>
/// <param name="Region"><inheritdoc cref="AwsLinkPoint" path="/param[@name='Region']"/></param>
/// <param name="ConnectionId">The connection or LAG that it is on.</param>
/// <param name="InterfaceId">The virtual interface.</param>
public sealed record InterfacePoint(string Name, string Region, Output<string> ConnectionId, Output<string> InterfaceId) : AwsLinkPoint(Name, Region);

/// <summary>Google's end of a tunnel, and the BGP session in it.</summary>
/// <param name="Name"><inheritdoc cref="LinkPoint" path="/param[@name='Name']"/></param>
/// <param name="TunnelName">The name of the tunnel, which its metrics bear.</param>
/// <param name="PeerName">The name of the BGP peer, which its metrics bear.</param>
public sealed record GoogleTunnelPoint(string Name, string TunnelName, string PeerName) : LinkPoint(Name);

/// <summary>A VLAN attachment of Google.</summary>
/// <param name="Name"><inheritdoc cref="LinkPoint" path="/param[@name='Name']"/></param>
/// <param name="AttachmentName">The name of the attachment, which its metrics bear.</param>
/// <param name="PeerName">The name of the BGP peer over it; null where Google names it itself.</param>
public sealed record GoogleAttachmentPoint(string Name, string AttachmentName, string? PeerName) : LinkPoint(Name);
