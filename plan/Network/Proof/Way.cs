using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>How a packet gets from one place to another: by any of the conduits of each stage, one stage after the other.</summary>
/// <param name="Stages">The stages, in the order of the way; at most one for each hub on it and one more.</param>
/// <param name="Fault">Why it does not get there; null where it does.</param>
internal sealed record Way(IReadOnlyList<IReadOnlyList<Conduit>> Stages, string? Fault)
{
    /// <summary>The way of a packet that is there.</summary>
    public static Way Here { get; } = new([], null);

    public static Way Blocked(string fault) => new([], fault);

    /// <summary>The way with a stage in front of it.</summary>
    public Way After(IReadOnlyList<Conduit> stage) => Fault is null ? new([stage, .. Stages], null) : this;

    /// <summary>Either of two ways.</summary>
    public Way Or(Way other)
    {
        var stages = new List<IReadOnlyList<Conduit>>();
        for (var i = 0; i < Math.Max(Stages.Count, other.Stages.Count); i++)
        {
            stages.Add(i >= Stages.Count ? other.Stages[i] : i >= other.Stages.Count ? Stages[i] : [.. Stages[i].Union(other.Stages[i])]);
        }

        return new(stages, null);
    }

    /// <summary>In Mbit/s: what its narrowest stage carries.</summary>
    /// <param name="packetBytes">The size of the packets, in bytes.</param>
    public int Mbps(int packetBytes)
    {
        var least = int.MaxValue;
        foreach (var stage in Stages)
        {
            long sum = 0;
            for (var i = 0; i < stage.Count; i++)
            {
                sum += stage[i].Mbps(packetBytes);
            }

            least = (int)Math.Min(least, sum);
        }

        return least;
    }
}
