using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>One way out of a hub that works: both of its ends found one another and agree.</summary>
internal sealed class Way
{
    /// <summary>Its place among all of the plan.</summary>
    public int Index { get; set; }

    public required string Name { get; init; }

    /// <summary>The word of the stack's outputs for its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What stands for it in the tables of its hub.</summary>
    public required PlannedResource Attachment { get; init; }

    public required PlannedResource Hub { get; init; }

    /// <summary>The order in which a hub takes what is announced by equal prefixes; a VPC has 1.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview, read 2026-11-20.</remarks>
    public int Rank { get; init; }

    /// <summary>Google's network at the other end; null where that is none.</summary>
    public PlannedResource? Network { get; init; }

    /// <summary>Where Google's end is.</summary>
    public string? Region { get; init; }

    /// <summary>Whether Google's network has it from a peering rather than from a router of its own.</summary>
    public bool IsPeered { get; init; }

    /// <summary>The data centre at the other end; null where that is none.</summary>
    public string? Centre { get; init; }

    /// <summary>The same peering in the eyes of the other hub; null where the other end is no hub.</summary>
    public PlannedResource? Beyond { get; init; }

    /// <summary>What the other end announces.</summary>
    public IReadOnlyList<Net> Said { get; init; } = [];

    public int Med { get; init; }

    /// <summary>The AS that says it; null where nobody knows.</summary>
    public string? Asn { get; init; }

    /// <summary>What a Direct Connect gateway announces in place of the hub's table: what it is allowed to, to the letter.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html, read 2026-11-20.</remarks>
    public IReadOnlyList<Net>? Allowed { get; init; }

    /// <summary>In Mbit/s each way, by the size of packets in bytes.</summary>
    public required Func<int, int> Mbps { get; init; }

    /// <summary>The largest packet that passes, in bytes.</summary>
    public required int Mtu { get; init; }

    /// <summary>What takes it away when it fails, and of which redundancy each is a part.</summary>
    public required IReadOnlyList<(string Name, string Redundancy)> Parts { get; init; }

    public override string ToString() => Name;

    /// <summary>What a router of Google says in a session, which says what its router does unless it says something of its own.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/router/concepts/advertised-routes, read 2026-11-20.</remarks>
    public static List<Net> SaidIn(World world, PlannedResource peer, PlannedResource router, PlannedResource network)
    {
        var custom = World.Text(peer, "advertiseMode") == "CUSTOM";
        var mode = custom ? "CUSTOM" : World.Text(router, "bgp", "advertiseMode");
        var groups = custom ? World.Words(peer, "advertisedGroups") : World.Words(router, "bgp", "advertisedGroups");
        var listed = custom ? World.Items(peer, "advertisedIpRanges") : World.Items(router, "bgp", "advertisedIpRanges");
        var said = new List<Net>();
        if (mode != "CUSTOM" || groups.Contains("ALL_SUBNETS", StringComparison.Ordinal))
        {
            var isGlobal = World.Text(network, "routingMode") == "GLOBAL";
            said.AddRange(world.Of(network, "compute/subnetwork:Subnetwork", "network")
                .Where(subnetwork => isGlobal || World.Text(subnetwork, "region") == World.Text(router, "region")).SelectMany(GooglePlace.Ranges));
        }

        if (mode == "CUSTOM")
        {
            said.AddRange(listed.Select(item => Net.Of(World.Text(item, "range"))!.Value));
        }

        return said;
    }
}
