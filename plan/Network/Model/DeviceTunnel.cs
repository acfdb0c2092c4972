using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>One of the two tunnels of a VPN connection to a device that is in neither cloud.</summary>
internal sealed class DeviceTunnel(int index, AwsTunnelEnd aws, string root, string? fault) : Conduit(index, aws.Connection, fault)
{
    /// <summary>AWS's end.</summary>
    public AwsTunnelEnd Aws => aws;

    /// <summary>The name of the component that stands directly in the stack above it.</summary>
    public string Root => root;

    /// <summary>What lies behind the device; null until somebody says it, as no resource does.</summary>
    public DataCentre? Centre { get; set; }

    public override string Kind => LinkKinds.OnPremises;

    public override string Name => aws.ToString();

    public override long? Asn => SessionNumbers.OfCustomer(aws.Connection);

    public override IReadOnlyList<Cidr> Announced => Centre?.Ranges ?? [];
}

/// <summary>A network that is in neither cloud.</summary>
/// <param name="Site">The site whose network it is.</param>
/// <param name="Ranges">What its devices announce, all of them the same.</param>
internal sealed record DataCentre(string Site, IReadOnlyList<Cidr> Ranges);
