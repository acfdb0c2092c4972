using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>The network of a site, as one end of a demand.</summary>
internal abstract record Place
{
    public abstract string Site { get; }

    /// <summary>What stands for it in a finding.</summary>
    public abstract string Urn { get; }

    /// <summary>What a reader finds at the end of a way to it.</summary>
    public abstract string Door { get; }

    public abstract IEnumerable<Cidr> Ranges { get; }

    /// <summary>The hubs that it is at by itself; a network of Google is at none.</summary>
    public abstract IEnumerable<Hub> Hubs { get; }

    /// <summary>Where nodes and pods, or whoever calls, have addresses.</summary>
    public abstract IEnumerable<Area> Areas { get; }

    /// <summary>Whether a conduit leads to it.</summary>
    public abstract bool IsBeyond(Conduit conduit);
}

/// <summary>A VPC.</summary>
internal sealed record VpcPlace(Vpc Vpc) : Place
{
    public override string Site => Vpc.Site;

    public override string Urn => Vpc.Resource.Urn;

    public override string Door => Vpc.Attachment?.Resource.Name ?? Vpc.Resource.Name;

    public override IEnumerable<Cidr> Ranges => Vpc.Ranges;

    public override IEnumerable<Hub> Hubs => Vpc.Attachment is { } attachment ? [attachment.Hub] : [];

    public override IEnumerable<Area> Areas => Vpc.Workloads.Select(subnet => new Area(this, subnet.Range) { Subnet = subnet });

    public override bool IsBeyond(Conduit conduit) => false;
}

/// <summary>A network of Google.</summary>
internal sealed record GooglePlace(GoogleNetwork Network) : Place
{
    public override string Site => Network.Site;

    public override string Urn => Network.Resource.Urn;

    public override string Door => Network.Resource.Name;

    public override IEnumerable<Cidr> Ranges => Network.Ranges.Select(range => range.Range);

    public override IEnumerable<Hub> Hubs => [];

    public override IEnumerable<Area> Areas => Network.Ranges.Where(range => range.IsWorkload).Select(range => new Area(this, range.Range) { Region = range.Region });

    public override bool IsBeyond(Conduit conduit) => conduit.Network == Network;
}

/// <summary>A network in neither cloud, with the tunnels of its devices. It filters nothing, as far as anybody knows.</summary>
internal sealed record CentrePlace(DataCentre Centre, IReadOnlyList<DeviceTunnel> Tunnels) : Place
{
    public override string Site => Centre.Site;

    public override string Urn => Tunnels[0].At.Resource.Urn;

    public override string Door => Site;

    public override IEnumerable<Cidr> Ranges => Centre.Ranges;

    public override IEnumerable<Hub> Hubs => Tunnels.Select(tunnel => tunnel.At.Hub).Distinct();

    public override IEnumerable<Area> Areas => Centre.Ranges.Select(range => new Area(this, range));

    public override bool IsBeyond(Conduit conduit) => conduit is DeviceTunnel tunnel && tunnel.Centre == Centre;
}

/// <summary>Addresses of a place that are all in one subnet or range.</summary>
/// <param name="Place">The place.</param>
/// <param name="Range">The addresses.</param>
internal sealed record Area(Place Place, Cidr Range)
{
    /// <summary>The subnet of a VPC; null elsewhere.</summary>
    public VpcSubnet? Subnet { get; init; }

    /// <summary>The region of Google; null elsewhere.</summary>
    public string? Region { get; init; }
}
