using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Google's end of a VLAN: an attachment of an interconnect, or of a partner's.</summary>
internal sealed class VlanAttachment(PlannedResource resource, GoogleSession session) : GoogleEnd(resource, session)
{
    /// <summary>Google's ports; null where they are a partner's.</summary>
    public PlannedResource? Interconnect { get; init; }

    /// <summary>Whether a partner owns the ports.</summary>
    public bool IsPartner { get; init; }

    /// <summary>Whether it carries nothing but tunnels.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The metropolitan area of the ports, <c>iad</c>; of a partner's, the region; empty where the plan tells neither.</summary>
    public string Metro { get; init; } = "";

    /// <summary>The edge availability domain in that metro, <c>1</c> or <c>2</c>; null where the plan does not tell it.</summary>
    public string? Domain { get; init; }

    /// <summary>The number of the VLAN; null where the plan does not tell it.</summary>
    public int? Vlan { get; init; }

    /// <summary>In Mbit/s, what somebody said that a partner gives; null until somebody says it, as no resource does.</summary>
    public int? StatedMbps { get; set; }
}

/// <summary>AWS's end of a VLAN: a transit virtual interface.</summary>
/// <param name="Resource">The interface.</param>
/// <param name="Gateway">The Direct Connect gateway that it leads to.</param>
/// <param name="Ports">The link aggregation group, the connection, or the confirmation of a partner's; null where it is none of the plan.</param>
/// <param name="Vlan">The number of the VLAN; null where the plan does not tell it.</param>
internal sealed record VirtualInterface(PlannedResource Resource, PlannedResource Gateway, PlannedResource? Ports, int? Vlan);

/// <summary>Both ends of a VLAN, towards one of the hubs of its Direct Connect gateway.</summary>
internal sealed class VlanConduit(int index, DirectConnectAttachment at, VirtualInterface aws, VlanAttachment google, string? fault) : Conduit(index, at, fault)
{
    /// <summary>AWS's end.</summary>
    public VirtualInterface Aws => aws;

    /// <summary>Google's end.</summary>
    public VlanAttachment Google => google;

    public override string Kind => google.IsEncrypted ? LinkKinds.Encrypted : google.IsPartner ? LinkKinds.Partner : LinkKinds.CrossCloud;

    public override string Name => google.Resource.Name;

    /// <summary>None where it carries tunnels alone: what is announced by it are the ends of those.</summary>
    public override GoogleNetwork? Network => google.IsEncrypted ? null : google.Router?.Network;

    public override string? Region => google.Router?.Region;

    public override long? Asn => google.Router?.Asn;

    public override IReadOnlyList<Cidr> Announced => google.IsEncrypted ? [] : google.Announced;

    public override int Priority => google.Priority;
}
