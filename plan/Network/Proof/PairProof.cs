using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Tells, for two sites, whether every flow between them gets there and back while given things have failed.</summary>
/// <remarks>
/// What does not depend on failures, filters and the VPC's own routes, is judged once. What does, which tunnels are taken, is judged anew for
/// every set of failures that touches a tunnel of this pair.
/// </remarks>
internal sealed class PairProof
{
    private readonly Demand demand;
    private readonly HubRouting hubs;
    private readonly GoogleRouting google;
    private readonly LiveTunnels live;
    private readonly List<(Flow Flow, string Fault)> stopped = [];
    private readonly List<Flow> toGoogle = [];
    private readonly List<Flow> toAws = [];

    public PairProof(Demand demand, NetworkModel model, LiveTunnels live)
    {
        (this.demand, this.live) = (demand, live);
        hubs = new(live);
        google = new(live, hubs);
        Relevant = RelevantTunnels.Of(demand, model, live);
        Read(new Atoms(demand, model));
    }

    /// <summary>The tunnels that have any part in it, good or bad, in the order of their numbers.</summary>
    public IReadOnlySet<Tunnel> Relevant { get; }

    /// <summary>What is left between the sites now that something has failed.</summary>
    /// <param name="lost">The zones that are gone, and with them who was there.</param>
    public PairState Judge(IReadOnlyList<(Vpc Vpc, string Zone)> lost)
    {
        foreach (var (flow, fault) in stopped)
        {
            if (!IsLost(flow, lost))
            {
                return PairState.Cut(new(flow, fault));
            }
        }

        var toGoogleMbps = int.MaxValue;
        foreach (var flow in toGoogle)
        {
            var choice = hubs.Choose(demand.Aws.Attachment?.Table, flow.GoogleAddress);
            if (Fault(choice) is { } fault)
            {
                return PairState.Cut(new(flow, fault));
            }

            toGoogleMbps = Math.Min(toGoogleMbps, Mbps(choice.Tunnels));
        }

        var toAwsMbps = int.MaxValue;
        foreach (var flow in toAws)
        {
            if (IsLost(flow, lost))
            {
                continue;
            }

            var (tunnels, none) = google.Choose(demand.Google, flow.Range.Region, flow.AwsAddress);
            if (none is not null)
            {
                return PairState.Cut(new(flow, none));
            }

            foreach (var tunnel in tunnels)
            {
                var beyond = hubs.Choose(tunnel.Aws.Connection.Table, flow.AwsAddress);
                if (beyond.Vpc?.Vpc != demand.Aws)
                {
                    return PairState.Cut(new(flow, beyond.Fault ?? $"{tunnel.Aws.Connection.Table!.Name} sends {Address.Text(flow.AwsAddress)} elsewhere"));
                }
            }

            toAwsMbps = Math.Min(toAwsMbps, Mbps(tunnels));
        }

        return new(toGoogleMbps, toAwsMbps, null);
    }

    /// <summary>The way from AWS while nothing has failed, for a reader.</summary>
    public string Way()
    {
        if (toGoogle.Count == 0 || demand.Aws.Attachment is not { } attachment)
        {
            return "none";
        }

        var choice = hubs.Choose(attachment.Table, toGoogle[0].GoogleAddress);
        return choice.Tunnels.Count == 0
            ? "none"
            : $"{attachment.Resource.Name} > {attachment.Table!.Name} > {string.Join(" | ", choice.Tunnels.Select(each => each.Google))} > {demand.Google.Resource.Name}";
    }

    private int Mbps(IReadOnlyList<Tunnel> tunnels)
    {
        var (sum, packet) = (0, demand.PacketBytes > 0 ? demand.PacketBytes : PairState.AssumedPacketBytes);
        foreach (var tunnel in tunnels)
        {
            sum += tunnel.Mbps(packet);
        }

        return sum;
    }

    private string? Fault(HubChoice choice)
    {
        if (choice.Fault is not null)
        {
            return choice.Fault;
        }

        foreach (var tunnel in choice.Tunnels)
        {
            if (tunnel.Google.Router!.Network != demand.Google)
            {
                return $"{tunnel.Google} takes it to {tunnel.Google.Router.Network.Site}";
            }
        }

        return choice.Vpc is { } vpc ? $"the hub sends it to {vpc.Vpc.Site}" : null;
    }

    /// <summary>Every flow once by its filters; then, of those alike in where they go, one for the tunnels.</summary>
    private void Read(Atoms atoms)
    {
        var (seen, returned) = (new HashSet<uint>(), new HashSet<(uint, string, string)>());
        foreach (var subnet in demand.Aws.Workloads)
        {
            foreach (var range in demand.Google.Ranges.Where(range => range.IsWorkload))
            {
                foreach (var here in atoms.Of(subnet.Range))
                {
                    foreach (var there in atoms.Of(range.Range))
                    {
                        Filter(subnet, here, range, there);
                        var flow = new Flow(subnet, here, range, there, PortClass.All[0], FromAws: true);
                        if (seen.Add(there))
                        {
                            toGoogle.Add(flow);
                        }

                        if (returned.Add((here, range.Region, subnet.Zone)))
                        {
                            toAws.Add(flow with { FromAws = false });
                        }
                    }
                }
            }
        }
    }

    private void Filter(VpcSubnet subnet, uint here, GoogleRange range, uint there)
    {
        // What pods send out then has their node's address, and the node's subnet is asked by itself.
        var calls = !(subnet.IsForPods && subnet.Vpc.TranslatesPods);
        foreach (var ports in PortClass.All)
        {
            foreach (var fromAws in calls ? new[] { true, false } : [false])
            {
                var flow = new Flow(subnet, here, range, there, ports, fromAws);
                if (Filters.Fault(flow, demand) is { } fault)
                {
                    stopped.Add((flow, fault));
                }
            }
        }
    }

    private bool IsLost(Flow flow, IReadOnlyList<(Vpc Vpc, string Zone)> lost)
    {
        foreach (var (vpc, zone) in lost)
        {
            if (vpc == demand.Aws && flow.Subnet.Zone == zone)
            {
                return true;
            }
        }

        return false;
    }
}
