using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>A prefix that somebody was told or wrote down.</summary>
/// <param name="Net">The prefix.</param>
/// <param name="Rank">The place of its kind in a hub's order.</param>
/// <param name="Med">The lower, the better.</param>
/// <param name="Vpc">The VPC that it leads to; null where it leads elsewhere.</param>
/// <param name="Target">The attachment that a written route leads to; null where it is another route or drops what it meets.</param>
/// <param name="Way">The way without which it is not there; null where it is always.</param>
internal sealed record Sign(Net Net, int Rank, int Med, string? Vpc, string? Target, Way? Way);

/// <summary>What stands at every crossing of a plan while nothing has failed. It is asked for once and remembered: failures only cover signs up.</summary>
internal sealed class Signs
{
    private readonly World world;
    private readonly ILookup<string, Way> byAttachment;
    private readonly Dictionary<(string, uint), List<Sign>> atHub = [];
    private readonly Dictionary<(int, uint), List<Sign>> told = [];
    private readonly Dictionary<int, (PlannedResource? Here, PlannedResource? Beyond)> tables = [];
    private readonly Dictionary<string, List<Net>> own = [];

    public Signs(World world, IReadOnlyList<Way> ways)
    {
        (this.world, Ways) = (world, ways);
        byAttachment = ways.ToLookup(way => way.Attachment.Urn);
        foreach (var way in ways)
        {
            tables[way.Index] = (world.TableOf(way.Attachment), way.Beyond is null ? null : world.TableOf(way.Beyond));
        }
    }

    public IReadOnlyList<Way> Ways { get; }

    public PlannedResource? TableOf(Way way) => tables[way.Index].Here;

    public PlannedResource? TableBeyond(Way way) => tables[way.Index].Beyond;

    public bool IsOwn(PlannedResource network, uint to)
    {
        if (!own.TryGetValue(network.Urn, out var ranges))
        {
            own[network.Urn] = ranges = [.. world.Of(network, "compute/subnetwork:Subnetwork", "network").SelectMany(GooglePlace.Ranges)];
        }

        return ranges.Exists(range => range.Has(to));
    }

    public List<Sign> AtHub(PlannedResource table, uint to) => atHub.TryGetValue((table.Urn, to), out var known) ? known : atHub[(table.Urn, to)] = [.. ReadHub(table, to)];

    /// <summary>What the other end of a way is told of an address.</summary>
    public List<Sign> Told(Way way, uint to) => told.TryGetValue((way.Index, to), out var known) ? known : told[(way.Index, to)] = [.. ReadTold(way, to)];

    private IEnumerable<Sign> ReadHub(PlannedResource table, uint to)
    {
        foreach (var route in world.Of(table, "ec2transitgateway/route:Route", "transitGatewayRouteTableId"))
        {
            if (Net.Of(World.Text(route, "destinationCidrBlock")) is { } net && net.Has(to))
            {
                var target = World.Text(route, "blackhole") == "true" ? null : world.AllFrom(route, "transitGatewayAttachmentId").FirstOrDefault();
                var vpc = world.From(target, "vpcId", "Vpc");
                yield return new(net, 0, 0, vpc?.Urn, target?.Urn ?? "nothing", null);
            }
        }

        foreach (var speaker in world.Speakers(table))
        {
            if (world.From(speaker, "vpcId", "Vpc") is { } vpc && Net.Of(World.Text(vpc, "cidrBlock")) is { } range && range.Has(to))
            {
                yield return new(range, 1, 0, vpc.Urn, null, null);
            }

            foreach (var way in byAttachment[speaker.Urn])
            {
                foreach (var net in way.Said.Where(net => net.Has(to)))
                {
                    yield return new(net, way.Rank, way.Med, null, null, way);
                }
            }
        }
    }

    /// <summary>
    /// By BGP a hub tells what the table of that attachment holds, but nobody his own AS and no connection what came by it; a Direct Connect
    /// gateway what it is allowed to.
    /// </summary>
    private IEnumerable<Sign> ReadTold(Way way, uint to)
    {
        if (way.Allowed is { } allowed)
        {
            return allowed.Where(net => net.Has(to)).Select(net => new Sign(net, 0, 0, null, null, null));
        }

        return TableOf(way) is not { } table ? [] : AtHub(table, to).Where(sign =>
            sign.Target != "nothing" && sign.Target != way.Attachment.Urn
            && (sign.Way is null || (!ReferenceEquals(sign.Way.Attachment, way.Attachment) && (way.Asn is null || sign.Way.Asn != way.Asn))));
    }
}
