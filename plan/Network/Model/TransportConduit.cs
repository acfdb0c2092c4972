using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>An interconnect that both clouds run by themselves: a Transport of Google and a Connection of AWS.</summary>
/// <remarks>
/// One unit: its four channels over at least two buildings, their keys and their routes are the clouds' own matter.
/// Source: https://github.com/aws/Interconnect, read 2026-11-20.
/// </remarks>
internal sealed class TransportConduit(int index, DirectConnectAttachment at, Transport google, PlannedResource aws, string? fault) : Conduit(index, at, fault)
{
    /// <summary>Google's end.</summary>
    public Transport Google => google;

    /// <summary>AWS's end.</summary>
    public PlannedResource Aws => aws;

    public override string Kind => LinkKinds.Managed;

    public override string Name => google.Resource.Name;

    public override GoogleNetwork Network => google.Network;

    public override string Region => google.Region;

    public override IReadOnlyList<Cidr> Announced => google.Announced;

    public override bool IsPeered => true;

    public override bool IsHeard => google.IsImported;
}

/// <summary>Google's end of an interconnect that both clouds run.</summary>
/// <param name="Resource">The transport.</param>
/// <param name="Network">The network that it is for.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Announced">What it announces: what is listed, and nothing else; nothing where the peering gives out no routes.</param>
internal sealed record Transport(PlannedResource Resource, GoogleNetwork Network, string Region, IReadOnlyList<Cidr> Announced)
{
    /// <summary>The peering of our network with the transport's own; null where there is none.</summary>
    public PlannedResource? Peering { get; init; }

    /// <summary>Whether that peering takes in the routes that AWS announces.</summary>
    public bool IsImported { get; init; }
}
