namespace CrossCloudMesh.Plan.Network;

/// <summary>What the proof says of a plan's networks.</summary>
/// <param name="Depth">How many things fail at once, at most.</param>
/// <param name="Domains">How many things there are that may fail by themselves.</param>
/// <param name="FailureSets">How many sets of them every pair of sites was held against, the empty one included.</param>
/// <param name="NotIndependent">How many sets were left out because they are two parts of one redundancy.</param>
/// <param name="Pairs">In ordinal order of their sites.</param>
public sealed record NetworkReport(int Depth, int Domains, long FailureSets, long NotIndependent, Sequence<PairVerdict> Pairs);

/// <summary>What it says of two sites.</summary>
public sealed record PairVerdict
{
    /// <summary>The one site; that on AWS where the other is not.</summary>
    public required string From { get; init; }

    /// <summary>The other site.</summary>
    public required string To { get; init; }

    /// <summary>URN of what stands for the pair: the VPC, or a VPN connection of a data centre.</summary>
    public required string Urn { get; init; }

    /// <summary>What joins them, by kind, the primary first.</summary>
    public required Sequence<PathFacts> Paths { get; init; }

    /// <summary>How many of all that joins them come up.</summary>
    public int Up => Paths.Sum(path => path.Up);

    /// <summary>How many there are.</summary>
    public int Made => Paths.Sum(path => path.Made);

    /// <summary>In Mbit/s each way; 0 where nobody said.</summary>
    public required int DemandedMbps { get; init; }

    /// <summary>The largest packet that the sites may send, in bytes; 0 where nobody said.</summary>
    public required int PacketBytes { get; init; }

    /// <summary>The largest packet that gets through whatever it takes, in bytes.</summary>
    public required int PathMtuBytes { get; init; }

    /// <summary>What is left, by how much has failed: nothing, one thing, two; up to the first size at which something breaks.</summary>
    public required Sequence<Remainder> Left { get; init; }

    /// <summary>The way of a packet while nothing has failed, from the one.</summary>
    public required string Path { get; init; }

    /// <summary>What carries the traffic while nothing has failed, by number and kind: <c>4 haVpn</c>.</summary>
    public required string Usual { get; init; }

    /// <summary>What does after each loss that touches the pair; empty where but one thing joins them.</summary>
    public required Sequence<Switch> Failover { get; init; }

    /// <summary>What shows that the sites are not joined as they must be; null where they are.</summary>
    public Counterexample? Counterexample { get; init; }
}

/// <summary>What joins two sites by one kind of link.</summary>
/// <param name="Kind">The kind, in the word of the stack output <c>links</c>: <c>haVpn</c>.</param>
/// <param name="Up">How many tunnels, attachments or interconnects come up.</param>
/// <param name="Made">How many there are.</param>
/// <param name="MtuBytes">The largest packet that they carry, in bytes; 0 where none comes up.</param>
public sealed record PathFacts(string Kind, int Up, int Made, int MtuBytes);

/// <summary>What the loss of one thing does to the traffic of two sites.</summary>
/// <param name="Failures">What may be lost; each by itself has this effect.</param>
/// <param name="After">What carries the traffic then, by number and kind.</param>
/// <param name="Mbps">What it carries, in Mbit/s in the worse direction.</param>
/// <param name="Seconds">How long it takes until it does, at worst; 0 where nothing that carried traffic is lost, null where nobody knows.</param>
/// <param name="Why">Why nobody knows; null where somebody does.</param>
public sealed record Switch(Sequence<string> Failures, string After, int Mbps, int? Seconds, string? Why);

/// <summary>The least that is left after as many failures.</summary>
/// <param name="Failures">How many things have failed.</param>
/// <param name="Mbps">In Mbit/s, in the worse direction.</param>
/// <param name="Weakest">The failures that leave no more than that, the first set of them; none where nothing has failed.</param>
public sealed record Remainder(int Failures, int Mbps, Sequence<string> Weakest);

/// <summary>A set of failures after which sites are not joined as they must be.</summary>
/// <param name="Rule">The rule that they break.</param>
/// <param name="Failures">What has failed; none where nothing needs to.</param>
/// <param name="Flow">Who calls whom for what; empty where all get through and it is only too little.</param>
/// <param name="Fault">Why, without a full stop.</param>
public sealed record Counterexample(string Rule, Sequence<string> Failures, string Flow, string Fault);
