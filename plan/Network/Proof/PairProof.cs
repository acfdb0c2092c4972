using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Tells, for two sites, whether every flow between them gets there and back while given things have failed.</summary>
/// <remarks>
/// What does not depend on failures, filters and the VPC's own routes, is judged once. What does, which conduits are taken, is judged anew for
/// every set of failures that touches a conduit of this pair.
/// </remarks>
internal sealed class PairProof
{
    private readonly Demand demand;
    private readonly Ways ways;
    private readonly Preference preference;
    private readonly int packetBytes;
    private readonly List<(Flow Flow, string Fault)> stopped = [];
    private readonly List<Flow> there = [];
    private readonly List<Flow> back = [];

    public PairProof(Demand demand, Relevance relevance, LiveConduits live, Preference preference)
    {
        (this.demand, this.preference, ways) = (demand, preference, new(live));
        packetBytes = demand.PacketBytes > 0 ? demand.PacketBytes : PairState.AssumedPacketBytes;
        Read(new Atoms(demand, relevance));
    }

    /// <summary>What is left between the sites now that something has failed.</summary>
    /// <param name="lost">The zones that are gone, and with them who was there.</param>
    public PairState Judge(IReadOnlyList<(Vpc Vpc, string Zone)> lost)
    {
        foreach (var (flow, fault) in stopped)
        {
            if (!IsLost(flow.From, lost) && !IsLost(flow.To, lost))
            {
                return PairState.Cut(new(flow, fault));
            }
        }

        var (thereMbps, thereRoles, stop) = Judge(there, lost);
        if (stop is not null)
        {
            return PairState.Cut(stop);
        }

        (var backMbps, var backRoles, stop) = Judge(back, lost);
        return stop is null ? new(thereMbps, backMbps, preference.Fault(thereRoles, backRoles), null) : PairState.Cut(stop);
    }

    /// <summary>The ways that are taken now, each way; of flows that do not get through, none.</summary>
    public (List<Way> There, List<Way> Back) Taken()
    {
        return (Of(there), Of(back));

        List<Way> Of(List<Flow> flows) => [.. flows.Select(flow => ways.Of(flow.From, flow.To)).Where(way => way.Fault is null)];
    }

    /// <summary>The way from the one while nothing has failed, for a reader.</summary>
    public string Text()
    {
        if (there.Count == 0 || ways.Of(there[0].From, there[0].To) is not { Fault: null } way)
        {
            return "none";
        }

        var table = (demand.One as VpcPlace)?.Vpc.Attachment?.Table?.Name;
        return string.Join(" > ", new[] { demand.One.Door, table }.OfType<string>().Concat(way.Stages.Select(stage => string.Join(" | ", stage))).Append(demand.Other.Door));
    }

    private (int Mbps, Roles Taken, Stop? Stop) Judge(List<Flow> flows, IReadOnlyList<(Vpc Vpc, string Zone)> lost)
    {
        var (mbps, taken) = (int.MaxValue, Roles.None);
        foreach (var flow in flows)
        {
            if (IsLost(flow.To, lost))
            {
                continue;
            }

            var way = ways.Of(flow.From, flow.To);
            if (way.Fault is not null)
            {
                return (0, taken, new(flow, way.Fault));
            }

            mbps = Math.Min(mbps, way.Mbps(packetBytes));
            taken |= preference.RolesOf(way);
        }

        return (mbps, taken, null);
    }

    /// <summary>Every flow once by its filters; then, of those alike in where they go, one for the conduits.</summary>
    private void Read(Atoms atoms)
    {
        var (seen, returned) = (new HashSet<(uint, string, string)>(), new HashSet<(uint, string, string)>());
        foreach (var area in demand.One.Areas)
        {
            foreach (var other in demand.Other.Areas)
            {
                foreach (var here in atoms.Of(area.Range))
                {
                    foreach (var beyond in atoms.Of(other.Range))
                    {
                        var (one, two) = (new Spot(area, here), new Spot(other, beyond));
                        Filter(one, two);
                        Add(there, seen, one, two);
                        Add(back, returned, two, one);
                    }
                }
            }
        }

        void Add(List<Flow> flows, HashSet<(uint, string, string)> known, Spot from, Spot to)
        {
            if (known.Add((to.Address, from.Area.Region ?? "", to.Area.Subnet?.Zone ?? "")))
            {
                flows.Add(new(from, to, demand.Ports[0]));
            }
        }
    }

    private void Filter(Spot one, Spot other)
    {
        foreach (var ports in demand.Ports)
        {
            Filter(new(one, other, ports));
            Filter(new(other, one, ports));
        }

        foreach (var call in demand.Calls)
        {
            FilterCall(call, one, other);
            FilterCall(call, other, one);
        }
    }

    private void FilterCall(GatewayCall call, Spot from, Spot to)
    {
        if (call.IsAt(to.Place) && call.Admits(from.Address))
        {
            Filter(new(from, to, call.Ports));
        }
    }

    private void Filter(Flow flow)
    {
        // What pods send out then has their node's address, and the node's subnet is asked by itself.
        var calls = flow.From.Area.Subnet is not { IsForPods: true, Vpc.TranslatesPods: true };
        if (calls && Filters.Fault(flow) is { } fault)
        {
            stopped.Add((flow, fault));
        }
    }

    private static bool IsLost(Spot spot, IReadOnlyList<(Vpc Vpc, string Zone)> lost)
    {
        for (var i = 0; i < lost.Count; i++)
        {
            if (spot.Area.Subnet is { } subnet && subnet.Vpc == lost[i].Vpc && subnet.Zone == lost[i].Zone)
            {
                return true;
            }
        }

        return false;
    }
}
