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
    /// <summary>The site on AWS.</summary>
    public required string Aws { get; init; }

    /// <summary>The site on Google Cloud.</summary>
    public required string Google { get; init; }

    /// <summary>URN of the VPC, which stands for the pair.</summary>
    public required string Urn { get; init; }

    /// <summary>How many tunnels of the pair come up.</summary>
    public required int Tunnels { get; init; }

    /// <summary>How many it has.</summary>
    public required int TunnelsMade { get; init; }

    /// <summary>In Mbit/s each way; 0 where nobody said.</summary>
    public required int DemandedMbps { get; init; }

    /// <summary>The largest packet that the sites may send, in bytes; 0 where nobody said.</summary>
    public required int PacketBytes { get; init; }

    /// <summary>The largest packet that gets through whichever tunnel it takes, in bytes.</summary>
    public required int PathMtuBytes { get; init; }

    /// <summary>What is left, by how much has failed: nothing, one thing, two; up to the first size at which something breaks.</summary>
    public required Sequence<Remainder> Left { get; init; }

    /// <summary>The way of a packet while nothing has failed, from AWS.</summary>
    public required string Path { get; init; }

    /// <summary>What shows that the sites are not joined as they must be; null where they are.</summary>
    public Counterexample? Counterexample { get; init; }
}

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
